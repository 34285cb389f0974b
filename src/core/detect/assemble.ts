import { type BlockRecord } from './blockChain';
import { type Mention, type NumericClaim, type Quote } from './model';
import { nameSpeakers } from './speakerNames';

/** Puts together what the blocks of a text hold: offsets of the text, names of speakers, the quote that each claim stands in. */
export function assemble(records: readonly BlockRecord[]): {
  readonly quotes: readonly Quote[];
  readonly claims: readonly NumericClaim[];
} {
  const quotes: Quote[] = [];
  const claims: NumericClaim[] = [];
  let start = 0;
  let groups = 0;
  for (const { block, found } of records) {
    const first = start + block.indent;
    for (const quote of found.quotes) quotes.push(shiftedQuote(quote, first, groups));
    for (const claim of found.claims) claims.push(shiftedClaim(claim, first));
    groups += found.groups;
    start += block.length;
  }
  quotes.sort((a, b) => a.start - b.start || b.end - a.end);
  const named = nameSpeakers(quotes, records);
  return { quotes: named, claims: claims.map(claim => inQuote(claim, named)) };
}

function shiftedQuote(quote: Quote, by: number, groups: number): Quote {
  const moved: { -readonly [Key in keyof Quote]: Quote[Key] } = { ...quote };
  moved.start += by;
  moved.end += by;
  if (quote.speaker) moved.speaker = shiftedMention(quote.speaker, by);
  if (quote.cue) moved.cue = shiftedMention(quote.cue, by);
  if (quote.group !== undefined) moved.group = quote.group + groups;
  if (quote.children) moved.children = quote.children.map(child => shiftedQuote(child, by, groups));
  return moved;
}

function shiftedClaim(claim: NumericClaim, by: number): NumericClaim {
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
    if (quotes[index]!.end >= claim.figure.end) return { ...claim, quote: index };
  return claim;
}
