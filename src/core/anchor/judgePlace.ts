import { type Span } from '../text/span';
import { type Article } from './findPassage';
import { type ResolutionState } from './resolution';
import { HALF_A_SIDE, type Scored, type Sought } from './scorePlaces';
import { hasEdges, LONG_QUOTE, spanOfPlace, TIP_LENGTH } from './spanOfPlace';
import { wordsOf } from './wordIndex';

/**
 * So many words in a row, or so many characters, are no coincidence: where they stand once and stood once, that is the passage,
 * whatever became of its surroundings.
 */
const DISTINCTIVE_WORDS = 3;
const DISTINCTIVE_LENGTH = 16;

/** So much of altered words must be there. */
const SURE_LIKENESS = 0.7;

/** So much where one side of the surroundings agrees, or where the words are many. */
export const SURE_LIKENESS_BESIDE = 0.8;

/** The same of a passage beside whose likeness it was tagged: that may be what is left. */
const SURE_LIKENESS_OF_ALIKE = 0.85;

/** So much where no side of the surroundings agrees; then the words must be many. */
const SURE_LIKENESS_ALONE = 0.75;

/** So much of either side must agree where some of the places that the words had are gone: it may be the passage that is. */
const WHOLE_SIDE = 0.9;

/** Below this a place of altered words is not even worth showing. */
const WORTH_SHOWING = 0.4;

/** The best place must lead the second best by this. */
export const SURE_LEAD = 0.08;

/** Where the place is told by one side and by being as expected: more than the latter alone can give. */
const SURE_LEAD_NEAR = 0.2;

/**
 * The same of repeated words, unless their neighbours moved as far or both sides agree by half. What nothing at all speaks for but the
 * words leads by 0.3. When it was chosen, over 20,000 random scripts and `bench:anchor` at medium strength: at 0.2 three more places were
 * wrong than at 0.292, and 0.1 % more were found; at 0.3 three fewer, and 0.24 % fewer were found.
 */
const SURE_LEAD_REPEATED = 0.292;

/**
 * How sure it is that a place is the passage's. `lead`: by how much its score leads those of the passage's other places, and those of
 * the place's other passages; `isOnly`: there are no others.
 */
export function judgePlace(
  article: Article,
  sought: Sought,
  place: Scored,
  lead: number,
  isOnly: boolean,
): ResolutionState {
  const { text } = article.folded;
  const { anchor, quote, isRepeated } = sought;
  if (place.likeness < 1) {
    if (place.score < WORTH_SHOWING) return 'lost';
    return isSureOfAltered(text, place, sought, lead) ? 'moved' : 'uncertain';
  }
  if (isRepeated && !hasItsTwins(text, place, sought)) return 'uncertain';
  if (sought.hasFewer && !place.sides.every(side => side >= WHOLE_SIDE)) return 'uncertain';
  const span = spanOfPlace(article, sought, place);
  const isInPlace = span.start === anchor.start;
  const isDistinctive = isOnly && !isRepeated && isRare(quote);
  const isWordless = wordsOf(quote).length === 0;
  const isTold =
    place.vouched || isDistinctive || place.inOrder || (lead >= SURE_LEAD_NEAR && isExpected(place, isRepeated, lead));
  if (isWordless || !(lead >= SURE_LEAD || (isInPlace && lead > 0)) || !isTold) return 'uncertain';
  return isInPlace && article.text.slice(span.start, span.end) === anchor.quote ? 'exact' : 'moved';
}

/** True where the place is as expected, and for repeated words also told from the other places of them. */
const isExpected = ({ near, inStep, sides }: Scored, isRepeated: boolean, lead: number): boolean =>
  near && (!isRepeated || inStep || lead >= SURE_LEAD_REPEATED || sides.every(side => side >= HALF_A_SIDE));

const isRare = (quote: string): boolean =>
  wordsOf(quote).length >= DISTINCTIVE_WORDS || quote.length >= DISTINCTIVE_LENGTH;

/**
 * A place of altered words is sure where it leads, and either its surroundings say so too, or so much of a long quote is there that
 * nothing else can be meant.
 */
function isSureOfAltered(text: string, place: Scored, sought: Sought, lead: number): boolean {
  const { quote, isRepeated, hadLikeness } = sought;
  if (lead < SURE_LEAD) return false;
  if (place.isPart) return !isRepeated && !hadLikeness && (place.end - place.start >= LONG_QUOTE || place.vouched);
  const isLong = !isRepeated && quote.length >= LONG_QUOTE;
  // Most are told by this, and the surroundings are not looked up in the whole text.
  if (isLong && !hadLikeness && place.likeness >= SURE_LIKENESS_BESIDE) return true;
  if (place.vouched && place.enclosed && (!hadLikeness || place.near)) return place.likeness >= SURE_LIKENESS;
  if (isRepeated && place.inOrder && hasItsTwins(text, place, sought)) return true;
  // What is like the passage stood beside what stood beside it, or beside something like that.
  if (hadLikeness && !(place.near && place.vouched && place.likeness >= SURE_LIKENESS_OF_ALIKE)) return false;
  // A word or two that resemble a word or two are another's as likely as not: “Comment *”, “Post Comment”.
  if (quote.length < DISTINCTIVE_LENGTH) return false;
  if (isLong && place.likeness >= SURE_LIKENESS_BESIDE) return true;
  const areEdgesThere = hasEdges(text, place, quote);
  // Of a quote that was cut at one end the rest is there; where only its ends are, something else may stand between them.
  if (isLong && place.vouched && place.likeness >= SURE_LIKENESS && (place.near || !areEdgesThere)) return true;
  if (!areEdgesThere) return false;
  if (place.vouched) return place.likeness >= SURE_LIKENESS_BESIDE;
  return !isRepeated && place.likeness >= SURE_LIKENESS_ALONE && quote.length >= LONG_QUOTE;
}

/**
 * True where as many twins stand right beside a place as stood beside the passage. Where one of some in a row is gone, the text is the
 * same whichever it was.
 */
function hasItsTwins(text: string, { start, end }: Span, { prefix, quote, suffix }: Sought): boolean {
  const before = text.slice(Math.max(0, start - prefix.length - 2 * quote.length), start);
  const after = text.slice(end, end + suffix.length + 2 * quote.length);
  return (
    twinsBeside(before, quote, -1) === twinsBeside(prefix, quote, -1) &&
    twinsBeside(after, quote, 1) === twinsBeside(suffix, quote, 1)
  );
}

/** How often a stretch ends with the words, or starts with them, blanks aside. */
function twinsBeside(stretch: string, words: string, step: 1 | -1): number {
  let rest = stretch.trim();
  let count = 0;
  for (; step < 0 ? rest.endsWith(words) : rest.startsWith(words); count++)
    rest = (step < 0 ? rest.slice(0, -words.length) : rest.slice(words.length)).trim();
  // Of the outermost the context may hold a part.
  return count + Number(rest.length >= TIP_LENGTH && (step < 0 ? words.endsWith(rest) : words.startsWith(rest)));
}
