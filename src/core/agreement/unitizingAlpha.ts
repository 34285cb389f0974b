import { drained } from '../drained';
import { type Span } from '../text/span';

/** A text in which annotators marked passages. */
export interface Continuum {
  /** In characters, or whatever the spans count. */
  readonly length: number;
  /** Each annotator's passages: in order, none empty, none overlapping another one of the same annotator. */
  readonly passages: readonly (readonly Span[])[];
}

/** What unitizing alpha is made of. Both disagreements are shares of the squared length. */
export interface UnitizingAgreement {
  readonly observed: number;
  readonly expected: number;
  /** Undefined where nobody marked anything. */
  readonly alpha: number | undefined;
}

/** A passage, or a gap between two of one annotator's. */
interface Section extends Span {
  readonly marked: boolean;
}

/**
 * Krippendorff's alpha for unitizing: how far annotators mark the same passages, whatever they say of them. 1 where all marks are the
 * same, about 0 for what chance gives, below 0 where annotators mark apart. It is αU of K. Krippendorff, Content Analysis, 2nd edition
 * 2004, chapter 11, for one category (first in: On the Reliability of Unitizing Continuous Data, Sociological Methodology 25, 1995);
 * not the uα that Krippendorff, Mathet, Bouvry and Widlöcher defined in 2016.
 *
 * Over several texts it is the same coefficient over all of them: a gap ends where its text ends, and where texts have different
 * numbers of annotators, m, each comparison of two counts 1/(m - 1), as missing values do in alpha for coding. A text that fewer than
 * two annotated does not count. Takes time in proportion to passages times annotators, after sorting.
 */
export function unitizingAlpha(continua: readonly Continuum[]): UnitizingAgreement {
  return drained(unitizingSteps(continua));
}

/** As unitizingAlpha, a text at a step. */
export function* unitizingSteps(continua: readonly Continuum[]): Generator<void, UnitizingAgreement> {
  const compared = continua.filter(({ passages }) => passages.length >= 2);
  const length = sum(compared.map(continuum => continuum.length));
  // As many characters as there are in all annotators' copies of the texts.
  const copied = sum(compared.map(continuum => continuum.length * continuum.passages.length));
  if (copied === 0) return { observed: 0, expected: 0, alpha: undefined };
  const lengths: { readonly marked: number[]; readonly gaps: number[] } = { marked: [], gaps: [] };
  let disagreement = 0;
  for (const continuum of compared) {
    const partitions = continuum.passages.map(passages => sectionsOf(passages, continuum.length));
    for (const { marked, start, end } of partitions.flat()) (marked ? lengths.marked : lengths.gaps).push(end - start);
    disagreement += sumOfPairs(partitions) / (partitions.length - 1);
    yield;
  }
  const observed = disagreement / length / copied;
  const expected = expectedDisagreement(lengths.marked, lengths.gaps, length, copied);
  return { observed, expected, alpha: expected === 0 ? undefined : 1 - observed / expected };
}

function sectionsOf(passages: readonly Span[], length: number): readonly Section[] {
  const sections: Section[] = [];
  let end = 0;
  for (const passage of passages) {
    if (passage.start > end) sections.push({ start: end, end: passage.start, marked: false });
    sections.push({ start: passage.start, end: passage.end, marked: true });
    end = passage.end;
  }
  if (end < length) sections.push({ start: end, end: length, marked: false });
  return sections;
}

/** The differences between the sections of any two annotators, in both orders. */
function sumOfPairs(partitions: readonly (readonly Section[])[]): number {
  let total = 0;
  partitions.forEach((ours, index) => {
    for (const theirs of partitions.slice(index + 1)) {
      for (let i = 0, j = 0; i < ours.length && j < theirs.length;) {
        const a = ours[i]!;
        const b = theirs[j]!;
        total += 2 * difference(a, b);
        if (a.end <= b.end) i++;
        if (b.end <= a.end) j++;
      }
    }
  });
  return total;
}

/** The squared difference between two sections that share a character. */
function difference(a: Section, b: Section): number {
  if (a.marked && b.marked) return (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
  if (a.marked === b.marked) return 0;
  const [passage, gap] = a.marked ? [a, b] : [b, a];
  return gap.start <= passage.start && passage.end <= gap.end ? (passage.end - passage.start) ** 2 : 0;
}

/** The mean difference between passages and gaps of these lengths, were they put together in all possible ways. */
function expectedDisagreement(
  marked: readonly number[],
  gaps: readonly number[],
  length: number,
  copied: number,
): number {
  // Gaps from the longest on, each with what it and the longer ones add up to: a passage fits into those at least as long.
  const longest = Float64Array.from(gaps).sort().reverse();
  let differences = 0;
  let fitting = 0;
  let lengthOfFitting = 0;
  for (const size of Float64Array.from(marked).sort().reverse()) {
    while (fitting < longest.length && longest[fitting]! >= size) lengthOfFitting += longest[fitting++]!;
    differences += ((marked.length - 1) * (2 * size ** 3 - 3 * size ** 2 + size)) / 3;
    differences += size ** 2 * (lengthOfFitting - fitting * (size - 1));
  }
  const pairs = copied * (copied - 1) - sum(marked.map(size => size * (size - 1)));
  return pairs === 0 ? 0 : ((2 / length) * differences) / pairs;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
