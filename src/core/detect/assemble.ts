import { type BlockRecord } from './blockChain';
import { type Mention, type NumericClaim, type Quote } from './model';
import { Names, SpeakerNamer } from './speakerNames';

/** What the blocks of a text hold, put together; kept so that the next assembly need not make it all again. */
export interface Assembly {
  /** In text order. */
  readonly quotes: readonly Quote[];
  readonly claims: readonly NumericClaim[];
  readonly names: Names;
  /** The quotes block by block. Differs from text order where a quote began in an earlier block. */
  readonly quotesByBlock: readonly Quote[];
  readonly blocks: readonly PlacedBlock[];
}

/** A block in the text: where it starts, and how many groups, quotes and claims come before its own. */
interface PlacedBlock {
  readonly record: BlockRecord;
  readonly start: number;
  readonly groups: number;
  readonly quotes: number;
  readonly claims: number;
}

/**
 * Puts together what the blocks of a text hold: offsets of the text, names of speakers, the quote that each claim stands in. What
 * `before` has of the same blocks is taken from there, moved where its block has moved: an object is made only where it differs.
 */
export function assemble(records: readonly BlockRecord[], before?: Assembly): Assembly {
  const old = before?.blocks ?? [];
  const lead = countSame(records, old, (list, index) => list[index]);
  const shorter = Math.min(records.length, old.length) - lead;
  const tail = Math.min(
    shorter,
    countSame(records, old, (list, index) => list[list.length - 1 - index]),
  );
  const changed = records.slice(lead, records.length - tail);
  const replaced = old.slice(lead, old.length - tail).map(({ record }) => record);
  const names = before && Names.areSame(replaced, changed) ? before.names : new Names(records);

  const namer = new SpeakerNamer(names);
  const quotes: Quote[] = [];
  const claims: NumericClaim[] = [];
  const blocks: PlacedBlock[] = [];
  let start = 0;
  let groups = 0;
  for (const [index, record] of records.entries()) {
    const { block, found } = record;
    const same =
      index < lead ? old[index] : index >= records.length - tail ? old[index - records.length + old.length] : undefined;
    blocks.push({ record, start, groups, quotes: quotes.length, claims: claims.length });
    const first = start + block.indent;
    const by = same ? start - same.start : first;
    const byGroups = same ? groups - same.groups : groups;
    let heard = 0;
    for (let i = 0; i < found.quotes.length; i++) {
      heard = namer.hear(found.topics, first, heard, found.quotes[i]!.speaker?.start ?? 0);
      quotes.push(
        namer.named(placedQuote(same ? before!.quotesByBlock[same.quotes + i]! : found.quotes[i]!, by, byGroups)),
      );
    }
    namer.hear(found.topics, first, heard, Infinity);
    for (let i = 0; i < found.claims.length; i++)
      claims.push(placedClaim(same ? before!.claims[same.claims + i]! : found.claims[i]!, by));
    groups += found.groups;
    start += block.length;
  }
  const sorted = [...quotes].sort((a, b) => a.start - b.start || b.end - a.end);
  return { quotes: sorted, claims: claims.map(claim => inQuote(claim, sorted)), names, quotesByBlock: quotes, blocks };
}

/** How many records, from the one that `at` gives first, are those of before. */
function countSame(
  records: readonly BlockRecord[],
  old: readonly PlacedBlock[],
  at: <T>(list: readonly T[], index: number) => T | undefined,
): number {
  let count = 0;
  while (count < records.length && at(records, count) === at(old, count)?.record) count++;
  return count;
}

function placedQuote(quote: Quote, by: number, groups: number): Quote {
  if (by === 0 && groups === 0) return quote;
  const moved: { -readonly [Key in keyof Quote]: Quote[Key] } = { ...quote };
  moved.start += by;
  moved.end += by;
  if (quote.speaker) moved.speaker = shiftedMention(quote.speaker, by);
  if (quote.cue) moved.cue = shiftedMention(quote.cue, by);
  if (quote.group !== undefined) moved.group = quote.group + groups;
  if (quote.children) moved.children = quote.children.map(child => placedQuote(child, by, groups));
  return moved;
}

function placedClaim(claim: NumericClaim, by: number): NumericClaim {
  if (by === 0) return claim;
  const moved: { -readonly [Key in keyof NumericClaim]: NumericClaim[Key] } = { ...claim };
  moved.start += by;
  moved.end += by;
  moved.figure = { start: claim.figure.start + by, end: claim.figure.end + by };
  if (claim.modifier)
    moved.modifier = { ...claim.modifier, start: claim.modifier.start + by, end: claim.modifier.end + by };
  return moved;
}

/** Written out: a text has thousands of mentions, and a literal is made faster than a copy. */
const shiftedMention = ({ start, end, text }: Mention, by: number): Mention => ({
  start: start + by,
  end: end + by,
  text,
});

/** How many quotes that start before a claim are tried: quotes overlap only where they nest. */
const NESTING = 8;

/** The claim with the index of the innermost quote around it. */
function inQuote(claim: NumericClaim, quotes: readonly Quote[]): NumericClaim {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (quotes[middle]!.start <= claim.figure.start) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0 && index >= low - NESTING; index--)
    if (quotes[index]!.end >= claim.figure.end) return claim.quote === index ? claim : { ...claim, quote: index };
  if (claim.quote === undefined) return claim;
  const { quote: _quote, ...rest } = claim;
  return rest;
}
