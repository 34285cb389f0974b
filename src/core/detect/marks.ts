import { isBlank, isDigit, isQuoteMark, isWordCharacter } from '../text/characters';
import { mojibakeAt } from '../text/mojibake';
import { once } from './once';
import * as TokenKind from './tokenKind';
import { DOUBLE_APOSTROPHE, type Tokens } from './tokens';

/** Families of marks that open and close each other, however they are mixed. */
export const MARK_FAMILIES = [
  'double',
  'apostrophes',
  'single',
  'guillemet',
  'singleGuillemet',
  'corner',
  'whiteCorner',
] as const;
export type MarkFamily = (typeof MARK_FAMILIES)[number];

/** Words between marks, as tokens: the marks stand at `open` and `close`. */
export interface MarkedSpan {
  readonly family: MarkFamily;
  /** The opening mark's token; -1 where the quotation goes on from an earlier block. */
  readonly open: number;
  /** The closing mark's token; the number of tokens where the block ends first. */
  readonly close: number;
  readonly children: readonly MarkedSpan[];
}

interface Opened {
  readonly family: MarkFamily;
  readonly open: number;
  readonly children: MarkedSpan[];
}

/** Deeper marks are taken for characters: no text nests so far, and a hostile one must not. */
const DEEPEST = 4;

/**
 * Pairs the marks of one block into outermost spans, in text order, each with the spans nested in it. `continued` is the family of a
 * quotation that goes on from the block before. One pass; a single mark that never closes is an apostrophe, another one leaves
 * its span open to the end of the block.
 */
export function pairMarks(tokens: Tokens, continued?: MarkFamily): MarkedSpan[] {
  const outermost: MarkedSpan[] = [];
  if (!tokens.hasMarks && !continued) return outermost;
  const stack: Opened[] = [];
  const later = once(() => laterClosers(tokens));
  const place = (spans: readonly MarkedSpan[]): void => void (stack.at(-1)?.children ?? outermost).push(...spans);
  const close = (depth: number, token: number): void => {
    // What was opened inside and never closed is no quotation; what it held moves out.
    while (stack.length > depth + 1) place(stack.pop()!.children);
    const { family, open, children } = stack.pop()!;
    place([{ family, open, close: token, children }]);
  };
  let first = 0;
  if (continued) {
    stack.push({ family: continued, open: -1, children: [] });
    if (familyOf(tokens, 0) === continued) first = 1;
  }
  for (let token = first; token < tokens.count; token++) {
    if (tokens.kind[token] !== TokenKind.mark) continue;
    const family = familyOf(tokens, token)!;
    const depth = openDepth(stack, family);
    const role = roleOf(tokens, token, family, depth >= 0, later);
    if (role === 'close' && depth >= 0) close(depth, token);
    else if (role === 'open' && stack.length < DEEPEST) stack.push({ family, open: token, children: [] });
  }
  while (stack.length > 0) {
    const { family, open, children } = stack.pop()!;
    const isQuotation = stack.length === 0 && family !== 'single' && !isStray(tokens, open, children);
    if (isQuotation) outermost.push({ family, open, close: tokens.count, children });
    else place(children);
  }
  return outermost;
}

/**
 * True for a straight mark that nothing closes before pairs of “curly” ones: a text with both kinds did not nest them,
 * somebody left the straight one behind.
 */
const isStray = (tokens: Tokens, open: number, children: readonly MarkedSpan[]): boolean =>
  open >= 0 && tokens.word[open] === -34 && children.some(child => tokens.word[child.open] === -0x201c);

/** What a mark at the very start of a block may take up: ``, or “ in the wrong encoding. */
export const OPENING_LENGTH = 4;

/** The family of the mark that opens the first block at or after `start`, undefined where it opens with none. Reads its first characters only. */
export function openingOf(text: string, start: number): MarkFamily | undefined {
  let first = start;
  while (first < text.length && isBlank(text.charCodeAt(first))) first++;
  if (first >= text.length) return undefined;
  const misread = mojibakeAt(text, first);
  const code = misread?.code ?? text.charCodeAt(first);
  if (!isQuoteMark(code)) return undefined;
  const isDoubled = (code === 39 || code === 96) && text.charCodeAt(first + 1) === code;
  const length = isDoubled ? 2 : (misread?.length ?? 1);
  // A mark alone opens nothing.
  for (let at = first + length; at < Math.min(first + OPENING_LENGTH, text.length); at++)
    if (!isBlank(text.charCodeAt(at))) return isDoubled ? 'apostrophes' : FAMILY_OF_MARK.get(code);
  return undefined;
}

function openDepth(stack: readonly Opened[], family: MarkFamily): number {
  for (let depth = stack.length - 1; depth >= 0; depth--) if (stack[depth]!.family === family) return depth;
  return -1;
}

const FAMILY_OF_MARK: ReadonlyMap<number, MarkFamily> = new Map(
  (
    [
      ['“”"„‟＂', 'double'],
      ["‘’‚‛'`", 'single'],
      ['«»', 'guillemet'],
      ['‹›', 'singleGuillemet'],
      ['「」', 'corner'],
      ['『』', 'whiteCorner'],
    ] as const
  ).flatMap(([marks, family]) => Array.from(marks, mark => [mark.charCodeAt(0), family] as const)),
);

function familyOf(tokens: Tokens, token: number): MarkFamily | undefined {
  if (token >= tokens.count || tokens.kind[token] !== TokenKind.mark) return undefined;
  const code = -tokens.word[token]!;
  return code === DOUBLE_APOSTROPHE ? 'apostrophes' : FAMILY_OF_MARK.get(code);
}

type Role = 'open' | 'close' | 'none';

/** What a mark does here, from its shape, from what stands on its two sides, and from whether one of its family is open. */
function roleOf(tokens: Tokens, token: number, family: MarkFamily, isOpen: boolean, later: () => Uint8Array): Role {
  const { grammar } = tokens;
  const before = tokens.codeBefore(token);
  const after = tokens.codeAfter(token);
  const opensHere = isBlank(before) || OPENS_AFTER.has(before);
  const closesHere = isBlank(after) || CLOSES_BEFORE.has(after);
  const code = -tokens.word[token]!;
  switch (family) {
    case 'single':
      return singleRole(tokens, token, before, after, isOpen, later);
    case 'corner':
    case 'whiteCorner':
      return code === 0x300c || code === 0x300e ? 'open' : 'close';
    case 'guillemet':
    case 'singleGuillemet': {
      const pointsLeft = code === 0xab || code === 0x2039;
      const outward = grammar.rules.inwardGuillemets ? !pointsLeft : pointsLeft;
      if (isOpen) return outward && opensHere && !closesHere && !isBlank(after) ? 'open' : 'close';
      return outward || (opensHere && !closesHere) ? 'open' : 'close';
    }
    default:
  }
  if (code === 0x201e) return 'open';
  if (code === 0x201c)
    return isOpen && closesHere && !opensHere ? 'close' : isOpen && grammar.rules.closesWithLeftMark ? 'close' : 'open';
  if (isOpen) return code === 34 && opensHere && !closesHere && nests(tokens, token) ? 'open' : 'close';
  if (code === 0x201d) return opensHere && !closesHere ? 'open' : 'close';
  // A straight mark after a digit with nothing open is inches.
  if (code === 34 && isDigit(before)) return 'none';
  return closesHere && !opensHere ? 'close' : 'open';
}

/** How far behind a straight mark the two may stand that close it and the one around it. */
const NESTING_REACH = 120;

/** "Would it be called "old", then?": two straight marks follow that can only close. */
function nests(tokens: Tokens, mark: number): boolean {
  let closers = 0;
  for (let token = mark + 1; token < tokens.count && token < mark + NESTING_REACH && closers < 2; token++) {
    if (tokens.word[token] !== -34 || tokens.kind[token] !== TokenKind.mark) continue;
    const before = tokens.codeBefore(token);
    const after = tokens.codeAfter(token);
    if (isBlank(before) || OPENS_AFTER.has(before) || !(isBlank(after) || CLOSES_BEFORE.has(after))) return false;
    closers++;
  }
  return closers === 2;
}

/** Single marks are apostrophes first. */
function singleRole(
  tokens: Tokens,
  token: number,
  before: number,
  after: number,
  isOpen: boolean,
  later: () => Uint8Array,
): Role {
  const code = -tokens.word[token]!;
  if (code === 0x201a) return 'open';
  if (closesElision(tokens, token)) return 'none';
  if (isOpen && code !== 0x2018 && !isBlank(before) && !isWordCharacter(after)) {
    const isPlural = (before | 32) === 115 && isBlank(after) && later()[token] === 1;
    return isPlural ? 'none' : 'close';
  }
  if (isOpen && code === 0x2018 && tokens.grammar.rules.closesWithLeftMark && !isBlank(before)) return 'close';
  if (isWordCharacter(before) || isBlank(after) || code === 0x2019) return 'none';
  if (code !== 0x2018 && isElision(tokens, token)) return 'none';
  return isBlank(before) || OPENS_AFTER.has(before) ? 'open' : 'none';
}

/** '90s, 'em, rock 'n' roll. */
function isElision(tokens: Tokens, token: number): boolean {
  const next = token + 1;
  if (tokens.is(next, TokenKind.number)) return tokens.lengthOf(next) === 2;
  return tokens.is(next, TokenKind.word) && ELIDED.has(tokens.textOf(next).toLowerCase());
}

/** The second mark of ’n’: rock ’n’ roll. */
const closesElision = (tokens: Tokens, token: number): boolean =>
  tokens.isGlued(token) &&
  tokens.is(token - 1, TokenKind.word) &&
  tokens.lengthOf(token - 1) === 1 &&
  tokens.endsWith(token - 1, 'n') &&
  tokens.isGlued(token - 1) &&
  familyOf(tokens, token - 2) === 'single';

const ELIDED = new Set(['em', 'til', 'n', 'tis', 'twas', 'cause', 'bout', 'cos', 'round', 'kay']);

/** 1 at a single mark that a later one could close instead of it, before another one opens. */
function laterClosers(tokens: Tokens): Uint8Array {
  const later = new Uint8Array(tokens.count);
  let closes = 0;
  for (let token = tokens.count - 1; token >= 0; token--) {
    if (tokens.kind[token] !== TokenKind.mark || familyOf(tokens, token) !== 'single') continue;
    later[token] = closes;
    const before = tokens.codeBefore(token);
    const after = tokens.codeAfter(token);
    if (isWordCharacter(after)) closes = 0;
    else if (!isBlank(before)) closes = 1;
  }
  return later;
}

const codes = (characters: string): ReadonlySet<number> =>
  new Set(Array.from(characters, character => character.charCodeAt(0)));
const OPENS_AFTER = codes('([{<—–-/“„‘«‹"\'=|:…');
const CLOSES_BEFORE = codes(')]}>.,;:!?—–-/”’»›"\'…');
