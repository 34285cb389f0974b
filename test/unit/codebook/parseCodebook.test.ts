import assert from 'node:assert/strict';
import { parseCodebook } from '../../../src/core/codebook/parseCodebook';

describe('reading a codebook', () => {
  it('takes names and names with definitions', () => {
    const source =
      'stances:\n  - for\n  - {name: hedged, definition: Both at once.}\ntargets: [harbour expansion, 2024]\n';
    assert.deepEqual(parseCodebook(source), {
      stances: [{ name: 'for' }, { name: 'hedged', definition: 'Both at once.' }],
      targets: [{ name: 'harbour expansion' }, { name: '2024' }],
      problems: [],
    });
  });

  it('takes what can be read and tells the rest', () => {
    const { stances, tags, problems } = parseCodebook(
      'stances: all\ntags: [denial, {definition: x}, [y]]\nkeys: {a: b}\n',
    );
    assert.deepEqual([stances, tags], [undefined, [{ name: 'denial' }]]);
    assert.deepEqual(
      problems.map(({ code, span }) => [code, span.start]),
      [
        ['wrong-type', 9],
        ['wrong-type', 28],
        ['wrong-type', 45],
      ],
    );
  });

  for (const source of ['', '# to come', '- a', '{', 'stances: [*a]'])
    it(`does not throw at ‹${source}›`, () => assert.equal(parseCodebook(source).stances?.length ?? 0, 0));
});
