import { type AnnotationEdit, type SidecarEdit } from '../annotation/model';
import { type Span } from '../text/span';
import { type CutSidecar } from './cutSidecar';
import { compareInText } from './editList';
import { cutOf, type ParsedSidecar } from './parseSidecar';

/** A sidecar without the annotations that an edit has nothing to do with. */
export interface SidecarExcerpt {
  readonly source: string;
  /** The whole sidecar, changed as the excerpt was; undefined where it was changed in several places that do not stand together. */
  readonly widened: (changed: string) => string | undefined;
}

/** Of fewer annotations no excerpt is made: it would be most of them. */
const FEWEST = 12;

/**
 * What of a sidecar decides how an edit of it is carried out: all but the annotations, those that it names with their neighbours, the
 * first two (which show how the list is written) and the last. Undefined where that is most of it, or where the annotations cannot be told
 * apart by their lines.
 */
export function excerptFor(source: string, parsed: ParsedSidecar, edit: SidecarEdit): SidecarExcerpt | undefined {
  const cut = cutOf(parsed);
  if (!cut || cut.items.length < FEWEST) return undefined;
  const kept = keptBy(edit, parsed);
  if (!kept || kept.size > cut.items.length / 2) return undefined;
  const runs = runsOf(cut, kept);
  const excerpt = runs.map(({ start, end }) => source.slice(start, end)).join('');
  return { source: excerpt, widened: changed => widened(source, runs, excerpt, changed) };
}

/** The places in the list that matter to an edit; undefined where that cannot be told. */
function keptBy(edit: SidecarEdit, { stored }: ParsedSidecar): ReadonlySet<number> | undefined {
  const kept = new Set([0, 1, stored.length - 1]);
  if (edit.kind === 'restore' || edit.kind === 'relink') return undefined;
  const places = new Map(stored.map(({ id }, place) => [id, place]));
  const edits = edit.kind === 'group' ? edit.edits : edit.kind === 'facts' || edit.kind === 'pass' ? [] : [edit];
  for (const one of edits) {
    const between = one.kind === 'add' ? neighboursOf(one, stored, places) : aroundOf(one.id, places);
    if (!between) return undefined;
    for (const place of between) if (place >= 0 && place < stored.length) kept.add(place);
  }
  return kept;
}

function aroundOf(id: string, places: ReadonlyMap<string, number>): readonly number[] | undefined {
  const place = places.get(id);
  return place === undefined ? undefined : [place - 1, place, place + 1];
}

/** Between these it is put; undefined where one of its id is there. */
function neighboursOf(
  { annotation, origin }: AnnotationEdit & { readonly kind: 'add' },
  stored: ParsedSidecar['stored'],
  places: ReadonlyMap<string, number>,
): readonly number[] | undefined {
  if (places.has(annotation.id)) return undefined;
  const following = stored.findIndex(known => compareInText(known, annotation) > 0);
  const place = following < 0 ? stored.length : following;
  const after = origin?.after === undefined ? undefined : places.get(origin.after);
  return [place - 1, place, ...(after === undefined ? [] : [after, after + 1])];
}

/** What is kept, as spans of the file that do not touch. */
function runsOf({ head, items, tail }: CutSidecar, kept: ReadonlySet<number>): readonly Span[] {
  const runs = [head];
  for (const span of [...items.filter((_, place) => kept.has(place)), tail]) {
    const last = runs.at(-1)!;
    if (last.end === span.start) runs[runs.length - 1] = { start: last.start, end: span.end };
    else runs.push(span);
  }
  return runs;
}

/** Everything from the first to the last character that differs has to stand in one run. */
function widened(source: string, runs: readonly Span[], excerpt: string, changed: string): string | undefined {
  let start = 0;
  const shorter = Math.min(excerpt.length, changed.length);
  while (start < shorter && excerpt[start] === changed[start]) start++;
  let same = 0;
  while (same < shorter - start && excerpt.at(-1 - same) === changed.at(-1 - same)) same++;
  const end = excerpt.length - same;
  let before = 0;
  for (const run of runs) {
    const length = run.end - run.start;
    const offset = run.start - before;
    if (start >= before && end <= before + length)
      return source.slice(0, start + offset) + changed.slice(start, changed.length - same) + source.slice(end + offset);
    before += length;
  }
  return undefined;
}
