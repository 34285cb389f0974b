import { type NumericClaim } from '../detect/model';
import { wordHash, WordReader } from './words';

/** What a figure can be, both ends included, in the dimension's own unit. */
export interface Amount {
  readonly least: number;
  readonly most: number;
  /** The figure as it stands; absent where it is a bound or a range alone. */
  readonly about?: number;
  readonly isApproximate: boolean;
}

/** What can be compared with one another: counts, shares, money of one currency, lengths … */
export type Dimension = string;

/** "about 300", "nearly 20%" are good for a tenth more or less. */
const TOLERANCE = 0.1;
/** Short of the figure, never beyond it. */
const NEARLY: ReadonlySet<number> = new Set(
  'nearly almost fast beinahe knapp presque près casi'.split(' ').map(wordHash),
);

/** Units by what they measure and how many of its own unit they are: metres, square metres, kilograms, seconds, degrees, litres, watts. */
const UNITS = `length 0.01 cm centimetre centimetres centimeter centimeters zentimeter centimètre centimètres centímetro centímetros
length 1 m metre metres meter meters mètre mètres metro metros
length 1000 km kilometre kilometres kilometer kilometers kilomètre kilomètres kilómetro kilómetros
length 1609.344 mile miles meile meilen milla millas
length 0.3048 foot feet ft
length 0.0254 inch inches
mass 1 kg kilo kilos kilogram kilograms kilogramm
mass 1000 tonne tonnes ton tons tonnen tonelada toneladas
time 1 second seconds sekunde sekunden seconde secondes segundo segundos
time 60 minute minutes minuten minuto minutos min
time 3600 hour hours stunde stunden heure heures hora horas
time 86400 day days tag tage tagen jour jours día días
time 604800 week weeks woche wochen semaine semaines semana semanas
time 2629800 month months monat monate monaten mois mes meses
time 31557600 year years jahr jahre jahren an ans année années año años
temperature 1 degree degrees grad degré degrés grado grados
speed 1 knot knots knoten nœud nœuds nudo nudos`;
const UNIT_OF: ReadonlyMap<string, { readonly dimension: Dimension; readonly factor: number }> = new Map(
  UNITS.split('\n').flatMap(line => {
    const [dimension, factor, ...names] = line.split(' ');
    return names.map((name): [string, { dimension: Dimension; factor: number }] => [
      name,
      { dimension: dimension!, factor: Number(factor) },
    ]);
  }),
);

/** What a claim measures and how much of it; undefined where it gives no figure that could be compared. */
export function amountOf(
  claim: NumericClaim,
  text: string,
): { readonly dimension: Dimension; readonly amount: Amount } | undefined {
  const { kind, currency, unit } = claim;
  const known = unit === undefined ? undefined : UNIT_OF.get(unit.toLowerCase());
  const isShare = kind === 'percent' || kind === 'fraction';
  const factor = kind === 'percent' ? 0.01 : kind === 'measure' || kind === 'duration' ? (known?.factor ?? 1) : 1;
  const figures =
    kind === 'change'
      ? changed(claim)
      : { value: claim.value, min: claim.min, max: claim.max, what: isShare ? 'share' : kind };
  const amount = rangeOf(figures, claim, text, factor);
  if (!amount) return undefined;
  const measured =
    kind === 'measure' || kind === 'duration' ? (known?.dimension ?? `${kind} ${unit?.toLowerCase()}`) : figures.what;
  return { dimension: currency === undefined ? measured : `${measured} ${currency}`, amount };
}

interface Figures {
  readonly value?: number | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly what: string;
}

/** What a figure came to is compared, else by how much it changed. */
const changed = ({ to, by, direction, unit }: NumericClaim): Figures =>
  to !== undefined ? { value: to, what: `change to ${unit}` } : { value: by, what: `change ${direction} by ${unit}` };

function rangeOf(
  { value, min, max }: Figures,
  { modifier }: NumericClaim,
  text: string,
  factor: number,
): Amount | undefined {
  if (value !== undefined) {
    const about = value * factor;
    const slack = modifier?.means === 'approx' ? Math.abs(about) * TOLERANCE : 0;
    const isNearly = modifier !== undefined && saysNearly(text.slice(modifier.start, modifier.end));
    return { least: about - slack, most: isNearly ? about : about + slack, about, isApproximate: slack > 0 };
  }
  if (min === undefined && max === undefined) return undefined;
  const least = min === undefined ? -Infinity : min * factor;
  const most = max === undefined ? Infinity : max * factor;
  return { least, most, isApproximate: false };
}

function saysNearly(modifier: string): boolean {
  const words = new WordReader().read(modifier);
  for (let at = 0; at < words.length; at++) if (NEARLY.has(words.hashes[at]!)) return true;
  return false;
}

/** A part of a whole: "at least one third" of 311 is 104 to 311. */
export const partOfWhole = (share: Amount, whole: Amount): Amount => ({
  least: Math.max(0, share.least) * Math.max(0, whole.least),
  most: Math.min(1, share.most) * whole.most,
  ...(share.about === undefined || whole.about === undefined ? {} : { about: share.about * whole.about }),
  isApproximate: share.isApproximate || whole.isApproximate,
});

/** `same`: they say the same. `consistent`: both can be true, one says less. `differ`: not both can be true. */
export const AGREEMENTS = ['same', 'consistent', 'differ'] as const;
export type Agreement = (typeof AGREEMENTS)[number];

/** Rounded figures have at least so many digits that count: 30 is no rounding of 28, but another figure. */
const ROUNDED_DIGITS = 2;

/** Whether two figures of one thing agree. */
export function judgeAgreement(a: Amount, b: Amount): Agreement {
  const isOverlap = a.least <= b.most * (1 + EPSILON) && b.least <= a.most * (1 + EPSILON);
  if (a.about !== undefined && b.about !== undefined) {
    if (isOverlap) return 'same';
    return isRounding(a.about, b.about) || isRounding(b.about, a.about) ? 'consistent' : 'differ';
  }
  if (!isOverlap) return 'differ';
  return a.least === b.least && a.most === b.most ? 'same' : 'consistent';
}

/** A third is not 0.3333333333333333. */
const EPSILON = 1e-9;

/** Whether `rounded` is `exact` to the digits that it has. */
function isRounding(rounded: number, exact: number): boolean {
  const digits = rounded
    .toPrecision(12)
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^-?0*/, '')
    .replace(/0+$/, '').length;
  return digits >= ROUNDED_DIGITS && Math.abs(rounded) >= 10 && Number(exact.toPrecision(digits)) === rounded;
}
