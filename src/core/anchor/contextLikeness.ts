import search from 'approx-string-match';
import { type Span } from '../text/span';
import { TELLING_LENGTH } from './describeAnchor';

/** A letter in two may differ: less is no likeness at all. */
const MAX_CHANGED = 0.5;

/** So much text may have come or gone between a repeated passage and what tells it apart. */
const SLACK = 8;

/** What it says of a repeated passage that it stands at the text's edge, as it did: other words may have come to stand there. */
export const EDGE_LIKENESS = 0.9;

/** A context, folded as the text is, of an anchor. */
export interface Context {
  readonly prefix: string;
  readonly suffix: string;
  /** The passage's words stood in the article more than once: only the outermost context tells which of them it was. */
  readonly isRepeated: boolean;
  /** The prefix is all that stood before the passage. */
  readonly startsText: boolean;
}

/** How well the text on either side of a place agrees with an anchor's context, 0..1; undefined where that tells nothing. */
export interface ContextLikeness {
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** Compares the context of a place with what an anchor tells of it. Time grows with the context's length alone. */
export function contextLikeness(text: string, place: Span, context: Context): ContextLikeness {
  const { prefix, suffix } = context;
  // Words may have come or gone between context and passage: half as much again is looked at.
  const from = Math.max(0, place.start - reach(prefix));
  const to = Math.min(text.length, place.end + reach(suffix));
  const before = text.slice(from, place.start);
  const after = text.slice(place.end, to);
  if (context.isRepeated)
    return {
      before: repeatedLikeness(
        before,
        prefix,
        -1,
        context.startsText || prefix.length < TELLING_LENGTH - 2,
        from === 0,
      ),
      after: repeatedLikeness(after, suffix, 1, suffix.length < TELLING_LENGTH - 2, to === text.length),
    };
  return {
    before: prefix.trim() === '' ? undefined : before.endsWith(prefix) ? 1 : likeness(before, prefix),
    after: suffix.trim() === '' ? undefined : after.startsWith(suffix) ? 1 : likeness(after, suffix),
  };
}

const reach = (context: string): number => Math.ceil(context.length * 1.5);

/** Words that stood twice: what tells their places apart is the outermost context, or that the text ended there. */
function repeatedLikeness(stretch: string, context: string, step: 1 | -1, wasEdge: boolean, isEdge: boolean): number {
  if (step < 0 ? stretch.endsWith(context) : stretch.startsWith(context))
    return !wasEdge ? 1 : isEdge ? EDGE_LIKENESS : 0;
  if (wasEdge) return !isEdge ? 0 : Math.min(EDGE_LIKENESS, context.trim() === '' ? 1 : likeness(stretch, context));
  const farthest = context.length + SLACK;
  const nearest = Math.max(0, context.length - TELLING_LENGTH - SLACK);
  const outermost =
    step < 0
      ? stretch.slice(Math.max(0, stretch.length - farthest), Math.max(0, stretch.length - nearest))
      : stretch.slice(nearest, farthest);
  const telling = step < 0 ? context.slice(0, TELLING_LENGTH) : context.slice(-TELLING_LENGTH);
  return Math.min(likeness(outermost, telling), likeness(stretch, context));
}

/** How much of the context the stretch holds. */
function likeness(stretch: string, context: string): number {
  if (stretch === '') return 0;
  if (stretch.includes(context)) return 1;
  const best = search(stretch, context, Math.floor(context.length * MAX_CHANGED))[0];
  return best ? 1 - best.errors / context.length : 0;
}
