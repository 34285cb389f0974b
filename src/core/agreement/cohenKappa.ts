/**
 * Cohen's kappa of two annotators, from what they said of the units that both rated (J. Cohen, A Coefficient of Agreement for Nominal
 * Scales, 1960): 1 for perfect agreement, 0 for what chance gives. Where `scale` lists all values from one end to the other, weighted
 * kappa (J. Cohen, 1968) with linear weights: a disagreement counts by its steps on the scale. Undefined where there are no pairs, and
 * where both gave one and the same value throughout.
 */
export function cohenKappa<T extends string | number>(
  pairs: readonly (readonly [T, T])[],
  scale?: readonly T[],
): number | undefined {
  const weight = weightOf(scale);
  const firsts = new Map<T, number>();
  const seconds = new Map<T, number>();
  let observed = 0;
  for (const [a, b] of pairs) {
    firsts.set(a, (firsts.get(a) ?? 0) + 1);
    seconds.set(b, (seconds.get(b) ?? 0) + 1);
    observed += weight(a, b);
  }
  let expected = 0;
  for (const [a, ofA] of firsts) for (const [b, ofB] of seconds) expected += (ofA * ofB * weight(a, b)) / pairs.length;
  return expected === 0 ? undefined : 1 - observed / expected;
}

function weightOf<T>(scale: readonly T[] | undefined): (a: T, b: T) => number {
  if (!scale) return (a, b) => (a === b ? 0 : 1);
  const places = new Map(scale.map((value, place) => [value, place]));
  return (a, b) => Math.abs(places.get(a)! - places.get(b)!);
}
