import { ArticleNames } from './articleNames';
import { type BlockRecord } from './blockChain';
import { type Span } from '../text/span';
import { type Mention, type NumericClaim, type Quote } from './model';
import { isSameNamerState, type NamerState, shiftedNamerState, SpeakerNamer } from './speakerNamer';

/** A block in the text: its first character is at `at`, `groups` groups come before it. */
interface PlacedBlock {
  readonly record: BlockRecord;
  readonly at: number;
  readonly groups: number;
  /** The names of the speakers of its quotes, in their order. */
  readonly speakers: readonly (string | undefined)[];
  /** What naming remembered before the block, in the offsets of when its first character was at `namerAt`. */
  readonly namer: NamerState;
  readonly namerAt: number;
}

/**
 * What the blocks of a text hold, put together; kept so that the next assembly need not make it all again. Quotes and claims are put
 * in their places when they are asked for: at each key of a long article all behind it move, and few of them are looked at.
 */
export class Assembly {
  #lists: { readonly quotes: readonly Quote[]; readonly claims: readonly NumericClaim[] } | undefined;

  constructor(
    readonly blocks: readonly PlacedBlock[],
    readonly names: ArticleNames,
  ) {}

  /** In text order. */
  get quotes(): readonly Quote[] {
    return (this.#lists ??= listsOf(this.blocks)).quotes;
  }

  /** In text order; each with the quote it stands in. */
  get claims(): readonly NumericClaim[] {
    return (this.#lists ??= listsOf(this.blocks)).claims;
  }

  /** The quotes and claims of the blocks that touch `span` or whose quotes do, in text order. Claims do not say which quote they stand in. */
  near(span: Span): { readonly quotes: readonly Quote[]; readonly claims: readonly NumericClaim[] } {
    const quotes: Quote[] = [];
    const claims: NumericClaim[] = [];
    for (const block of this.blocks) {
      const { at, record } = block;
      if (at + record.block.size < span.start || at + record.found.reach > span.end) continue;
      quotes.push(...quotesOf(block));
      for (const claim of record.found.claims) claims.push(placedClaim(claim, at));
    }
    return { quotes, claims };
  }

  /** How many quotes that stand in the text as such, and how many claims. */
  get counts(): { readonly quotes: number; readonly claims: number } {
    let quotes = 0;
    let claims = 0;
    for (const { record } of this.blocks) {
      for (const { type } of record.found.quotes) if (type !== 'indirect') quotes++;
      claims += record.found.claims.length;
    }
    return { quotes, claims };
  }
}

/**
 * Puts together what the blocks of a text hold: offsets of the text, names of speakers, the quote that each claim stands in. What
 * `before` has of the same blocks is taken from there, moved where its block has moved; names are told anew only behind the change, as
 * far as it makes a difference.
 */
export function assemble(records: readonly BlockRecord[], before?: Assembly): Assembly {
  const old = before?.blocks ?? [];
  const { lead, tail } = unchanged(records, old);
  const areNamesKept = before !== undefined && namesAreKept(records, old, lead, tail);
  const names = areNamesKept ? before.names : new ArticleNames(records);
  const isNamedAlike = areNamesKept || (before !== undefined && names.answersLike(before.names));
  const namer = new SpeakerNamer(names);
  const kept = isNamedAlike ? lead : 0;
  const blocks = old.slice(0, kept);
  const last = blocks.at(-1);
  let start = last ? last.at + last.record.block.length - last.record.block.indent : 0;
  let groups = last ? last.groups + last.record.found.groups : 0;
  if (kept > 0) namer.state = namerBefore(old[kept]!, old[kept]!.at);
  let goesOnAlike = false;
  for (let index = kept; index < records.length; index++) {
    const record = records[index]!;
    const at = start + record.block.indent;
    const same = isNamedAlike && index >= records.length - tail ? old[index - records.length + old.length] : undefined;
    if (same && !goesOnAlike) goesOnAlike = isSameNamerState(same.namer, namer.state, at - same.namerAt);
    blocks.push(same && goesOnAlike ? movedBlock(same, at, groups) : placedBlock(record, at, groups, namer));
    groups += record.found.groups;
    start += record.block.length;
  }
  return new Assembly(blocks, names);
}

/** How many records at the start, and at the end, are those of before. Not all of the old blocks are among those at the start. */
function unchanged(
  records: readonly BlockRecord[],
  old: readonly PlacedBlock[],
): { readonly lead: number; readonly tail: number } {
  const most = Math.min(records.length, old.length - 1);
  let lead = 0;
  while (lead < most && records[lead] === old[lead]!.record) lead++;
  let tail = 0;
  while (tail < most - lead && records[records.length - 1 - tail] === old[old.length - 1 - tail]!.record) tail++;
  return { lead: Math.max(lead, 0), tail };
}

/** True where the blocks that are new name the same as those that they replace. */
function namesAreKept(
  records: readonly BlockRecord[],
  old: readonly PlacedBlock[],
  lead: number,
  tail: number,
): boolean {
  const replaced = old.slice(lead, old.length - tail).map(({ record }) => record);
  return ArticleNames.areSame(replaced, records.slice(lead, records.length - tail));
}

const namerBefore = ({ namer, namerAt }: PlacedBlock, at: number): NamerState =>
  at === namerAt ? namer : shiftedNamerState(namer, at - namerAt);

function placedBlock(record: BlockRecord, at: number, groups: number, namer: SpeakerNamer): PlacedBlock {
  const { quotes, topics } = record.found;
  const before = namer.state;
  const speakers: (string | undefined)[] = [];
  let heard = 0;
  for (const quote of quotes) {
    heard = namer.hear(topics, at, heard, quote.speaker?.start ?? 0);
    speakers.push(namer.nameOf(quote, at));
  }
  namer.hear(topics, at, heard, Infinity);
  return { record, at, groups, speakers, namer: before, namerAt: at };
}

function movedBlock(block: PlacedBlock, at: number, groups: number): PlacedBlock {
  if (at === block.at && groups === block.groups) return block;
  const { record, speakers, namer, namerAt } = block;
  return { record, at, groups, speakers, namer, namerAt };
}

/** The quotes of a block in text order. */
function quotesOf({ record, at, groups, speakers }: PlacedBlock): Quote[] {
  const { quotes } = record.found;
  const placed = quotes.map((quote, i) => placedQuote(quote, at, groups, speakers[i]));
  return placed.length > 1 ? placed.sort(inTextOrder) : placed;
}

/** The quotes and claims of all blocks in text order. A quote over several paragraphs belongs to the last and starts in the first. */
function listsOf(blocks: readonly PlacedBlock[]): {
  readonly quotes: readonly Quote[];
  readonly claims: readonly NumericClaim[];
} {
  const quotes: Quote[] = [];
  let isInOrder = true;
  for (const block of blocks) {
    if (block.record.found.quotes.length === 0) continue;
    for (const quote of quotesOf(block)) {
      if (quotes.length > 0 && inTextOrder(quotes[quotes.length - 1]!, quote) > 0) isInOrder = false;
      quotes.push(quote);
    }
  }
  if (!isInOrder) quotes.sort(inTextOrder);
  const claims: NumericClaim[] = [];
  let next = 0;
  for (const { record, at } of blocks)
    for (const claim of record.found.claims) {
      while (next < quotes.length && quotes[next]!.start <= at + claim.figure.start) next++;
      claims.push(placedClaim(claim, at, quoteAround(at + claim.figure.end, quotes, next)));
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
