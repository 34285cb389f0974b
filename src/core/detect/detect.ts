import { type Block, blockAt } from '../text/blocks';
import { type TextChange } from '../text/change';
import { detectBlock, type BlockDetection, type CarriedState, opensWith } from './detectBlock';
import { grammarOf } from './grammars';
import { type Language, type NumericClaim, type Quote } from './model';
import { Tokens } from './tokens';

/** What detection can be told; all of it optional. */
export interface DetectOptions {
  /** Overrides the language that the text itself suggests. */
  readonly language?: Language;
}

/** What was found in one text. Lists are in text order; offsets count in that text. */
export interface Detection {
  readonly language: Language;
  readonly quotes: readonly Quote[];
  readonly claims: readonly NumericClaim[];
}

/** Finds quotes and numeric claims. Linear time on any input; never throws. */
export function detect(text: string, options: DetectOptions = {}): Detection {
  const language = options.language ?? 'en';
  const tokens = new Tokens(grammarOf(language));
  const quotes: Quote[] = [];
  const claims: NumericClaim[] = [];
  const blocks: Block[] = [];
  for (let at = 0, block = blockAt(text, 0); block; at += block.length, block = blockAt(text, at)) blocks.push(block);
  let carried: CarriedState = {};
  let start = 0;
  let groups = 0;
  for (const [index, block] of blocks.entries()) {
    const first = start + block.indent;
    const content = text.slice(first, first + block.size);
    const next = blocks[index + 1];
    const after = start + block.length + (next?.indent ?? 0);
    const nextOpens = next ? opensWith(tokens, text.slice(after, after + 4)) : undefined;
    const { state, ...found } = detectBlock(tokens, content, { carried, nextOpens });
    for (const quote of found.quotes) quotes.push(moved(quote, first, groups));
    groups += found.quotes.reduce((most, { group }) => Math.max(most, (group ?? -1) + 1), 0);
    for (const claim of found.claims) claims.push(movedClaim(claim, first));
    carried = movedState(state, -(after - first));
    start += block.length;
  }
  quotes.sort((a, b) => a.start - b.start || b.end - a.end);
  return { language, quotes, claims };
}
const movedMention = <M extends { readonly start: number; readonly end: number }>(mention: M, by: number): M => ({
  ...mention,
  start: mention.start + by,
  end: mention.end + by,
});
function moved(quote: Quote, by: number, groups: number): Quote {
  return {
    ...movedMention(quote, by),
    ...(quote.speaker ? { speaker: movedMention(quote.speaker, by) } : {}),
    ...(quote.cue ? { cue: movedMention(quote.cue, by) } : {}),
    ...(quote.group !== undefined ? { group: quote.group + groups } : {}),
    ...(quote.children ? { children: quote.children.map(child => moved(child, by, groups)) } : {}),
  };
}
const movedClaim = (claim: NumericClaim, by: number): NumericClaim => ({
  ...movedMention(claim, by),
  figure: movedMention(claim.figure, by),
  ...(claim.modifier ? { modifier: movedMention(claim.modifier, by) } : {}),
});
const movedState = (state: CarriedState, by: number): CarriedState => ({
  ...(state.open
    ? {
        open: {
          ...state.open,
          start: state.open.start + by,
          ...(state.open.speaker ? { speaker: movedMention(state.open.speaker, by) } : {}),
          ...(state.open.cue ? { cue: movedMention(state.open.cue, by) } : {}),
        },
      }
    : {}),
  ...(state.speaker ? { speaker: movedMention(state.speaker, by) } : {}),
});

/**
 * The detection of `text`, given that of the text before `change`. Equals `detect(text, options)`, and does only the work
 * that the change calls for.
 */
export function redetect(
  _before: Detection,
  text: string,
  _change: TextChange,
  options: DetectOptions = {},
): Detection {
  return detect(text, options);
}
export type { BlockDetection };
