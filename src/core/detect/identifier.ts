import { isCurrencySign } from './digitFigure';
import { isFourDigitYear } from './calendar';
import { type Figure } from './figure';
import * as TokenKind from './tokenKind';
import { type Tokens } from './tokens';
import * as FigureClass from './figureClass';
import * as TraitClass from './traitClass';
import * as WordClass from './wordClass';

const UNIT =
  FigureClass.percent | FigureClass.scale | FigureClass.currency | FigureClass.duration | FigureClass.measure;

/** "Article 5", "page 12", "No. 7", "Boeing 747", "Psalm 23", "Hauptstraße 5". */
export function isLabelled(tokens: Tokens, { first, last, value }: Figure): boolean {
  let before = first - 1;
  if (tokens.isSign(before, '.') && tokens.isGlued(before)) before--;
  // "pages 12 and 13"
  if (tokens.hasFigure(before, FigureClass.rangeJoiner | FigureClass.joiner) && tokens.is(before - 1, TokenKind.number))
    if (tokens.hasFigure(before - 2, FigureClass.label) && !tokens.isPlural(last + 1)) return true;
  // Numbers of things are short or have no separators: IMO 9234567; "number 12,400" is no label.
  const length = tokens.lengthOf(first);
  const isNumber = length <= LONGEST_LABEL || String(value).length === length;
  const isLabel = isNumber && tokens.hasFigure(before, FigureClass.label);
  if (isLabel || isStreet(tokens, before)) return true;
  if (tokens.isSign(before, '°') || tokens.isSign(before, '§') || isDecade(tokens, first, last)) return true;
  // A size of aircraft, said without its maker: the 737 Max, two 787 jets.
  if (AIRLINERS.has(value) && isAirliner(tokens, last + 1)) return true;
  if (!tokens.isCapitalizedInside(before) || tokens.sentence[before] !== tokens.sentence[first] || before !== first - 1)
    return false;
  if (tokens.has(before, WordClass.month | WordClass.speech | WordClass.time)) return false;
  if (tokens.hasFigure(before, FigureClass.currency) && tokens.lengthOf(before) > 1) return false;
  const next = last + 1;
  const hasUnit =
    tokens.isSign(next, '%') ||
    tokens.isSign(next, '°') ||
    tokens.hasFigure(next, UNIT) ||
    isCurrencySign(tokens, first - 1);
  // Where nouns have capitals, one before a number is no name if another one is counted.
  const counts = tokens.grammar.rules.nounsCapitalized
    ? tokens.isCapitalized(next)
    : tokens.isPlural(next) && !tokens.isCapitalized(next);
  // "14 Challenger 2 tanks"
  const isCounted = tokens.is(before - 1, TokenKind.number);
  return !hasUnit && (!counts || isCounted) && tokens.end[last]! - tokens.start[first]! <= 4;
}

/** Digits with their separators. */
const LONGEST_LABEL = 6;

/** "les années 90", "los años 20": the years behind their noun. */
const isDecade = (tokens: Tokens, first: number, last: number): boolean =>
  tokens.grammar.language !== 'en' &&
  tokens.hasFigure(first - 1, FigureClass.duration) &&
  tokens.lengthOf(first) === 2 &&
  !tokens.isPlural(last + 1) &&
  !tokens.isSign(last + 1, '%') &&
  !tokens.hasFigure(last + 1, UNIT);

const AIRLINERS = new Set([707, 717, 727, 737, 747, 757, 767, 777, 787]);

/** What stands behind an airliner's number: a capital, "jets", or no noun at all. */
function isAirliner(tokens: Tokens, next: number): boolean {
  if (!tokens.is(next, TokenKind.word)) return false;
  return tokens.isCapitalized(next) || AIRCRAFT.has(tokens.textOf(next));
}
const AIRCRAFT = new Set([
  'jet',
  'jets',
  'plane',
  'planes',
  'aircraft',
  'airliner',
  'airliners',
  'freighter',
  'freighters',
]);

/** "le 93", "el 15": one thing that is called by its number, where nothing is counted. */
export function isCalledByNumber(tokens: Tokens, { first, last }: Figure): boolean {
  const { objectFirst } = tokens.grammar.rules;
  if (!objectFirst || !tokens.is(first - 1, TokenKind.word) || !SINGULAR_ARTICLES.has(tokens.textOf(first - 1)))
    return false;
  const next = last + 1;
  // "entre le 3 et le 5 du mois"
  if (tokens.hasFigure(next, FigureClass.joiner))
    return !tokens.is(tokens.has(next + 1, WordClass.determiner) ? next + 2 : next + 1, TokenKind.number);
  return next >= tokens.count || tokens.isSign(next, ',') || tokens.isSign(next, '.') || tokens.isSign(next, ';');
}

const SINGULAR_ARTICLES = new Set(['le', 'Le', 'el', 'El']);

/** A street's name ends like one: Hauptstraße, Marktplatz. */
const isStreet = (tokens: Tokens, token: number): boolean =>
  tokens.grammar.rules.nounsCapitalized &&
  tokens.isCapitalized(token) &&
  STREET_ENDINGS.some(ending => tokens.endsWith(token, ending));
const STREET_ENDINGS = ['straße', 'strasse', 'platz', 'gasse', 'allee'];

/** "1." or "1)" at the start of a line. */
export function isListNumber(tokens: Tokens, { first, last }: Figure): boolean {
  if (first !== 0 || last !== 0) return false;
  // "1 Market Square": a place in a list.
  const isName = tokens.isCapitalized(1) && !tokens.grammar.rules.nounsCapitalized;
  if (
    tokens.lengthOf(0) <= 2 &&
    isName &&
    (tokens.isCapitalized(2) || (tokens.isSign(2, '-') && !tokens.is(3, TokenKind.number)))
  )
    return true;
  return (
    tokens.count > 2 &&
    (tokens.isSign(1, '.') || tokens.isSign(1, ')')) &&
    tokens.isGlued(1) &&
    !tokens.isGlued(2) &&
    tokens.lengthOf(0) <= 3
  );
}

/** "der 3. Stock": a stop behind digits that ends no sentence makes them an ordinal where the language writes it so. */
export function isOrdinalDigits(tokens: Tokens, { first, last }: Figure): boolean {
  const stop = last + 1;
  return (
    tokens.grammar.rules.ordinalStop &&
    first === last &&
    tokens.lengthOf(first) <= 3 &&
    tokens.isSign(stop, '.') &&
    tokens.isGlued(stop) &&
    tokens.is(stop + 1, TokenKind.word) &&
    tokens.sentence[stop + 1] === tokens.sentence[last]
  );
}

/** "12 Mill Street", "12, rue de", "NY 10001", "the 10001 ZIP code". */
export function isPlaceNumber(tokens: Tokens, { first, last }: Figure): boolean {
  if (first !== last) return false;
  const isFive = tokens.lengthOf(first) === 5;
  if (isFive && !/\D/.test(tokens.textOf(first))) {
    // "…, 75001 Paris": numbers of things so long have a separator.
    if (tokens.grammar.language !== 'en' && tokens.isSign(first - 1, ',') && tokens.isCapitalized(last + 1))
      return true;
    const state = first - 1;
    const isState =
      tokens.is(state, TokenKind.word) && tokens.lengthOf(state) === 2 && /^[A-Z]{2}$/.test(tokens.textOf(state));
    if (isState && !tokens.hasFigure(state, FigureClass.currency)) return true;
    if (tokens.is(last + 1, TokenKind.word) && /^zip$/i.test(tokens.textOf(last + 1))) return true;
  }
  let next = tokens.isSign(last + 1, ',') ? last + 2 : last + 1;
  if (tokens.hasTrait(next, TraitClass.road) && !tokens.isCapitalized(next)) return true;
  if (isBehindStreet(tokens, first) && tokens.is(last + 1, TokenKind.punctuation)) return true;
  if (next > last + 1) return false;
  for (const end = next + STREET_REACH; next < end && tokens.isCapitalized(next); next++)
    if (next > last + 1 && tokens.hasTrait(next, TraitClass.street)) return true;
  return false;
}

/** "calle Mayor, 10" */
function isBehindStreet(tokens: Tokens, first: number): boolean {
  if (!tokens.isSign(first - 1, ',')) return false;
  for (let at = first - 2; at >= first - 2 - STREET_REACH; at--) if (tokens.hasTrait(at, TraitClass.road)) return true;
  return false;
}

/** Words of a street's name. */
const STREET_REACH = 4;

/** Digits beside other digits with nothing said between them: telephone numbers, tables, "20 20 20". */
export function isNumberRow(tokens: Tokens, { first, last }: Figure): boolean {
  const next = last + 1;
  const isBehind = tokens.is(first - 1, TokenKind.number) && !isFourDigitYear(tokens, first - 1);
  if (!isBehind && !(tokens.is(next, TokenKind.number) && !tokens.hasFigure(next + 1, UNIT))) return false;
  if (tokens.isSign(next, '%') || tokens.hasFigure(next, UNIT) || isCurrencySign(tokens, next)) return false;
  return !(isBehind && tokens.isPlural(next) && !tokens.isCapitalized(next));
}

/** "51.5° N": the last token of a place on the globe, -1 where the degrees are none. */
export function isCoordinate(tokens: Tokens, last: number): number {
  if (!tokens.isSign(last + 1, '°')) return -1;
  const reach = Math.min(tokens.count, last + COORDINATE_REACH);
  for (let at = last + 2; at < reach; at++) {
    if (tokens.is(at, TokenKind.word)) return COMPASS.has(tokens.textOf(at)) ? at : -1;
    if (tokens.isSign(at, '.') || tokens.isSign(at, ',') || tokens.isSign(at, ';')) return -1;
  }
  return -1;
}

/** Degrees, minutes, seconds and their signs. */
const COORDINATE_REACH = 8;
const COMPASS = new Set(['N', 'S', 'E', 'W', 'O']);
