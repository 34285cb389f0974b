import { assignPlaces } from './assignPlaces';
import { type Article, type Candidate } from './findPassage';
import { judgePlace, SURE_LEAD } from './judgePlace';
import { isSure, LOST, type Resolution, type ResolutionState } from './resolution';
import { HALF_A_SIDE, scorePlaces, type Scored, type Sought } from './scorePlaces';
import { type SettledPassages } from './settledPassages';
import { spanOfPlace } from './spanOfPlace';

/** Gives each of the sought passages, all of the same words, its place. */
export function settlePlaces(
  article: Article,
  group: readonly Sought[],
  places: readonly Candidate[],
  settled: SettledPassages,
): readonly (readonly [Sought, Resolution])[] {
  const inOrder = [...group].sort((a, b) => a.anchor.start - b.anchor.start);
  const starts = places.map(place => article.folded.toText(place).start);
  const scores = inOrder.map(sought => {
    const { start } = sought.anchor;
    return scorePlaces(article.searchable, sought, places, starts, settled.expectationOf(start));
  });
  const chosen = assignPlaces(scores, SURE_LEAD);
  const states = statesOf(article, inOrder, scores, chosen);
  const isSurelyHeld = (place: Scored): boolean =>
    chosen.some(
      (column, row) =>
        column !== undefined && scores[row]![column]!.start === place.start && isSure({ state: states[row]! }),
    );
  const isDoubtful = (column: number): boolean =>
    chosen.some((other, row) => other === column && !isSure({ state: states[row]! }));
  return inOrder.map((sought, row) => {
    const state = states[row]!;
    const place = chosen[row] === undefined ? undefined : scores[row]![chosen[row]];
    // Where the words stand once, a guess is rather those than others like them, unless all around speaks for the others.
    const [asTheyAre, ...more] = scores[row]!.filter(other => other?.likeness === 1);
    const isGuess = place !== undefined && state === 'uncertain' && place.likeness < 1;
    if (isGuess && asTheyAre && more.length === 0 && !isSurelyHeld(asTheyAre))
      if (place.sides.some(side => side < HALF_A_SIDE)) return [sought, guessAt(article, sought, asTheyAre)];
    if (place && state !== 'lost') return [sought, resolutionAt(article, sought, place, state)];
    // A place that another passage has without certainty may as well be this one's.
    const offered = scores[row]!.filter((_, column) => isDoubtful(column));
    const best = offered.reduce((a, b) => (b && (!a || b.score > a.score) ? b : a), undefined);
    return [sought, best ? guessAt(article, sought, best) : LOST];
  });
}

/** How sure each passage is of the place chosen for it: `scores[passage][place]`, `chosen[passage]` a place or none. */
function statesOf(
  article: Article,
  group: readonly Sought[],
  scores: readonly (readonly (Scored | undefined)[])[],
  chosen: readonly (number | undefined)[],
): readonly ResolutionState[] {
  let states = chosen.map((column): ResolutionState => (column === undefined ? 'lost' : 'moved'));
  const isSureOf = (row: number): boolean => isSure({ state: states[row]! });
  const countSure = (): number => states.filter((_, row) => isSureOf(row)).length;
  // What is not surely placed speaks against a choice: a place that nobody has for sure, a passage that has none for sure.
  for (let sure = -1; sure !== countSure();) {
    sure = countSure();
    const isHeld = (column: number): boolean => chosen.some((other, row) => other === column && isSureOf(row));
    states = chosen.map((column, row): ResolutionState => {
      const place = column === undefined ? undefined : scores[row]![column];
      if (!place) return 'lost';
      const others = scores[row]!.filter((other, index) => other && other !== place && !isHeld(index));
      const rivals = scores.map((scored, other) => (other === row || isSureOf(other) ? undefined : scored[column!]));
      const lead = others.some(other => isBeside(other!, place))
        ? 0
        : Math.min(...[...others, ...rivals].map(other => place.score - (other?.score ?? 0)), place.score);
      return judgePlace(article, group[row]!, place, lead, scores[row]!.length === 1 && group.length === 1);
    });
  }
  return states;
}

function resolutionAt(article: Article, sought: Sought, place: Scored, state: ResolutionState): Resolution {
  return state === 'lost'
    ? LOST
    : { span: spanOfPlace(article, sought, place), score: Math.min(1, place.score), state };
}

/** A place that nothing leads to. */
const guessAt = (article: Article, sought: Sought, place: Scored): Resolution =>
  resolutionAt(article, sought, place, judgePlace(article, sought, place, 0, false));

/**
 * True where another place has a side of the surroundings that a place has not, or is where it should be: what stood beside the
 * passage, or the passage, was moved, and the text does not tell which.
 */
const isBeside = (other: Scored, place: Scored): boolean =>
  other.likeness >= place.likeness &&
  ((other.near && !place.near && !place.inOrder) ||
    other.sides.some(
      (side, i) => side > HALF_A_SIDE && side > place.sides[i]! && (!place.inOrder || place.telling[i]!),
    ));
