import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutSidecar } from '../../../src/core/sidecar/cutSidecar';
import { parseSidecar, parsingSidecar } from '../../../src/core/sidecar/parseSidecar';
import { readSidecar } from '../../../src/core/sidecar/readSidecar';
import { acted, actionsArbitrary, branchesArbitrary, STARTS } from './branches';
import { hostileYaml } from './hostileYaml';

/** PARSE_RUNS=100000 was run when this was written. */
const RUNS = Number(process.env.PARSE_RUNS ?? 400);

const whole = (source: string) => readSidecar(source).parsed;

describe('a sidecar read by its annotations', () => {
  it('says what it says when read whole, whatever it is and whatever was read before', function () {
    this.timeout(60_000 + RUNS * 50);
    const files = fc.oneof(
      hostileYaml,
      fc.tuple(fc.constantFrom(...STARTS), actionsArbitrary).map(([start, actions]) => acted(start, actions)),
    );
    fc.assert(
      fc.property(files, files, (source, other) => {
        const expected = whole(source);
        assert.deepEqual(parseSidecar(source), expected);
        assert.deepEqual(parseSidecar(source, parseSidecar(other)), expected);
      }),
      { numRuns: RUNS },
    );
  });

  it('says so after each of many changes too', function () {
    this.timeout(60_000 + RUNS * 50);
    fc.assert(
      fc.property(branchesArbitrary, ({ base, ours, theirs }) => {
        let known = parseSidecar(base);
        for (const source of [ours, theirs, base]) {
          known = parseSidecar(source, known);
          assert.deepEqual(known, whole(source));
        }
      }),
      { numRuns: Math.ceil(RUNS / 10) },
    );
  });

  const annotation = (id: number): string => `  - id: a${id}\n    quote: x${id}\n    note: |\n      - id: a${id}\n`;
  const list = (count: number): string =>
    `version: 1\nannotations:\n${Array.from({ length: count }, (_, i) => annotation(i)).join('')}`;

  it('takes a step for each annotation, and none for those that it knows', () => {
    const steps = (source: string, known?: ReturnType<typeof parseSidecar>): number =>
      [...parsingSidecar(source, known)].length;
    const source = list(50);
    assert.equal(steps(source), 50);
    const known = parseSidecar(source);
    assert.equal(steps(source.replace('x7\n', 'y7\n'), known), 1);
    assert.equal(steps(source.replace('version: 1', 'version: 1 # ours'), known), 0);
    assert.equal(steps(list(49), known), 0);
    assert.equal(parseSidecar(source, known), known);
  });

  const CUTS: readonly (readonly [what: string, source: string, items: number | undefined])[] = [
    ['a list below its key', list(3), 3],
    ['a list that is not indented', 'annotations:\n- id: a\n  quote: x\n# c\n- id: b\n  quote: y\nversion: 1\n', 2],
    ['lines that end in CR LF', list(3).replaceAll('\n', '\r\n'), 3],
    ['a flow list', 'annotations: [{id: a, quote: x}]\n', undefined],
    ['no list', 'version: 1\n', undefined],
    ['two lists', `${list(1)}${list(1)}`, undefined],
    ['conflict markers', `${list(1)}<<<<<<< ours\n`, undefined],
    ['several documents', `${list(1)}---\n`, undefined],
    ['a dash that stands less deep', `${list(1)} - id: b\n`, undefined],
  ];
  for (const [what, source, items] of CUTS)
    it(`is cut by its lines: ${what}`, () => {
      const cut = cutSidecar(source);
      assert.equal(cut?.items.length, items);
      if (!cut) return;
      const pieces = [cut.head, ...cut.items, cut.tail].map(({ start, end }) => source.slice(start, end));
      assert.equal(pieces.join(''), source);
    });
});
