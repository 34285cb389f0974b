import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { type Annotation } from '../../../src/core/annotation/model';
import { mergeSidecars } from '../../../src/core/sidecar/mergeSidecars';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { ANNOTATION_FIELDS } from '../../../src/core/sidecar/sidecarFields';
import { branchesArbitrary } from './branches';

/** MERGE_RUNS=20000 for a long look. */
const RUNS = Number(process.env.MERGE_RUNS ?? 40);

const mergedText = (base: string, ours: string, theirs: string): string => {
  const result = mergeSidecars(base, ours, theirs);
  assert.equal(result.kind, 'merged', JSON.stringify([base, ours, theirs, result]));
  return result.kind === 'merged' ? result.source : '';
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const byId = (source: string): ReadonlyMap<string, Annotation> =>
  new Map(parseSidecar(source).annotations.map(annotation => [annotation.id, annotation]));

/** Decided without asking: positions, times and tags. */
const DECIDED = new Set(['prefix', 'suffix', 'start', 'end', 'created', 'updated', 'tags']);

describe('merging any two branches', () => {
  it('gives the same text in both orders, and once more changes nothing', () => {
    fc.assert(
      fc.property(branchesArbitrary, ({ base, ours, theirs }) => {
        const result = mergedText(base, ours, theirs);
        assert.equal(mergedText(base, theirs, ours), result);
        assert.equal(mergedText(base, result, theirs), result);
        assert.equal(mergedText(base, ours, result), result);
      }),
      { numRuns: RUNS },
    );
  });

  it('with nothing gives the branch byte for byte', () => {
    fc.assert(
      fc.property(branchesArbitrary, ({ base, ours }) => {
        assert.equal(mergedText(base, ours, base), ours);
        assert.equal(mergedText(base, base, ours), ours);
        assert.equal(mergedText(base, ours, ours), ours);
      }),
      { numRuns: RUNS },
    );
  });

  it('loses no annotation, no value, no comment that a side made', () => {
    fc.assert(
      fc.property(branchesArbitrary, ({ base, ours, theirs }) => {
        const result = mergedText(base, ours, theirs);
        const [was, merged] = [byId(base), byId(result)];
        const content = parse(result, { uniqueKeys: false, logLevel: 'silent' }) as { annotations?: Written[] } | null;
        for (const [side, other] of [
          [ours, theirs],
          [theirs, ours],
        ] as const) {
          for (const [id, annotation] of byId(side)) {
            const old = was.get(id);
            if (old && !byId(other).has(id) && !differs(old, annotation)) continue;
            const found = merged.get(id);
            assert.ok(found, `${id} of ${side} in ${result}`);
            const written = content?.annotations?.find(one => isText(one.id, id));
            for (const name of ANNOTATION_FIELDS.keys()) {
              if (DECIDED.has(name) || same(annotation[name], old?.[name])) continue;
              const alternatives = (written?.conflicts ?? []).filter(one => name in one);
              const isThere =
                same(annotation[name], found[name]) ||
                alternatives.some(one => isText(one[name] ?? undefined, annotation[name]));
              assert.ok(isThere, `${name} of ${id}: ${JSON.stringify([base, ours, theirs, result])}`);
            }
          }
          for (const comment of commentsOf(side))
            if (!commentsOf(base).includes(comment)) assert.ok(result.includes(comment), comment);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

type Written = Readonly<Record<string, unknown>> & {
  readonly conflicts?: readonly Readonly<Record<string, unknown>>[];
};

/** `yaml` itself reads a block scalar with its last line break. */
const isText = (found: unknown, wanted: unknown): boolean =>
  [String(wanted), `${String(wanted)}\n`].includes(String(found));

const differs = (a: Annotation, b: Annotation): boolean =>
  [...ANNOTATION_FIELDS.keys()].some(
    name => !['prefix', 'suffix', 'start', 'end', 'updated'].includes(name) && !same(a[name], b[name]),
  );

const commentsOf = (source: string): readonly string[] => source.match(/^ *# (seen|why\?|ok)$/gm) ?? [];
