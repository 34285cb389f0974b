import search from 'approx-string-match';
import { type Span } from '../text/span';

/** A letter in two may differ: less is no likeness at all. */
const MAX_CHANGED = 0.5;

/** How well the text around a place agrees with an anchor's context, 0..1 each; undefined where the anchor has none. */
export interface ContextLikeness {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** Compares the context of a place with what an anchor tells of it. Time grows with the context's length alone. */
export function contextLikeness(text: string, place: Span, prefix: string, suffix: string): ContextLikeness {
  // Words may have come or gone between context and passage: half as much again is looked at.
  const reach = (context: string): number => Math.ceil(context.length * 1.5);
  const before = text.slice(Math.max(0, place.start - reach(prefix)), place.start);
  const after = text.slice(place.end, place.end + reach(suffix));
  return {
    before: prefix.trim() === '' ? undefined : before.endsWith(prefix) ? 1 : likeness(before, prefix),
    after: suffix.trim() === '' ? undefined : after.startsWith(suffix) ? 1 : likeness(after, suffix),
  };
}

/** How much of the context the stretch holds. */
function likeness(stretch: string, context: string): number {
  if (stretch === '') return 0;
  const best = search(stretch, context, Math.floor(context.length * MAX_CHANGED))[0];
  return best ? 1 - best.errors / context.length : 0;
}
