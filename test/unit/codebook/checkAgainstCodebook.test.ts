import assert from 'node:assert/strict';
import { checkAgainstCodebook, lackingFields } from '../../../src/core/codebook/checkAgainstCodebook';
import { parseCodebook } from '../../../src/core/codebook/parseCodebook';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';

describe('checking annotations against the codebook', () => {
  const codebook = parseCodebook('stances: [for, against]\nrequired: [basis, target, tags]\ntargets: [pier]\n');

  const cases: readonly [string, object, string][] = [
    ['a target of what has a stance', { stance: 'for', tags: ['x'] }, 'target'],
    ['a basis of what has a grade', { credibility: 2, tags: ['x'] }, 'basis'],
    ['all else of every annotation, an empty list being none', { note: 'x', tags: [] }, 'tags'],
    ['nothing that is there', { stance: 'for', target: 'quay', reliability: 'B', basis: 'x', tags: ['y'] }, ''],
  ];
  for (const [name, judgement, lacking] of cases)
    it(`asks for ${name}`, () => assert.equal(lackingFields(judgement, codebook).join(' '), lacking));

  it('tells of each annotation what it lacks and of a stance that is none; not of dismissed highlights, and of other targets', () => {
    const { annotations } = parseSidecar(`annotations:
  - {id: a, quote: x, stance: favor, target: quay, tags: [y]}
  - {id: b, quote: x, stance: for, reliability: B}
  - {id: c, quote: x, dismissed: 2026-11-22T09:00:00Z}
`);
    assert.deepEqual(
      checkAgainstCodebook(annotations, codebook).map(
        ({ code, annotation: { id }, value }) => `${id} ${code} ${value}`,
      ),
      ['a unlisted-stance favor', 'b lacking-field basis', 'b lacking-field target', 'b lacking-field tags'],
    );
    assert.deepEqual(checkAgainstCodebook(annotations, undefined), []);
  });
});
