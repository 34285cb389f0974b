/** What each annotator said of one unit, in one order of annotators for all units; undefined where one said nothing. */
export type Ratings<T> = readonly (T | undefined)[];

/** A unit tells something of agreement only where two annotators or more said something of it. */
export function isPairable(unit: Ratings<unknown>): boolean {
  let values = 0;
  for (const value of unit) if (value !== undefined && ++values === 2) return true;
  return false;
}

/**
 * Percent agreement, 0 to 100: of all pairs of values that met in a unit, how many are equal, each value counting once. Any number of
 * annotators; units with fewer than two values do not count. Undefined where none has two.
 */
export function percentAgreement<T extends string | number>(units: readonly Ratings<T>[]): number | undefined {
  return percentOf(coincidencesOf(units));
}

/**
 * Krippendorff's alpha for any number of annotators with missing values (K. Krippendorff, Computing Krippendorff's
 * Alpha-Reliability, 2011): 1 for perfect agreement, 0 for what chance gives, less where annotators disagree on purpose. Nominal,
 * or ordinal where `scale` lists all values from one end to the other. Undefined where no unit has two values, and where all values
 * are the same: then there is no variation for annotators to agree on.
 */
export function krippendorffAlpha<T extends string | number>(
  units: readonly Ratings<T>[],
  scale?: readonly T[],
): number | undefined {
  return alphaOf(coincidencesOf(units), scale);
}

/** Percent agreement, and alpha of each kind, of the same units. */
export function agreementOfValues<T extends string | number>(
  units: readonly Ratings<T>[],
  scale: readonly T[],
): {
  readonly percent: number | undefined;
  readonly alpha: number | undefined;
  readonly ordinalAlpha: number | undefined;
} {
  const coincidences = coincidencesOf(units);
  return {
    percent: percentOf(coincidences),
    alpha: alphaOf(coincidences),
    ordinalAlpha: alphaOf(coincidences, scale),
  };
}

function percentOf<T>({ total, cells }: Coincidences<T>): number | undefined {
  if (total === 0) return undefined;
  return (100 * sum(cells.map(({ a, b, count }) => (a === b ? count : 0)))) / total;
}

function alphaOf<T>({ total, totals, cells }: Coincidences<T>, scale?: readonly T[]): number | undefined {
  const difference = scale ? ordinalDifference(scale, totals) : nominalDifference;
  const observed = sum(cells.map(({ a, b, count }) => count * difference(a, b)));
  const expected = sum([...totals].flatMap(([a, ofA]) => [...totals].map(([b, ofB]) => ofA * ofB * difference(a, b))));
  return expected === 0 ? undefined : 1 - ((total - 1) * observed) / expected;
}

/** How often two values met in a unit, in both orders; a unit of m values gives m in all. */
interface Coincidences<T> {
  readonly cells: readonly { readonly a: T; readonly b: T; readonly count: number }[];
  /** By value: how many of it could be paired with another. */
  readonly totals: ReadonlyMap<T, number>;
  readonly total: number;
}

function coincidencesOf<T extends string | number>(units: readonly Ratings<T>[]): Coincidences<T> {
  const counts = new Map<T, Map<T, number>>();
  const totals = new Map<T, number>();
  const rowOf = (value: T): Map<T, number> => {
    let row = counts.get(value);
    if (!row) counts.set(value, (row = new Map<T, number>()));
    return row;
  };
  const add = (to: Map<T, number>, value: T, count: number): void => void to.set(value, (to.get(value) ?? 0) + count);
  for (const unit of units) {
    const present = unit.filter(value => value !== undefined);
    if (present.length === 2) {
      // Most units, and of all the quickest.
      const [a, b] = present as [T, T];
      add(totals, a, 1);
      add(totals, b, 1);
      add(rowOf(a), b, 1);
      add(rowOf(b), a, 1);
      continue;
    }
    const values = tally(present);
    const size = sum([...values.values()]);
    if (size < 2) continue;
    for (const [a, ofA] of values) {
      add(totals, a, ofA);
      for (const [b, ofB] of values) add(rowOf(a), b, (ofA * (a === b ? ofB - 1 : ofB)) / (size - 1));
    }
  }
  const cells = [...counts].flatMap(([a, row]) => [...row].map(([b, count]) => ({ a, b, count })));
  return { cells, totals, total: sum([...totals.values()]) };
}

function tally<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

const nominalDifference = (a: unknown, b: unknown): number => (a === b ? 0 : 1);

/** Squared: the values from one to the other, the two themselves counting half. */
function ordinalDifference<T>(scale: readonly T[], totals: ReadonlyMap<T, number>): (a: T, b: T) => number {
  const middles = new Map<T, number>();
  let before = 0;
  for (const value of scale) {
    const count = totals.get(value) ?? 0;
    middles.set(value, before + count / 2);
    before += count;
  }
  return (a, b) => (middles.get(a)! - middles.get(b)!) ** 2;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
