import { conceptOf, isNegation } from './concepts';
import { isFunctionWord } from './functionWords';
import { canBeOne } from './speakerNames';
import { type SpokenPassage, type TracedDocument, type WordRange } from './tracedDocument';
import { WordFlag } from './words';

/** Why a place is taken for the same words: codes, for whoever puts them in words. */
export type TraceReason =
  | { readonly code: 'sameSpeaker'; readonly name: string }
  | { readonly code: 'sharedWords'; readonly words: readonly string[] }
  | { readonly code: 'sharedMeaning'; readonly words: readonly (readonly [here: string, there: string])[] }
  | { readonly code: 'sharedNames'; readonly names: readonly string[] }
  | { readonly code: 'sharedNumbers'; readonly numbers: readonly string[] };

/** How much a stem tells: high where few documents have it. */
export type WeightOf = (stem: number) => number;

export interface Paraphrase {
  readonly passage: SpokenPassage;
  readonly range: WordRange;
  readonly likeness: number;
  readonly reasons: readonly TraceReason[];
}

/** What a stretch says, as concepts. */
interface Meaning {
  readonly range: WordRange;
  /** Concepts, the first word that stands for each, and how much that tells. */
  readonly words: ReadonlyMap<number, { readonly at: number; readonly weight: number }>;
  readonly weight: number;
  readonly isNegated: boolean;
}

/** Below this two sentences speak of the same subject and no more. */
const LEAST_LIKENESS = 0.34;
/** So many concepts are in common at least. */
const LEAST_CONCEPTS = 3;
/** One says no and the other does not. */
const NEGATION_FACTOR = 0.75;

/** The sentence reported from the same speaker that says most of what the quote says; undefined where none says enough. */
export function judgeParaphrase(
  here: TracedDocument,
  passage: SpokenPassage,
  there: TracedDocument,
  weightOf: WeightOf,
): Paraphrase | undefined {
  const meanings = meaningsOf(here, passage, weightOf);
  let best: (Paraphrase & { readonly mine: Meaning; readonly theirs: Meaning }) | undefined;
  for (const other of there.passages) {
    if (passage.speakerStems.length > 0 && other.speakerStems.length > 0)
      if (!canBeOne(passage.speakerStems, other.speakerStems)) continue;
    for (const theirs of meaningsOf(there, other, weightOf))
      for (const mine of meanings) {
        const likeness = likenessOf(mine, theirs);
        if (likeness > (best?.likeness ?? 0))
          best = { passage: other, range: theirs.range, likeness, reasons: [], mine, theirs };
      }
  }
  if (!best || best.likeness < LEAST_LIKENESS) return undefined;
  const { mine, theirs, ...found } = best;
  return { ...found, reasons: reasonsOf(here, passage, there, found.passage, mine, theirs) };
}

/** What each sentence of a passage says; all of it together where it has several. */
function meaningsOf(document: TracedDocument, passage: WordRange, weightOf: WeightOf): readonly Meaning[] {
  const sentences = document.sentencesOf(passage);
  return (sentences.length > 1 ? sentences : [passage])
    .map(range => meaningOf(document, range, weightOf))
    .filter(({ words }) => words.size >= LEAST_CONCEPTS);
}

function meaningOf({ words }: TracedDocument, range: WordRange, weightOf: WeightOf): Meaning {
  const found = new Map<number, { readonly at: number; readonly weight: number }>();
  let total = 0;
  let isNegated = false;
  for (let at = range.from; at < range.to; at++) {
    const stem = words.stems[at]!;
    if (isNegation(stem) || (words.flags[at]! & WordFlag.negated) !== 0) isNegated = true;
    if (isFunctionWord(words.hashes[at]!)) continue;
    const concept = conceptOf(stem);
    if (found.has(concept)) continue;
    const weight = weightOf(stem);
    found.set(concept, { at, weight });
    total += weight;
  }
  return { range, words: found, weight: total, isNegated };
}

/** Dice's coefficient of the two sentences' concepts, by how much each tells. */
function likenessOf(mine: Meaning, theirs: Meaning): number {
  let shared = 0;
  let count = 0;
  for (const [concept, { weight }] of mine.words) {
    const other = theirs.words.get(concept);
    if (!other) continue;
    shared += weight + other.weight;
    count++;
  }
  if (count < LEAST_CONCEPTS) return 0;
  return (shared / (mine.weight + theirs.weight)) * (mine.isNegated === theirs.isNegated ? 1 : NEGATION_FACTOR);
}

function reasonsOf(
  here: TracedDocument,
  passage: SpokenPassage,
  there: TracedDocument,
  other: SpokenPassage,
  mine: Meaning,
  theirs: Meaning,
): readonly TraceReason[] {
  const same: string[] = [];
  const names: string[] = [];
  const numbers: string[] = [];
  const meaning: [string, string][] = [];
  for (const [concept, { at }] of mine.words) {
    const to = theirs.words.get(concept)?.at;
    if (to === undefined) continue;
    const word = here.text.slice(here.words.starts[at], here.words.ends[at]);
    const flags = here.words.flags[at]!;
    if (here.words.stems[at] !== there.words.stems[to])
      meaning.push([word, there.text.slice(there.words.starts[to], there.words.ends[to])]);
    else if ((flags & WordFlag.number) !== 0) numbers.push(word);
    else if ((flags & WordFlag.name) !== 0) names.push(word);
    else same.push(word);
  }
  const reasons: TraceReason[] = [];
  if (passage.speaker !== undefined && other.speaker !== undefined)
    reasons.push({
      code: 'sameSpeaker',
      name: passage.speaker.length >= other.speaker.length ? passage.speaker : other.speaker,
    });
  if (same.length > 0) reasons.push({ code: 'sharedWords', words: same });
  if (meaning.length > 0) reasons.push({ code: 'sharedMeaning', words: meaning });
  if (names.length > 0) reasons.push({ code: 'sharedNames', names });
  if (numbers.length > 0) reasons.push({ code: 'sharedNumbers', numbers });
  return reasons;
}
