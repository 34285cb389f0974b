import * as CharacterClass from '../text/characterClass';
import {
  CHARACTER_CLASSES,
  CHARACTERS,
  foldCharacter,
  FOLDED_SHIFT,
  isApostrophe,
  isBlank,
  isCapital,
  isDigit,
  isLetter,
  isQuoteMark,
  isWordCharacter,
} from '../text/characters';
import { mojibakeAt, type StandIn } from '../text/mojibake';
import { type Span } from '../text/span';
import { entitySignAt } from './entitySign';
import { foldedHashStep, HASH_START } from './lexicon';
import { blankMarkup, mayBeMarkup } from './markup';
import * as TokenKind from './tokenKind';
import { DOUBLE_APOSTROPHE, type Tokens } from './tokens';
import * as FigureClass from './figureClass';

/** Replaces the tokens by those of the block at this span of `text`. One pass. */
export function readTokens(tokens: Tokens, text: string, span: Span): void {
  tokens.open(text, span);
  const { codes } = tokens;
  const end = span.end - span.start;
  for (let at = 0; at < end;) {
    const code = codes[at]!;
    const classes = CHARACTER_CLASSES[code]!;
    if (classes & CharacterClass.blank) at++;
    else if (classes & CharacterClass.letter)
      at = classes & CharacterClass.lead ? readMisread(tokens, at, end) : readWord(tokens, at, end);
    else if (classes & CharacterClass.digit || startsFraction(codes, at, code)) at = readNumber(tokens, at, end);
    else if (mayBeMarkup(code) && blankMarkup(codes, at, end)) at++;
    else at = code === AMPERSAND ? readEntity(tokens, at, end) : readSign(tokens, at, end);
  }
  tokens.seal();
}

function readMisread(tokens: Tokens, at: number, end: number): number {
  const meant = meantBy(tokens, at);
  if (isStrayLead(tokens, at) && !(meant && isQuoteMark(meant.code))) return at + 1;
  return meant && !isLetter(meant.code) ? readStandIn(tokens, at, end, meant) : readWord(tokens, at, end);
}

const meantBy = ({ text, base }: Tokens, at: number): StandIn | undefined => mojibakeAt(text, base + at);

/** The Â that a misread sign or blank leaves before itself: of “Â£5” only the £ is read; the blank may have been lost on the way. */
function isStrayLead({ codes }: Tokens, at: number): boolean {
  return codes[at] === STRAY_LEAD && !isWordCharacter(codes[at + 1]!) && !(at > 0 && isCapital(codes[at - 1]!));
}

const STRAY_LEAD = 0xc2;

function readEntity(tokens: Tokens, at: number, end: number): number {
  const sign = entitySignAt(tokens.text, tokens.base + at);
  return sign ? readStandIn(tokens, at, end, sign) : readSign(tokens, at, end);
}

const AMPERSAND = 38;

/** What a word's character can be; but for letters of which nothing else is true, it wants a closer look. */
const TELLING = CharacterClass.letter | CharacterClass.lead | CharacterClass.digit | CharacterClass.apostrophe;

function readWord(tokens: Tokens, start: number, end: number): number {
  const { codes } = tokens;
  const { lexicon } = tokens.grammar;
  const characters = CHARACTERS;
  let hash = HASH_START;
  let at = start;
  for (; ; at++) {
    let classes = characters[codes[at]!]!;
    // Most characters are letters that want no second look. A blank follows the block, so no word goes on beyond it.
    while ((classes & TELLING) === CharacterClass.letter) {
      hash = foldedHashStep(hash, classes >>> FOLDED_SHIFT);
      classes = characters[codes[++at]!]!;
    }
    if (at >= end) break;
    if (classes & CharacterClass.letter) {
      if (isStrayLead(tokens, at)) break;
      const meant = meantBy(tokens, at);
      if (meant) {
        if (isInWord(codes, at, end, meant)) return readMisreadWord(tokens, start, end);
        break;
      }
    } else if (classes & CharacterClass.digit) {
      // A currency code before an amount is a word of its own: USD10m.
      if (at - start <= 3 && isCurrency(tokens, start, at)) break;
    } else if (
      !(classes & CharacterClass.apostrophe) ||
      at + 1 >= end ||
      !isLetter(codes[at + 1]!) ||
      isCliticAt(codes, at, end)
    )
      break;
    hash = foldedHashStep(hash, classes >>> FOLDED_SHIFT);
    // What is elided is a word of its own where the language has it: l'eau, qu'il; not aujourd'hui.
    if (classes & CharacterClass.apostrophe && lexicon.findHashed(codes, start, at + 1, hash) !== 0) {
      at++;
      break;
    }
  }
  const plainEnd = at;
  const stop = codes[at]!;
  // "U.S.", "a.m.": single letters each followed by a stop are one word.
  if (stop === STOP && at === start + 1) {
    while (
      at + 1 < end &&
      codes[at] === STOP &&
      isLetter(codes[at + 1]!) &&
      !isWordCharacter(at + 2 < end ? codes[at + 2]! : 0)
    )
      at += 2;
    if (at > start + 1 && codes[at] === STOP) at++;
  }
  if ((stop === STOP || stop === COLON || stop === AT) && startsLink(codes, start, at, end)) {
    while (at < end && isLinkCharacter(codes[at]!)) at++;
    while (at > start && isLinkEnd(codes[at - 1]!)) at--;
    tokens.push(TokenKind.link, start, at, 0);
    return at;
  }
  // m², km³, mÂ²
  const power = isStrayLead(tokens, at) ? at + 1 : at;
  if ((codes[power] === SQUARED || codes[power] === CUBED) && at - start <= 2) {
    const unit = Uint16Array.of(...codes.subarray(start, at), codes[power]);
    tokens.push(TokenKind.word, start, power + 1, lexicon.find(unit, 0, unit.length));
    return power + 1;
  }
  const word = at === plainEnd ? lexicon.findHashed(codes, start, at, hash) : lexicon.find(codes, start, at);
  tokens.push(TokenKind.word, start, at, word);
  return afterClitic(tokens, at, end);
}

/** A word with letters that were misread: it is looked up as it was meant. */
function readMisreadWord(tokens: Tokens, start: number, end: number): number {
  const { codes } = tokens;
  const { lexicon } = tokens.grammar;
  const meant: number[] = [];
  const find = (): number => lexicon.find(Uint16Array.from(meant), 0, meant.length);
  let at = start;
  while (at < end && !isStrayLead(tokens, at)) {
    const character = meantBy(tokens, at) ?? { code: codes[at]!, length: 1 };
    if (!isInWord(codes, at, end, character)) break;
    meant.push(character.code);
    at += character.length;
    if (isApostrophe(character.code) && meant.length <= lexicon.longest && find() !== 0) break;
  }
  tokens.push(TokenKind.word, start, at, find());
  tokens.capital[tokens.count - 1] = isCapital(meant[0]!) ? 1 : 0;
  return afterClitic(tokens, at, end);
}

/** True for letters and digits, and for an apostrophe before letters that are no word of their own. */
const isInWord = (codes: Uint16Array, at: number, end: number, { code, length }: StandIn): boolean =>
  isWordCharacter(code) ||
  (isApostrophe(code) && isLetter(codes[at + length]!) && !isCliticAt(codes, at + length - 1, end));

const SQUARED = 0xb2;
const CUBED = 0xb3;
const STOP = 46;
const COLON = 58;
const AT = 64;

/** The end of the clitic at `at`, which is read; `at` where none stands there. */
const afterClitic = (tokens: Tokens, at: number, end: number): number =>
  at < end && isApostrophe(tokens.codes[at]!) && isCliticAt(tokens.codes, at, end)
    ? readClitic(tokens, at, at + 1, end)
    : at;

/** The letters behind the apostrophe at `at`, which start at `letters`. */
function readClitic(tokens: Tokens, at: number, letters: number, end: number): number {
  let stop = letters;
  while (stop < end && isLetter(tokens.codes[stop]!)) stop++;
  tokens.push(TokenKind.clitic, at, stop, 0);
  return stop;
}

function isCurrency({ codes, grammar: { lexicon } }: Tokens, start: number, end: number): boolean {
  return (lexicon.figures[lexicon.find(codes, start, end)]! & FigureClass.currency) !== 0;
}

/** 's, 'm, 're, 've, 'll, 'd at the end of a word. */
function isCliticAt(codes: Uint16Array, at: number, end: number): boolean {
  const first = foldCharacter(codes[at + 1]!);
  const second = at + 2 < end ? codes[at + 2]! : 32;
  if (!isWordCharacter(second)) return first === 115 || first === 109 || first === 100;
  if (at + 3 < end && isWordCharacter(codes[at + 3]!)) return false;
  const folded = foldCharacter(second);
  return ((first === 114 || first === 118) && folded === 101) || (first === 108 && folded === 108);
}

/** http://, www., name.com/: the word is the start of an address. */
function startsLink(codes: Uint16Array, start: number, at: number, end: number): boolean {
  if (at + 2 >= end) return false;
  const code = codes[at];
  if (code === COLON) return codes[at + 1] === 47 && codes[at + 2] === 47;
  if (code === AT) return isLetter(codes[at + 1]!);
  return (
    code === STOP && at - start > 1 && isSmall(codes[at - 1]!) && isSmall(codes[at + 1]!) && isSmall(codes[at + 2]!)
  );
}

const isSmall = (code: number): boolean => code >= 97 && code <= 122;

const isLinkCharacter = (code: number): boolean => code > 32 && code < 127 && code !== 34 && code !== 60 && code !== 62;

/** , . ; : ! ? ) */
const isLinkEnd = (code: number): boolean =>
  code === 44 || code === STOP || code === 59 || code === COLON || code === 33 || code === 63 || code === 41;

/** ".5", where the stop ends no word. */
const startsFraction = (codes: Uint16Array, at: number, code: number): boolean =>
  code === STOP && isDigit(codes[at + 1]!) && (at === 0 || isBlank(codes[at - 1]!));

/** Digits with the separators inside them: 1,234.5 or 1.234,5; a decade's or a unit's letters are a word of their own. */
function readNumber(tokens: Tokens, start: number, end: number): number {
  const { codes } = tokens;
  let at = start + 1;
  for (; at < end; at++) {
    const code = codes[at]!;
    if (isDigit(code)) continue;
    if (isBlank(code)) {
      const stop = spacedEnd(tokens, start, at, end);
      if (stop === at) break;
      at = stop - 1;
      continue;
    }
    const isSeparator = code === 44 || code === STOP || (isApostrophe(code) && areThreeDigits(codes, at + 1, end));
    if (!isSeparator || at + 1 >= end || !isDigit(codes[at + 1]!)) break;
  }
  at = exponentEnd(codes, at, end);
  tokens.push(TokenKind.number, start, at, 0);
  return at;
}

/**
 * The end of the groups of three that blanks part from the digits at `start..at` ("40 000"); `at` where there are none, or where other
 * digits stand beside them as in a telephone number or a table.
 */
function spacedEnd({ codes, kind, count, end: ends }: Tokens, start: number, at: number, end: number): number {
  if (at - start > 3 || codes[start] === ZERO || codes[at - 1] === COMMA) return at;
  if (count > 0 && kind[count - 1] === TokenKind.number && ends[count - 1]! + 1 >= start) return at;
  for (let digit = start; digit < at; digit++) if (!isDigit(codes[digit]!)) return at;
  let stop = at;
  while (stop < end && isBlank(codes[stop]!) && areThreeDigits(codes, stop + 1, end)) stop += 4;
  const isInRow =
    stop + 1 < end && (isBlank(codes[stop]!) || codes[stop] === 45 || codes[stop] === 47) && isDigit(codes[stop + 1]!);
  return isInRow ? at : stop;
}

const ZERO = 48;
const COMMA = 44;

/** Behind "1.3e6" and "1e-10": the end of the exponent that starts here; `at` where none does. */
function exponentEnd(codes: Uint16Array, at: number, end: number): number {
  if (at >= end || foldCharacter(codes[at]!) !== 101) return at;
  let stop = codes[at + 1] === 45 || codes[at + 1] === 43 ? at + 2 : at + 1;
  const first = stop;
  while (stop < end && stop < first + 3 && isDigit(codes[stop]!)) stop++;
  return stop > first && !(stop < end && isWordCharacter(codes[stop]!)) ? stop : at;
}

const areThreeDigits = (codes: Uint16Array, at: number, end: number): boolean =>
  at + 2 < end &&
  isDigit(codes[at]!) &&
  isDigit(codes[at + 1]!) &&
  isDigit(codes[at + 2]!) &&
  !isDigit(at + 3 < end ? codes[at + 3]! : 0);

/** "â€œ" and "&ldquo;" are tokens as “ is; between letters "â€™" and "&#39;" are apostrophes; a blank is none. */
function readStandIn(tokens: Tokens, at: number, end: number, { code, length }: StandIn): number {
  const { codes } = tokens;
  const stop = Math.min(at + length, end);
  if (isBlank(code)) return stop;
  const last = tokens.count - 1;
  if (isApostrophe(code) && tokens.is(last, TokenKind.word) && tokens.end[last] === at && isLetter(codes[stop]!))
    if (stop < end) return readClitic(tokens, at, stop, end);
  const sign = code === 0x2013 && isBlank(codes[stop]!) ? 0x2014 : code;
  tokens.push(isQuoteMark(code) ? TokenKind.mark : TokenKind.punctuation, at, stop, -sign);
  return stop;
}

function readSign(tokens: Tokens, at: number, end: number): number {
  const { codes } = tokens;
  const code = codes[at]!;
  const next = at + 1 < end ? codes[at + 1]! : 0;
  if (isQuoteMark(code)) {
    // Three in a row are two and one where they open, one and two where they close.
    const isThird = at + 2 < end && codes[at + 2] === code && at > 0 && !isBlank(codes[at - 1]!);
    const isDouble = (code === 39 || code === 96) && next === code && !isThird;
    tokens.push(TokenKind.mark, at, at + (isDouble ? 2 : 1), isDouble ? -DOUBLE_APOSTROPHE : -code);
    return at + (isDouble ? 2 : 1);
  }
  if ((code === AT || code === 35) && isWordCharacter(next)) {
    let stop = at + 1;
    while (stop < end && (isWordCharacter(codes[stop]!) || codes[stop] === 95)) stop++;
    tokens.push(TokenKind.link, at, stop, 0);
    return stop;
  }
  let stop = at + 1;
  if (code === STOP || code === 45) while (stop < end && codes[stop] === code) stop++;
  const sign =
    code === STOP && stop > at + 1
      ? 0x2026
      : code === 45 && stop > at + 1
        ? 0x2014
        : code === 0x2013 && isBlank(next)
          ? 0x2014
          : code;
  tokens.push(TokenKind.punctuation, at, stop, -sign);
  return stop;
}
