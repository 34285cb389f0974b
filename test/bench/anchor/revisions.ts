import { describeAnchor } from '../../../src/core/anchor/describeAnchor';
import { isSure } from '../../../src/core/anchor/resolution';
import { resolveAnchors } from '../../../src/core/anchor/resolveAnchor';
import { type Anchor } from '../../../src/core/annotation/model';
import { type Span } from '../../../src/core/text/span';
import { SeededRandom } from '../seededRandom';
import { findAsHypothesis } from './hypothesisStrategy';
import { NEWSROOM_EDITS, type NewsroomEdit, type Strength, truePlace } from './newsroomEdits';
import { withRepeats } from './trackedArticles';
import { TrackedText } from './trackedText';

/** Passages by what became of them, for one way of finding them again. */
export interface Tally {
  /** Reported at their place. */
  right: number;
  /** Reported elsewhere, or though they are gone. */
  wrong: number;
  /** There, and not reported or elsewhere. */
  missed: number;
}

/** How many of the reported places are right. */
export const precision = ({ right, wrong }: Tally): number => right / Math.max(1, right + wrong);

/** How many of the passages that are still there are reported at their place. */
export const recall = ({ right, missed }: Tally): number => right / Math.max(1, right + missed);

/** Ours and Hypothesis', for each kind of edit. */
export type Tallies = ReadonlyMap<string, { readonly ours: Tally; readonly hypothesis: Tally }>;

const PASSAGES = 20;

/** Two places are the same if they share this much of what either covers: where words changed, edges are a matter of taste. */
const SAME = 0.8;

/** Revises each of the articles in each way, at one strength, and counts the passages that are found again. */
export function reviseAll(articles: readonly string[], strength: Strength, seed = 1): Tallies {
  const tallies = new Map<string, { ours: Tally; hypothesis: Tally }>();
  for (const [i, article] of articles.entries())
    for (const [j, edit] of NEWSROOM_EDITS.entries()) {
      const tally = tallies.get(edit.name) ?? { ours: emptyTally(), hypothesis: emptyTally() };
      tallies.set(edit.name, tally);
      reviseOne(article, edit, strength, new SeededRandom(seed * 1e6 + i * 1000 + j), tally);
    }
  return tallies;
}

/** The sum over all kinds of edit. */
export function total(tallies: Tallies, whose: 'ours' | 'hypothesis'): Tally {
  const sum = emptyTally();
  for (const { [whose]: tally } of tallies.values())
    for (const key of ['right', 'wrong', 'missed'] as const) sum[key] += tally[key];
  return sum;
}

const emptyTally = (): Tally => ({ right: 0, wrong: 0, missed: 0 });

function reviseOne(
  article: string,
  edit: NewsroomEdit,
  strength: Strength,
  random: SeededRandom,
  tally: { readonly ours: Tally; readonly hypothesis: Tally },
): void {
  const repeated = withRepeats(article, random);
  const first = edit.prepare?.(repeated, random) ?? repeated;
  const passages = choosePassages(first, random);
  if (passages.length === 0) return;
  const text = edit.revise(TrackedText.of(first), passages, strength, random);
  const anchors = passages.map(passage => describeAnchor(first, passage));
  const found = resolveAnchors(text.text, anchors);
  for (const [i, anchor] of anchors.entries()) {
    const place = truePlace(text, anchor);
    count(tally.ours, place, isSure(found[i]!) ? found[i]!.span : undefined);
    count(tally.hypothesis, place, findAsHypothesis(text.text, plainContext(first, anchor)));
  }
}

/** An anchor as Hypothesis describes a passage. */
function plainContext(text: string, anchor: Anchor): Anchor {
  const { start, end } = anchor;
  return { ...anchor, prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(end, end + 32) };
}

function count(tally: Tally, place: Span | undefined, found: Span | undefined): void {
  const isRight = place !== undefined && found !== undefined && isSame(place, found);
  if (isRight) tally.right++;
  else {
    if (found) tally.wrong++;
    if (place) tally.missed++;
  }
}

export function isSame(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared >= SAME * (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}

/** What editors tag: quotes with their marks, sentences, some words in a row. None lies over another. */
export function choosePassages(text: string, random: SeededRandom): readonly Span[] {
  const pattern = (): RegExp =>
    random.pick([/[“"«„][^“”"«»„\n]{12,}[”"»“]/g, /[^\s.!?][^.!?\n]{20,}[.!?]+[”"’]?/g, /(?:\S+ ){4,11}\S+/g]);
  const chosen: Span[] = [];
  for (let i = 0; i < 3 * PASSAGES && chosen.length < PASSAGES; i++) {
    const found = [...text.matchAll(pattern())];
    if (found.length === 0) continue;
    const { index, 0: words } = random.pick(found);
    const span = { start: index, end: index + words.length };
    if (chosen.every(other => other.end <= span.start || other.start >= span.end)) chosen.push(span);
  }
  return chosen;
}
