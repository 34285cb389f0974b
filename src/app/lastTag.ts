import { type Annotation, type Judgement, judgementOf } from '../core/annotation/model';

/** What can be said of other passages too: all but basis and note, which are about one. */
export function repeatable(judgement: Judgement): Judgement {
  const { basis: _basis, note: _note, ...others } = judgementOf(judgement);
  return others;
}

/** What the user tagged last in this session, in whatever way. */
export class LastTag {
  private last: Judgement | undefined;

  /** Undefined where nothing was tagged yet. */
  get judgement(): Judgement | undefined {
    return this.last;
  }

  /** Takes note of what was said of a passage; a note alone is nothing to repeat. */
  take(judgement: Judgement): void {
    const taken = repeatable(judgement);
    if (Object.keys(taken).length > 0) this.last = taken;
  }
}

/** What annotations say, with how many say it, and of which passage it was said last. */
export interface EarlierTag {
  readonly judgement: Judgement;
  readonly count: number;
  readonly latest: Annotation;
}

/** What annotations say that can be said again, each once; what was said last comes first. */
export function earlierTags(annotations: Iterable<Annotation>): readonly EarlierTag[] {
  const tags = new Map<string, EarlierTag>();
  for (const annotation of annotations) {
    const judgement = repeatable(annotation);
    if (Object.keys(judgement).length === 0) continue;
    const key = JSON.stringify(judgement);
    const known = tags.get(key);
    const latest = known && timeOf(known.latest) >= timeOf(annotation) ? known.latest : annotation;
    tags.set(key, { judgement, count: (known?.count ?? 0) + 1, latest });
  }
  return [...tags.values()].sort((a, b) => (timeOf(b.latest) < timeOf(a.latest) ? -1 : 1));
}

/** ISO 8601, of which the later one is the greater text. */
const timeOf = ({ updated, created }: Annotation): string => updated ?? created ?? '';
