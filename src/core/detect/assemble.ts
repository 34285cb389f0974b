import { ordered } from '../ordered';
import { ArticleNames } from './articleNames';
import { type BlockRecord } from './blockChain';
import { type HighlightKind } from './highlightKinds';
import { type Span } from '../text/span';
import { type Mention, type NumericClaim, type Quote } from './model';
import { isSameNamerState, type NamerState, shiftedNamerState, SpeakerNamer } from './speakerNamer';

/** A block with the names of its quotes' speakers. It does not know where it stands, so it outlives edits before it. */
interface NamedBlock {
  readonly record: BlockRecord;
  /** The names of the speakers of its quotes, in their order. */
  readonly speakers: readonly (string | undefined)[];
  /** What naming remembered before the block, in the offsets of when its first character was at `namerAt`. */
  readonly namer: NamerState;
  readonly namerAt: number;
}

/** Takes the place of a highlight. */
export type TellPlace = (kind: HighlightKind, start: number, end: number, isBoilerplate: boolean) => void;

/** Where blocks stand, by their index: the offset of each one's first character, and how many groups come before it. */
interface Places {
  readonly at: Int32Array;
  readonly groups: Int32Array;
}

interface Counts {
  readonly quotes: number;
  readonly claims: number;
}

/**
 * What the blocks of a text hold, put together; kept so that the next assembly need not make it all again. Quotes and claims are put
 * in their places when they are asked for: at each key of a long article all behind it move, and few of them are looked at.
 */
export class Assembly {
  #lists: { readonly quotes: readonly Quote[]; readonly claims: readonly NumericClaim[] } | undefined;
  /** For each block, where what it and all blocks behind it hold starts at the earliest: a quote over several paragraphs is held by the last. */
  #earliest: Int32Array | undefined;

  constructor(
    readonly records: readonly BlockRecord[],
    readonly blocks: readonly NamedBlock[],
    readonly places: Places,
    readonly names: ArticleNames,
    /** How many quotes that stand in the text as such, and how many claims. */
    readonly counts: Counts,
  ) {}

  /** In text order. */
  get quotes(): readonly Quote[] {
    return (this.#lists ??= listsOf(this)).quotes;
  }

  /** In text order; each with the quote it stands in. */
  get claims(): readonly NumericClaim[] {
    return (this.#lists ??= listsOf(this)).claims;
  }

  /** The quotes and claims of the blocks that touch `span` or whose quotes do, in text order. Claims do not say which quote they stand in. */
  near(span: Span): { readonly quotes: readonly Quote[]; readonly claims: readonly NumericClaim[] } {
    const quotes: Quote[] = [];
    const claims: NumericClaim[] = [];
    const { records, places } = this;
    const earliest = (this.#earliest ??= earliestIn(records, places));
    for (let index = this.firstReaching(span.start); index < records.length; index++) {
      if (earliest[index]! > span.end) break;
      const { found } = records[index]!;
      const at = places.at[index]!;
      if (at + found.reach > span.end) continue;
      quotes.push(...this.quotesOf(index));
      for (const claim of found.claims) claims.push(placedClaim(claim, at));
    }
    return { quotes, claims };
  }

  /** The index of the first block that does not end before an offset. */
  private firstReaching(offset: number): number {
    let low = 0;
    let high = this.records.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.places.at[middle]! + this.records[middle]!.block.size < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Tells where each highlight and each quote right within one stands, block by block: for those who want no more of it. */
  forEachPlace(tell: TellPlace): void {
    for (let index = 0; index < this.records.length; index++) {
      const { quotes, claims } = this.records[index]!.found;
      const at = this.places.at[index]!;
      for (const { type, start, end, boilerplate, children } of quotes) {
        tell(type, at + start, at + end, boilerplate === true);
        if (children)
          for (const child of children) tell(child.type, at + child.start, at + child.end, child.boilerplate === true);
      }
      for (const { start, end, boilerplate } of claims) tell('claim', at + start, at + end, boilerplate === true);
    }
  }

  /** The quotes of the block with this index, in text order. */
  quotesOf(index: number): Quote[] {
    const { record, speakers } = this.blocks[index]!;
    const { at, groups } = this.places;
    const { quotes } = record.found;
    return ordered(
      quotes.map((quote, i) => placedQuote(quote, at[index]!, groups[index]!, speakers[i])),
      inTextOrder,
    );
  }
}

const NOTHING = new Assembly([], [], placesOf([]), new ArticleNames([]), { quotes: 0, claims: 0 });

/** So many blocks are named a step. */
const BLOCKS_A_STEP = 32;

/**
 * Puts together what the blocks of a text hold: offsets of the text, names of speakers, the quote that each claim stands in. What
 * `before` has of the same blocks is taken from there; names are told anew only behind the change, as far as it makes a difference. In steps.
 */
export function* assembling(records: readonly BlockRecord[], before: Assembly = NOTHING): Generator<void, Assembly> {
  const { lead, tail } = unchanged(records, before.records);
  const made = records.slice(lead, records.length - tail);
  const replaced = before.records.slice(lead, before.records.length - tail);
  const places = placesOf(records, before, lead, tail);
  const counts = countsAfter(before.counts, replaced, made);
  const areNamesKept = before !== NOTHING && ArticleNames.areSame(replaced, made);
  const names = areNamesKept ? before.names : new ArticleNames(records);
  const isNamedAlike = areNamesKept || (before !== NOTHING && names.answersLike(before.names));
  const namer = new SpeakerNamer(names);
  const kept = isNamedAlike ? lead : 0;
  const blocks = before.blocks.slice(0, kept);
  if (kept > 0) namer.state = namerBefore(before.blocks[kept]!, before.places.at[kept]!);
  const shift = before.records.length - records.length;
  for (let index = kept; index < records.length; index++) {
    const at = places.at[index]!;
    const same = isNamedAlike && index >= records.length - tail ? before.blocks[index + shift]! : undefined;
    // Named as before from here on.
    if (same && isSameNamerState(same.namer, namer.state, at - same.namerAt))
      return new Assembly(records, blocks.concat(before.blocks.slice(index + shift)), places, names, counts);
    blocks.push(namedBlock(records[index]!, at, namer));
    if (index % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
  }
  return new Assembly(records, blocks, places, names, counts);
}

/** How many records at the start, and at the end, are those of before. Not all of the old blocks are among those at the start. */
function unchanged(
  records: readonly BlockRecord[],
  old: readonly BlockRecord[],
): { readonly lead: number; readonly tail: number } {
  const most = Math.min(records.length, old.length - 1);
  let lead = 0;
  while (lead < most && records[lead] === old[lead]) lead++;
  let tail = 0;
  while (tail < most - lead && records[records.length - 1 - tail] === old[old.length - 1 - tail]) tail++;
  return { lead, tail };
}

/** Where the records stand: the first and last ones, so many, where they stood before, those at the end moved. */
function placesOf(records: readonly BlockRecord[], before?: Assembly, lead = 0, tail = 0): Places {
  const at = new Int32Array(records.length);
  const groups = new Int32Array(records.length);
  if (before && lead > 0) {
    at.set(before.places.at.subarray(0, lead));
    groups.set(before.places.groups.subarray(0, lead));
  }
  let start = 0;
  let group = 0;
  if (lead > 0) {
    const { block, found } = records[lead - 1]!;
    start = at[lead - 1]! - block.indent + block.length;
    group = groups[lead - 1]! + found.groups;
  }
  const moved = records.length - tail;
  for (let index = lead; index < moved; index++) {
    const { block, found } = records[index]!;
    at[index] = start + block.indent;
    groups[index] = group;
    start += block.length;
    group += found.groups;
  }
  if (before && tail > 0) {
    const old = before.records.length - tail;
    const growth = start + records[moved]!.block.indent - before.places.at[old]!;
    const more = group - before.places.groups[old]!;
    for (let index = 0; index < tail; index++) {
      at[moved + index] = before.places.at[old + index]! + growth;
      groups[moved + index] = before.places.groups[old + index]! + more;
    }
  }
  return { at, groups };
}

function earliestIn(records: readonly BlockRecord[], { at }: Places): Int32Array {
  const earliest = new Int32Array(records.length);
  let least = Infinity;
  for (let index = records.length - 1; index >= 0; index--)
    earliest[index] = least = Math.min(least, at[index]! + records[index]!.found.reach);
  return earliest;
}

function countsAfter(
  { quotes, claims }: Counts,
  replaced: readonly BlockRecord[],
  made: readonly BlockRecord[],
): Counts {
  const add = (records: readonly BlockRecord[], sign: 1 | -1): void => {
    for (const { found } of records) {
      quotes += sign * found.marked;
      claims += sign * found.claims.length;
    }
  };
  add(replaced, -1);
  add(made, 1);
  return { quotes, claims };
}

const namerBefore = ({ namer, namerAt }: NamedBlock, at: number): NamerState =>
  at === namerAt ? namer : shiftedNamerState(namer, at - namerAt);

function namedBlock(record: BlockRecord, at: number, namer: SpeakerNamer): NamedBlock {
  const { quotes, topics } = record.found;
  const before = namer.state;
  const speakers: (string | undefined)[] = [];
  let heard = 0;
  for (const quote of quotes) {
    heard = namer.hear(topics, at, heard, quote.speaker?.start ?? 0);
    speakers.push(namer.nameOf(quote, at));
  }
  namer.hear(topics, at, heard, Infinity);
  return { record, speakers, namer: before, namerAt: at };
}

/** The quotes and claims of all blocks in text order. A quote over several paragraphs belongs to the last and starts in the first. */
function listsOf(assembly: Assembly): {
  readonly quotes: readonly Quote[];
  readonly claims: readonly NumericClaim[];
} {
  const { records, places } = assembly;
  const quotes: Quote[] = [];
  for (let index = 0; index < records.length; index++) {
    if (records[index]!.found.quotes.length === 0) continue;
    for (const quote of assembly.quotesOf(index)) quotes.push(quote);
  }
  ordered(quotes, inTextOrder);
  const claims: NumericClaim[] = [];
  let next = 0;
  for (let index = 0; index < records.length; index++) {
    const at = places.at[index]!;
    for (const claim of records[index]!.found.claims) {
      while (next < quotes.length && quotes[next]!.start <= at + claim.figure.start) next++;
      claims.push(placedClaim(claim, at, quoteAround(at + claim.figure.end, quotes, next)));
    }
  }
  return { quotes, claims };
}

const inTextOrder = (a: Quote, b: Quote): number => a.start - b.start || b.end - a.end;

/** The quote further on by so many characters and groups, with the name of its speaker. */
const placedQuote = (quote: Quote, by: number, groups: number, speakerName: string | undefined): Quote => ({
  // All keys, in one order: one shape is made and read several times as fast as many, and a corpus has millions.
  start: quote.start + by,
  end: quote.end + by,
  type: quote.type,
  speaker: placedMention(quote.speaker, by),
  speakerName,
  cue: placedMention(quote.cue, by),
  group: quote.group === undefined ? undefined : quote.group + groups,
  mode: quote.mode,
  unclosed: quote.unclosed,
  boilerplate: quote.boilerplate,
  children: quote.children?.map(child => placedQuote(child, by, groups, undefined)),
});

/** The claim further on by so many characters, in the quote with this index. */
const placedClaim = (claim: NumericClaim, by: number, quote?: number): NumericClaim => ({
  start: claim.start + by,
  end: claim.end + by,
  kind: claim.kind,
  figure: { start: claim.figure.start + by, end: claim.figure.end + by },
  modifier: claim.modifier && {
    start: claim.modifier.start + by,
    end: claim.modifier.end + by,
    text: claim.modifier.text,
    means: claim.modifier.means,
  },
  value: claim.value,
  min: claim.min,
  max: claim.max,
  unit: claim.unit,
  currency: claim.currency,
  of: claim.of,
  from: claim.from,
  to: claim.to,
  by: claim.by,
  direction: claim.direction,
  quote,
  boilerplate: claim.boilerplate,
});

const placedMention = (mention: Mention | undefined, by: number): Mention | undefined =>
  mention && { start: mention.start + by, end: mention.end + by, text: mention.text };

/** How many quotes that start before a claim are tried: quotes overlap only where they nest. */
const NESTING = 8;

/** The index of the innermost quote around a figure that ends at `end`; `next` is that of the first one that starts behind the figure's start. */
function quoteAround(end: number, quotes: readonly Quote[], next: number): number | undefined {
  for (let index = next - 1; index >= 0 && index >= next - NESTING; index--)
    if (quotes[index]!.end >= end) return index;
  return undefined;
}
