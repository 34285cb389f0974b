import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { type Annotation } from '../../../src/core/annotation/model';
import { parseSidecar } from '../../../src/core/sidecar/parseSidecar';
import { ANNOTATION_FIELDS } from '../../../src/core/sidecar/sidecarFields';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const byId = (source: string): ReadonlyMap<string, Annotation> =>
  new Map(parseSidecar(source).annotations.map(annotation => [annotation.id, annotation]));

/** Decided without asking: positions, times, reviews, tags and what is decided between. */
const DECIDED = new Set([
  'prefix',
  'suffix',
  'start',
  'end',
  'occurrence',
  'created',
  'updated',
  'reviewed',
  'reviewedBy',
  'tags',
  'adjudicates',
]);

/**
 * Asserts that a merged sidecar holds every annotation of both sides but those that the one removed and the other left alone, each
 * value that a side gave, in place or as an alternative, and each comment that a side wrote.
 */
export function assertNothingLost(base: string, ours: string, theirs: string, result: string): void {
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
        if (name === 'replies') {
          const there = JSON.stringify([found.replies, alternatives]);
          for (const { text } of (annotation.replies ?? []).filter(
            one => !old?.replies?.some(known => same(known, one)),
          ))
            assert.ok(there.includes(JSON.stringify(text)), `reply ${text} of ${id}: ${result}`);
          continue;
        }
        if (name === 'links') {
          const there = JSON.stringify([found.links, alternatives]);
          for (const { quote } of (annotation.links ?? []).filter(one => !old?.links?.some(known => same(known, one))))
            assert.ok(there.includes(JSON.stringify(quote)), `link to ${quote} of ${id}: ${result}`);
          continue;
        }
        const isThere =
          same(annotation[name], found[name]) ||
          alternatives.some(one => isText(one[name] ?? undefined, annotation[name]));
        assert.ok(isThere, `${name} of ${id}: ${JSON.stringify([base, ours, theirs, result])}`);
      }
    }
    for (const comment of commentsOf(side))
      if (!commentsOf(base).includes(comment)) assert.ok(result.includes(comment.trim()), comment);
  }
}

type Written = Readonly<Record<string, unknown>> & {
  readonly conflicts?: readonly Readonly<Record<string, unknown>>[];
};

/** `yaml` itself reads a block scalar with its last line break. */
const isText = (found: unknown, wanted: unknown): boolean =>
  [String(wanted), `${String(wanted)}\n`].includes(String(found));

const differs = (a: Annotation, b: Annotation): boolean =>
  [...ANNOTATION_FIELDS.keys()].some(
    name => !['prefix', 'suffix', 'start', 'end', 'occurrence', 'updated'].includes(name) && !same(a[name], b[name]),
  );

const commentsOf = (source: string): readonly string[] => source.match(/^ *# (seen|why\?|ok)$/gm) ?? [];
