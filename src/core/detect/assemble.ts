import { ArticleNames } from './articleNames';
import { type BlockRecord } from './blockChain';
import { type Mention, type NumericClaim, type Quote } from './model';
import { isSameNamerState, type NamerState, shiftedNamerState, SpeakerNamer } from './speakerNamer';

/** What the blocks of a text hold, put together; kept so that the next assembly need not make it all again. */
export interface Assembly {
  /** In text order. */
  readonly quotes: readonly Quote[];
  readonly claims: readonly NumericClaim[];
  readonly names: ArticleNames;
  readonly blocks: readonly PlacedBlock[];
}

/** What a block holds in offsets of the text, as long as its first character is at `at` and `groups` groups come before it. */
interface PlacedBlock {
  readonly record: BlockRecord;
  readonly at: number;
  readonly groups: number;
  /** In text order, speakers named. */
  readonly quotes: readonly Quote[];
  /** They do not know yet which quote they stand in. */
  readonly claims: readonly NumericClaim[];
  /** What naming remembered before the block, in the offsets of when its first character was at `namerAt`. */
  readonly namer: NamerState;
  readonly namerAt: number;
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
  const { quotes, claims } = listsOf(blocks);
  return { quotes, claims, names, blocks };
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
  const { quotes, claims, topics } = record.found;
  const before = namer.state;
  const placed: Quote[] = [];
  let heard = 0;
  for (const quote of quotes) {
    heard = namer.hear(topics, at, heard, quote.speaker?.start ?? 0);
    placed.push(placedQuote(quote, at, groups, namer.nameOf(quote, at)));
  }
  namer.hear(topics, at, heard, Infinity);
  return {
    record,
    at,
    groups,
    quotes: placed.length > 1 ? placed.sort(inTextOrder) : placed,
    claims: claims.map(claim => placedClaim(claim, at)),
    namer: before,
    namerAt: at,
  };
}

function movedBlock(block: PlacedBlock, at: number, groups: number): PlacedBlock {
  const by = at - block.at;
  const byGroups = groups - block.groups;
  if (by === 0 && byGroups === 0) return block;
  const { record, quotes, claims, namer, namerAt } = block;
  return {
    record,
    at,
    groups,
    quotes: quotes.map(quote => placedQuote(quote, by, byGroups, quote.speakerName)),
    claims: by === 0 ? claims : claims.map(claim => placedClaim(claim, by)),
    namer,
    namerAt,
  };
}

/** The quotes and claims of all blocks in text order. A quote over several paragraphs belongs to the last and starts in the first. */
function listsOf(blocks: readonly PlacedBlock[]): {
  readonly quotes: readonly Quote[];
  readonly claims: NumericClaim[];
} {
  const quotes: Quote[] = [];
  let isInOrder = true;
  for (const block of blocks)
    for (const quote of block.quotes) {
      if (quotes.length > 0 && inTextOrder(quotes[quotes.length - 1]!, quote) > 0) isInOrder = false;
      quotes.push(quote);
    }
  if (!isInOrder) quotes.sort(inTextOrder);
  const claims: NumericClaim[] = [];
  let next = 0;
  for (const block of blocks)
    for (const claim of block.claims) {
      while (next < quotes.length && quotes[next]!.start <= claim.figure.start) next++;
      claims.push(inQuote(claim, quotes, next));
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

/** The claim with the index of the innermost quote around it; `next` is that of the first one that starts behind its figure. */
function inQuote(claim: NumericClaim, quotes: readonly Quote[], next: number): NumericClaim {
  for (let index = next - 1; index >= 0 && index >= next - NESTING; index--)
    if (quotes[index]!.end >= claim.figure.end) return placedClaim(claim, 0, index);
  return claim;
}
