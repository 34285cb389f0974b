import { germanNumber, startsGermanNumber } from './languages/germanNumbers';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';

/** Shorter numbers stand in the table. */
const SHORTEST = 9;

/** Gives the class of a number word to compounds that no table can list: zweihundertdreiundvierzig. */
export function markCompounds(tokens: Tokens): void {
  const { kind, word, figures, start, end } = tokens;
  for (let token = 0; token < tokens.count; token++) {
    if (kind[token] !== TokenKind.word || word[token] !== 0 || end[token]! - start[token]! < SHORTEST) continue;
    if (!NUMBER_LETTERS.has(tokens.firstCode(token) | 32)) continue;
    const text = tokens.textOf(token);
    if (startsGermanNumber(text.slice(0, 2).toLowerCase()) && germanNumber(text) !== undefined)
      figures[token]! |= FigureClass.cardinal;
  }
}

const NUMBER_LETTERS = new Set(Array.from('ezdvfsanht', letter => letter.charCodeAt(0)));
