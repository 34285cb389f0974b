/**
 * The keys of three versions of a map or list in one order, those that one side removed included. What was there keeps its
 * order, or takes the one that a side gave it; what a side added stands below what it stood below there. Where both added
 * something at one place `compare` says which goes first. Swapping the sides changes nothing.
 */
export function mergeOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  compare: (a: string, b: string) => number,
): readonly string[] {
  const known = new Set(base);
  const skeleton = skeletonOf(base, keptIn(ours, known), keptIn(theirs, known));
  const places = new Map(skeleton.map((key, index) => [key, index + 1]));
  const [ourPlaces, theirPlaces] = [addedPlaces(ours, places), addedPlaces(theirs, places)];
  const gaps = new Map<number, { readonly ours: string[]; readonly theirs: string[] }>();
  const gapOf = (place: number) => {
    const gap = gaps.get(place) ?? { ours: [], theirs: [] };
    gaps.set(place, gap);
    return gap;
  };
  // What both added stands where it stands first.
  for (const [key, place] of ourPlaces) gapOf(Math.min(place, theirPlaces.get(key) ?? place)).ours.push(key);
  for (const [key, place] of theirPlaces) gapOf(Math.min(place, ourPlaces.get(key) ?? place)).theirs.push(key);
  const added = (place: number): readonly string[] => {
    const gap = gaps.get(place);
    return gap ? together(gap.ours, gap.theirs, compare) : [];
  };
  return [...added(0), ...skeleton.flatMap((key, index) => [key, ...added(index + 1)])];
}

const keptIn = (keys: readonly string[], known: ReadonlySet<string>): readonly string[] =>
  keys.filter(key => known.has(key));

function together(
  ours: readonly string[],
  theirs: readonly string[],
  compare: (a: string, b: string) => number,
): readonly string[] {
  if (isSubset(theirs, ours)) return isSubset(ours, theirs) && !isSame(ours, theirs) ? sorted(ours, compare) : ours;
  if (isSubset(ours, theirs)) return theirs;
  return sorted([...new Set([...ours, ...theirs])], compare);
}

const sorted = (keys: readonly string[], compare: (a: string, b: string) => number): readonly string[] =>
  [...keys].sort((a, b) => compare(a, b) || (a < b ? -1 : 1));

const isSubset = (keys: readonly string[], of: readonly string[]): boolean => {
  const all = new Set(of);
  return keys.every(key => all.has(key));
};

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key, index) => key === b[index]);

/** The base's keys in the order of the side that moved them. Where both did so differently, the lesser of the two orders. */
function skeletonOf(base: readonly string[], ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const hasMoved = (side: readonly string[]): boolean => !isSame(side, keptIn(base, new Set(side)));
  const moved = [ours, theirs].filter(hasMoved);
  const [first, second] = moved;
  if (!first) return base;
  const order = second && JSON.stringify(second) < JSON.stringify(first) ? second : first;
  const result = [...order];
  const there = new Set(order);
  for (const [index, key] of base.entries())
    if (!there.has(key)) {
      result.splice(index === 0 ? 0 : result.indexOf(base[index - 1]!) + 1, 0, key);
      there.add(key);
    }
  return result;
}

/** For each key that was added: after how many of the skeleton's keys it stands. */
function addedPlaces(side: readonly string[], places: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const added = new Map<string, number>();
  let place = 0;
  for (const key of side) {
    const known = places.get(key);
    if (known === undefined) added.set(key, place);
    else place = known;
  }
  return added;
}
