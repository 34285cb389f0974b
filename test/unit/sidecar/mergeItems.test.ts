import assert from 'node:assert/strict';
import { mergeSidecars } from '../../../src/core/sidecar/mergeSidecars';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';

const NOTE = 'version: 1\nannotations:\n  - id: a\n    quote: x\n    note: |\n      Is that so?\n';

interface Written {
  readonly id?: string;
  readonly at?: string;
  readonly text: string;
}

const lines = (replies: readonly Written[]): string =>
  replies
    .map(
      ({ id, at, text }) =>
        `      - ${id ? `id: ${id}\n        ` : ''}${at ? `created: 2026-11-22T${at}:00Z\n        ` : ''}text: ${text}\n`,
    )
    .join('');

/** A note with such replies; none: without the key. */
const note = (...replies: readonly Written[]): string =>
  replies.length > 0 ? `${NOTE}    replies:\n${lines(replies)}` : NOTE;

const R1 = { id: 'r1', at: '09:00', text: 'first' };
const R2 = { id: 'r2', at: '10:00', text: 'second' };
const R3 = { id: 'r3', at: '11:00', text: 'third' };
const HAND = { text: 'by hand' };

/** Merged in both orders, and once more with either side: all must be the same. */
function merged(base: string, ours: string, theirs: string): { readonly source: string; readonly conflicts: number } {
  const [one, other] = [mergeSidecars(base, ours, theirs), mergeSidecars(base, theirs, ours)];
  assert.deepEqual(other, one);
  assert.ok(one.kind === 'merged', JSON.stringify(one));
  for (const side of [ours, theirs]) {
    const again = mergeSidecars(base, one.source, side);
    assert.equal(again.kind === 'merged' && again.source, one.source);
  }
  return one;
}

describe('merging replies', () => {
  const cases: readonly (readonly [what: string, base: string, ours: string, theirs: string, result: string])[] = [
    [
      'both replied at the same time: both are kept, in the order of time',
      note(R1),
      note(R1, R3),
      note(R1, R2),
      note(R1, R2, R3),
    ],
    ['both gave the first reply', note(), note(R2), note(R1), note(R1, R2)],
    [
      'of the same second, by their names',
      note(),
      note({ ...R1, at: '10:00' }),
      note(R2),
      note({ ...R1, at: '10:00' }, R2),
    ],
    [
      'one replied and the other changed an earlier reply',
      note(R1),
      note({ ...R1, text: 'mended' }),
      note(R1, R2),
      note({ ...R1, text: 'mended' }, R2),
    ],
    ['one replied and the other removed an earlier reply', note(R1, R2), note(R2), note(R1, R2, R3), note(R2, R3)],
    ['one replied and the other removed the only reply', note(R1), note(), note(R1, R2), note(R2)],
    ['each removed one of two', note(R1, R2), note(R1), note(R2), note()],
    [
      'one removed what the other changed: it is kept',
      note(R1, R2),
      note(R2),
      note({ ...R1, text: 'mended' }, R2),
      note({ ...R1, text: 'mended' }, R2),
    ],
    ['replies by hand are known by what they say', note(HAND), note(HAND, R1), note(HAND, R2), note(HAND, R1, R2)],
    [
      'comments and keys of one’s own stay',
      note(R1),
      note(R1).replace('first', 'first # sure\n        mine: 1'),
      note(R1, R2),
      note(R1, R2).replace('first', 'first # sure\n        mine: 1'),
    ],
  ];
  for (const [what, base, ours, theirs, result] of cases)
    it(what, () => assert.deepEqual(merged(base, ours, theirs), { kind: 'merged', source: result, conflicts: 0 }));

  it('both changed one reply: both lists are kept, to be chosen from', () => {
    const { source, conflicts } = merged(note(R1), note({ ...R1, text: 'so' }), note({ ...R1, text: 'thus' }));
    assert.equal(conflicts, 1);
    assert.match(source, /replies:\n {6}- id: r1\n.*\n {8}text: so\n {4}conflicts:\n {6}- replies:/);
    assert.match(source, /text: thus/);
    assert.deepEqual(
      parseSidecar(source).problems.map(({ code, arguments: { field } }) => [code, field]),
      [['unresolved-conflict', 'replies']],
    );
  });

  describe('and links', () => {
    const HEAD = 'version: 1\nannotations:\n  - id: a\n    quote: x\n';
    const link = (id: string, more = 'relation: supports'): string =>
      `      - ${id ? `id: ${id}\n        ` : ''}${more}\n        document: b.txt\n        quote: ${id || 'y'}\n`;
    const links = (...all: readonly string[]): string => (all.length ? `${HEAD}    links:\n${all.join('')}` : HEAD);
    const [one, two] = [link('l1'), link('l2')];
    const changed = link('l1', 'relation: contradicts');

    const linkCases: readonly (readonly [what: string, base: string, ours: string, theirs: string, result: string])[] =
      [
        ['both linked: both are kept', links(), links(two), links(one), links(one, two)],
        ['one changed a relation, the other linked', links(one), links(changed), links(one, two), links(changed, two)],
        ['one removed the only link, the other linked', links(one), links(), links(one, two), links(two)],
        [
          'a link by hand is known by what it leads to',
          links(link('')),
          links(link('', 'relation: contradicts')),
          links(link(''), one),
          links(link('', 'relation: contradicts'), one),
        ],
      ];
    for (const [what, base, ours, theirs, result] of linkCases)
      it(what, () => assert.deepEqual(merged(base, ours, theirs), { kind: 'merged', source: result, conflicts: 0 }));

    it('both gave one link another relation: both lists are kept, to be chosen from', () => {
      const { source, conflicts } = merged(links(one), links(changed), links(link('l1', 'relation: same-claim')));
      assert.equal(conflicts, 1);
      assert.match(source, /conflicts:\n {6}- links:/);
    });
  });

  it('one resolved it while the other replied: both stand', () => {
    const resolved = NOTE + '    resolved: 2026-11-22T12:00:00Z\n    resolvedBy: Ada Ferrin\n';
    assert.equal(
      merged(note(), resolved, note(R1)).source,
      `${note(R1)}    resolved: 2026-11-22T12:00:00Z\n    resolvedBy: Ada Ferrin\n`,
    );
  });
});
