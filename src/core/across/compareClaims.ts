import { type NumericClaim } from '../detect/model';
import { sentenceAt } from '../text/sentences';
import { overlaps, type Span } from '../text/span';
import {
  type Agreement,
  AGREEMENTS,
  type Amount,
  amountOf,
  type Dimension,
  judgeAgreement,
  partOfWhole,
} from './amount';
import { conceptOf } from './concepts';
import { isFunctionWord } from './functionWords';
import { type WeightOf } from './paraphrase';
import { type TracedDocument } from './tracedDocument';
import { WordReader } from './words';

/** A figure with what tells what it is a figure of. */
export interface ComparableClaim {
  readonly document: string;
  readonly claim: NumericClaim;
  /** The claim of the whole that this one is a part of, in the same sentence: the 311 of "311 tanks, at least one third of them Western". */
  readonly whole?: NumericClaim;
  /** Its sentence. */
  readonly span: Span;
  readonly dimension: Dimension;
  readonly amount: Amount;
  /** What is counted, as concepts; empty where the text leaves it open. */
  readonly counted: ReadonlySet<number>;
  /** Concepts of the sentence, and how much each tells. */
  readonly context: ReadonlyMap<number, number>;
}

/** Two figures of one thing in two documents. */
export interface ClaimComparison {
  readonly a: ComparableClaim;
  readonly b: ComparableClaim;
  readonly agreement: Agreement;
  /** How sure it is that they are of one thing, 0 to 1. */
  readonly likeness: number;
}

/** Sentences about one thing are so alike at least: where the same is counted, where it is measured, where one leaves open what is counted, where it has other names. */
const LIKENESS = { same: 0.25, measured: 0.4, open: 0.5, other: 0.5 } as const;

/** A document's claims, and what parts of a whole come to; those of a page's furniture left out. */
export function comparableClaims(
  document: TracedDocument,
  claims: readonly NumericClaim[],
  weightOf: WeightOf,
): readonly ComparableClaim[] {
  const own = claims.flatMap(claim => comparableClaim(document, claim, weightOf) ?? []);
  const parts = own.flatMap(part => {
    if (part.dimension !== 'share') return [];
    const whole = own.find(
      other =>
        other.dimension === 'count' && other.span.start === part.span.start && other.claim.start < part.claim.start,
    );
    if (!whole) return [];
    const amount = partOfWhole(part.amount, whole.amount);
    return { ...whole, claim: part.claim, whole: whole.claim, amount };
  });
  return [...own, ...parts];
}

function comparableClaim(
  document: TracedDocument,
  claim: NumericClaim,
  weightOf: WeightOf,
): ComparableClaim | undefined {
  const { text } = document;
  const measured = claim.boilerplate ? undefined : amountOf(claim, text);
  if (!measured) return undefined;
  const range = document.rangeOf(claim);
  if (range.from >= range.to) return undefined;
  const sentence = sentenceAt(text, claim.start);
  const { from, to } = document.rangeOf(sentence);
  const { words } = document;
  const context = new Map<number, number>();
  for (let at = from; at < to; at++) {
    const place = { start: words.starts[at]!, end: words.ends[at]! };
    if (overlaps(place, claim.figure) || isFunctionWord(words.hashes[at]!)) continue;
    context.set(conceptOf(words.stems[at]!), weightOf(words.stems[at]!));
  }
  const thing = claim.of ?? (measured.dimension === 'count' ? (claim.unit ?? following(text, claim.end)) : undefined);
  return { document: document.id, claim, span: sentence, ...measured, counted: conceptsOf(thing), context };
}

/** What follows a bare number: "at least 100 of Skerrow’s boats". */
const following = (text: string, end: number): string | undefined =>
  /^ (?:of|von|der|des|de|d’|d')\s[^.,;:!?()\n]{1,40}/
    .exec(text.slice(end, end + 48))?.[0]
    .split(' ')
    .slice(2, 5)
    .join(' ');

function conceptsOf(thing: string | undefined): ReadonlySet<number> {
  const concepts = new Set<number>();
  if (thing === undefined) return concepts;
  const words = new WordReader().read(thing);
  for (let at = 0; at < words.length; at++)
    if (!isFunctionWord(words.hashes[at]!)) concepts.add(conceptOf(words.stems[at]!));
  return concepts;
}

/**
 * Which claims of two documents are about one thing, each with at most one of the other document, and whether they agree. In the order of the
 * first document. A part of a whole that was reckoned takes the place of that whole: 311 tanks, a third of them Western, beside 100 Western ones.
 */
export function compareClaims(
  first: readonly ComparableClaim[],
  second: readonly ComparableClaim[],
): readonly ClaimComparison[] {
  const pairs: ClaimComparison[] = [];
  for (const a of first)
    for (const b of second) {
      if (a.dimension !== b.dimension || (a.whole && b.whole) || areFarApart(a.amount, b.amount)) continue;
      const likeness = likenessOf(a, b);
      if (likeness > 0) pairs.push({ a, b, likeness, agreement: judgeAgreement(a.amount, b.amount) });
    }
  // Of pairs equally alike those that agree come first: two figures in one sentence are told apart by what they are.
  pairs.sort(
    (x, y) =>
      y.likeness - x.likeness ||
      AGREEMENTS.indexOf(x.agreement) - AGREEMENTS.indexOf(y.agreement) ||
      Number(isPart(x)) - Number(isPart(y)),
  );
  const used = new Set<NumericClaim>();
  const taken: ClaimComparison[] = [];
  for (const pair of pairs) {
    const claims = [pair.a.claim, pair.b.claim, pair.a.whole ?? pair.a.claim, pair.b.whole ?? pair.b.claim];
    if (claims.some(claim => used.has(claim))) continue;
    for (const claim of claims) used.add(claim);
    taken.push(pair);
  }
  return taken.sort((x, y) => x.a.claim.start - y.a.claim.start);
}

/** "At least 28" says nothing of several thousand: bounds so many times apart are about two things. */
const FAR_APART = 8;

function areFarApart(a: Amount, b: Amount): boolean {
  if (a.about !== undefined && b.about !== undefined) return false;
  const [x, y] = [sizeOf(a), sizeOf(b)];
  return Math.max(x, y) > FAR_APART * Math.min(x, y);
}

const sizeOf = ({ about, least, most }: Amount): number => Math.abs(about ?? (Number.isFinite(least) ? least : most));

const isPart = ({ a, b }: ClaimComparison): boolean => a.whole !== undefined || b.whole !== undefined;

/** 0 where they are about two things. */
function likenessOf(a: ComparableClaim, b: ComparableClaim): number {
  let shared = 0;
  let ofA = 0;
  let ofB = 0;
  for (const [concept, weight] of a.context) {
    ofA += weight;
    if (b.context.has(concept)) shared += weight;
  }
  for (const weight of b.context.values()) ofB += weight;
  if (ofA === 0 || ofB === 0) return 0;
  // A short sentence says part of what a long one says.
  const likeness = Math.min(1, shared / (ofA + ofB) + (0.5 * shared) / Math.min(ofA, ofB));
  return likeness >= leastFor(a, b) ? likeness : 0;
}

function leastFor(a: ComparableClaim, b: ComparableClaim): number {
  if (a.whole || b.whole || (a.dimension !== 'count' && a.dimension !== 'share')) return LIKENESS.measured;
  if (a.counted.size === 0 || b.counted.size === 0) return a.dimension === 'share' ? LIKENESS.measured : LIKENESS.open;
  for (const concept of a.counted) if (b.counted.has(concept)) return LIKENESS.same;
  return LIKENESS.other;
}
