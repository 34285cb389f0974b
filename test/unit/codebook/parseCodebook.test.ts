import assert from 'node:assert/strict';
import { parseCodebook, sourceNamed } from '../../../src/core/codebook/parseCodebook';

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

  it('takes a yes and a no to double-blind, and anything else for a yes that it tells of', () => {
    const read = (source: string) => {
      const { blind, problems } = parseCodebook(source);
      return [blind, ...problems.map(({ code }) => code)];
    };
    assert.deepEqual(read('blind: true'), [true]);
    assert.deepEqual(read('blind: false'), [false]);
    assert.deepEqual(read('tags: []'), [undefined]);
    for (const odd of ['blind: yes', 'blind: [true]', 'blind: 1'])
      assert.deepEqual(read(odd), [true, 'wrong-type'], odd);
  });

  it('takes colours, what is required, schemes and sources, and tells what is none of them', () => {
    const source = `stances: [{name: for, colour: green}, {name: against, colour: pink}, for]
required: [basis, target, mood]
scheme: {stance: sdqc, credibility: stars}
sources:
  - {name: Runa Falk, aliases: [Falk, the mayor], outlet: Norrby town, reliability: B, note: since 2019}
  - {name: Post, aliases: [FALK], reliability: G}
  - Ada
`;
    const { problems, ...codebook } = parseCodebook(source);
    assert.deepEqual(codebook, {
      stances: [{ name: 'for', colour: 'green' }, { name: 'against' }],
      required: ['basis', 'target'],
      sources: [
        {
          name: 'Runa Falk',
          aliases: ['Falk', 'the mayor'],
          outlet: 'Norrby town',
          reliability: 'B',
          note: 'since 2019',
        },
        { name: 'Post', aliases: [] },
        { name: 'Ada', aliases: [] },
      ],
    });
    assert.deepEqual(
      problems.map(({ code, span }) => `${code} ${source.slice(span.start, span.end)}`),
      [
        'invalid-value pink',
        'duplicate-name for',
        'invalid-value stars',
        'invalid-value mood',
        'duplicate-name FALK',
        'invalid-value G',
      ],
    );
  });

  it('has the stances of the scheme that it names, where it lists none itself', () => {
    const names = (source: string) => parseCodebook(source).stances?.map(({ name }) => name);
    assert.deepEqual(names('scheme: {stance: sdqc}'), ['support', 'deny', 'query', 'comment']);
    assert.deepEqual(names('scheme: {stance: fnc-1}'), ['agree', 'disagree', 'discuss', 'unrelated']);
    assert.deepEqual(names('scheme: {stance: sdqc}\nstances: [for]'), ['for']);
    assert.equal(parseCodebook('scheme: {credibility: claimreview}').credibilityScheme, 'claimreview');
  });

  it('knows a source by its name, then by what else it is called, large or small', () => {
    const codebook = parseCodebook(
      'sources: [{name: Post, aliases: [the  paper]}, {name: Falk, aliases: [Runa Falk]}]',
    );
    const found = (...names: string[]) => sourceNamed(codebook, names)?.name;
    assert.deepEqual(
      [found('runa falk'), found('The paper'), found('The paper', 'falk'), found('Runa'), found()],
      ['Falk', 'Post', 'Falk', undefined, undefined],
    );
  });

  for (const source of ['', '# to come', '- a', '{', 'stances: [*a]'])
    it(`does not throw at ‹${source}›`, () => assert.equal(parseCodebook(source).stances?.length ?? 0, 0));
});
