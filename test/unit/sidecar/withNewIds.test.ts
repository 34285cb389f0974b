import assert from 'node:assert/strict';
import { withNewIds } from '../../../src/core/sidecar/withNewIds';

const counted = () => {
  let count = 0;
  return () => `new${++count}`;
};

describe('the sidecar of a copy', () => {
  const CASES: readonly (readonly [what: string, before: string, after: string | undefined])[] = [
    [
      'has other ids, and is the same else',
      '# ours\nversion: 1\nannotations:\n  - id: aa # first\n    quote: "aa id: aa"\n    mood: grim\n  - quote: q\n    id: "bb"\n',
      '# ours\nversion: 1\nannotations:\n  - id: new1 # first\n    quote: "aa id: aa"\n    mood: grim\n  - quote: q\n    id: "new2"\n',
    ],
    [
      'names those that one decides between by their other ids',
      'annotations:\n  - id: aa\n    quote: q\n  - id: bb\n    quote: q\n    adjudicates: [aa, zz] # both\n',
      'annotations:\n  - id: new1\n    quote: q\n  - id: new2\n    quote: q\n    adjudicates: [new1, zz] # both\n',
    ],
    ['may have none', 'version: 1\nannotations: []\n', 'version: 1\nannotations: []\n'],
    ['is not made where the sidecar is broken', 'annotations: [', undefined],
    ['is not made where an id stands elsewhere first', 'annotations:\n  - quote: "an id: aa"\n    id: aa\n', undefined],
    ['is not made where an id is an alias', 'x: &a aa\nannotations:\n  - id: *a\n    quote: q\n', undefined],
  ];
  for (const [what, before, after] of CASES) it(what, () => assert.equal(withNewIds(before, counted()), after));
});
