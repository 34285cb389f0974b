import { mergeOrder } from './mergeOrder';
import { CONFLICTS, shifted, withDash, type MapPieces, type Piece } from './pieces';

/** One of the two versions that are merged. */
export type Side = 'ours' | 'theirs';

/** A version of a map: its pieces, and the texts of its `conflicts:` list (see ConflictPiece). */
export interface MapVersion extends MapPieces {
  readonly conflicts: readonly string[];
}

/** What is special about a map's keys; of everything that is not named here both values are kept where both sides changed it. */
export interface MapRules {
  /** Which of two keys that were both added at one place stands first. */
  readonly compare: (a: string, b: string) => number;
  /** Whose value stands in place where both are kept; undefined: the lesser text. */
  readonly prefers?: Side | undefined;
  /** Keys whose values are one side's, whatever the other says, decided beforehand. */
  readonly from?: ReadonlyMap<string, Side>;
  /** Keys of which the greater or the lesser value is right. */
  readonly extremes?: ReadonlyMap<string, 'greater' | 'lesser'>;
  /** A value that joins those of both sides, as lines from column 0: empty where nothing is left, undefined where they cannot be joined. */
  readonly joined?: (key: string) => string | undefined;
  /** Alternatives that were found beforehand. */
  readonly alternatives?: readonly string[];
}

/** A merged map. */
export interface MergedMap extends MapPieces {
  /** Of each key, whose value it has; absent where it is both's, or was joined. */
  readonly origins: ReadonlyMap<string, Side>;
  /** How many alternatives this merge added. */
  readonly added: number;
}

/** How deep the pairs of an alternative stand below the map's keys: a step, and the width of `- `. */
const ALTERNATIVE_INDENT = 4;
const DASH_INDENT = 2;

/**
 * Merges three versions of a map pair by pair. A pair that one side changed is that side's; of one that both changed the one
 * value stands in place, and the other is an alternative in the map's `conflicts:` list, as is `key: null` for a pair that the
 * other side removed. Swapping the sides changes nothing.
 */
export function mergeMap(
  baseVersion: MapVersion | undefined,
  ourVersion: MapVersion,
  theirVersion: MapVersion,
  rules: MapRules,
): MergedMap {
  const column = merged(baseVersion?.column, ourVersion.column, theirVersion.column, Math.min);
  const base = baseVersion && tailless(atColumn(baseVersion, column));
  const [ours, theirs] = [tailless(atColumn(ourVersion, column)), tailless(atColumn(theirVersion, column))];
  const [inBase, inOurs, inTheirs] = [pairsOf(base), pairsOf(ours), pairsOf(theirs)];
  const origins = new Map<string, Side>();
  const alternatives: string[] = [...(rules.alternatives ?? [])];
  const pairs: Piece[] = [];
  const merge = (key: string, body: string): Piece => {
    const [was, our, their] = [inBase.get(key), inOurs.get(key), inTheirs.get(key)];
    return { key, lead: mergeLead(was, our, their), body, gap: mergeGap(was, our, their) };
  };
  for (const key of mergeOrder(keysOf(inBase), keysOf(inOurs), keysOf(inTheirs), rules.compare)) {
    const [was, our, their] = [inBase.get(key), inOurs.get(key), inTheirs.get(key)];
    const { body, from, alternative } = choose(key, was, our, their, rules, column);
    if (alternative !== undefined) alternatives.push(alternative);
    if (from) origins.set(key, from);
    if (body !== undefined) pairs.push(merge(key, body));
  }
  const inPlace = new Set(pairs.map(({ body }) => shifted(body, -column)));
  const texts = mergeAlternatives(base?.conflicts ?? [], ours.conflicts, theirs.conflicts, alternatives)
    .filter(text => !inPlace.has(text))
    .toSorted((a, b) => rules.compare(keyOf(a), keyOf(b)) || (a < b ? -1 : a > b ? 1 : 0));
  const known = new Set([...ours.conflicts, ...theirs.conflicts]);
  if (texts.length > 0) pairs.push(merge(CONFLICTS, conflictsBody(texts, column, [ours, theirs])));
  const tail = merged(base?.tail, ours.tail, theirs.tail, longer);
  return {
    head: mergeComments(base?.head, ours.head, theirs.head),
    column,
    pairs: withTail(pairs, tail),
    origins,
    added: texts.filter(text => !known.has(text)).length,
  };
}

/** The `conflicts:` pair always stands last. */
const keysOf = (pairs: ReadonlyMap<string, Piece>): readonly string[] =>
  [...pairs.keys()].filter(key => key !== CONFLICTS);

const pairsOf = (version: MapVersion | undefined): ReadonlyMap<string, Piece> =>
  new Map(version?.pairs.map(pair => [pair.key, pair]));

/** A version whose last pair has no gap: it belongs to what stands around the map. */
type Tailless = MapVersion & { readonly tail: string };

function tailless(version: MapVersion): Tailless {
  const last = version.pairs.at(-1);
  if (!last) return { ...version, tail: '' };
  return { ...version, pairs: [...version.pairs.slice(0, -1), { ...last, gap: '' }], tail: last.gap };
}

function withTail(pairs: readonly Piece[], tail: string): readonly Piece[] {
  const last = pairs.at(-1);
  return last ? [...pairs.slice(0, -1), { ...last, gap: last.gap + tail }] : pairs;
}

const atColumn = (version: MapVersion, column: number): MapVersion =>
  version.column === column
    ? version
    : { ...version, column, pairs: version.pairs.map(pair => shiftedPiece(pair, column - version.column)) };

/** A piece moved to the right or to the left. */
export const shiftedPiece = ({ key, lead, body, gap }: Piece, by: number): Piece =>
  by === 0
    ? { key, lead, body, gap }
    : { key, lead: shifted(lead, by), body: shifted(body, by), gap: shifted(gap, by) };

interface Choice {
  readonly body?: string;
  readonly from?: Side;
  readonly alternative?: string;
}

function choose(
  key: string,
  was: Piece | undefined,
  our: Piece | undefined,
  their: Piece | undefined,
  rules: MapRules,
  column: number,
): Choice {
  const take = (from: Side, alternative?: string): Choice => {
    const piece = from === 'ours' ? our : their;
    return { ...(piece ? { body: piece.body } : {}), from, ...(alternative === undefined ? {} : { alternative }) };
  };
  const forced = rules.from?.get(key);
  if (forced) return take(forced);
  if (!our || !their) {
    const there = our ?? their;
    const side = our ? 'ours' : 'theirs';
    if (!there || (was?.body === there.body && was.lead === there.lead)) return {};
    const joined = was && rules.joined?.(key);
    if (joined !== undefined) return joined === '' ? {} : { body: shifted(joined, column) };
    return take(side, was && absence(key));
  }
  if (our.body === their.body) return { body: our.body };
  const extreme = rules.extremes?.get(key);
  if (extreme) return take(our.body > their.body === (extreme === 'greater') ? 'ours' : 'theirs');
  if (our.body === was?.body) return take('theirs');
  if (their.body === was?.body) return take('ours');
  const joined = rules.joined?.(key);
  if (joined !== undefined) return joined === '' ? {} : { body: shifted(joined, column) };
  const side = rules.prefers ?? (our.body < their.body ? 'ours' : 'theirs');
  return take(side, shifted((side === 'ours' ? their : our).body, -column));
}

/** The alternative that says that the other side removed a key. */
const absence = (key: string): string => {
  const name = key.split('\0')[0]!;
  return `${/^[\w-]+$/.test(name) ? name : JSON.stringify(name)}: null\n`;
};

const keyOf = (text: string): string => /^[^:\n]*/.exec(text)![0];

/** What both sides still have, what one added, and what is new; an alternative that a side removed is settled. */
function mergeAlternatives(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  fresh: readonly string[],
): readonly string[] {
  const known = [...ours, ...theirs].filter(
    text => !base.includes(text) || (ours.includes(text) && theirs.includes(text)),
  );
  return [...new Set([...known, ...fresh])];
}

/** The `conflicts:` pair as a side wrote it where it says this, else anew. */
function conflictsBody(texts: readonly string[], column: number, sides: readonly MapVersion[]): string {
  const written = sides
    .filter(({ conflicts }) => conflicts.length === texts.length && texts.every(text => conflicts.includes(text)))
    .flatMap(({ pairs }) => pairs.find(({ key }) => key === CONFLICTS)?.body ?? [])
    .toSorted();
  return written[0] ?? printConflicts(texts, column);
}

/** The lines of a `conflicts:` pair whose key stands in `column`. */
export const printConflicts = (texts: readonly string[], column: number): string =>
  `${' '.repeat(column)}${CONFLICTS}:\n` +
  texts.map(text => withDash(shifted(text, column + ALTERNATIVE_INDENT), column + DASH_INDENT)).join('');

/** The value that one side changed; where both did, what `decide` makes of the two. */
export function merged<T>(base: T | undefined, ours: T, theirs: T, decide: (ours: T, theirs: T) => T): T {
  if (ours === theirs || theirs === base) return ours;
  return ours === base ? theirs : decide(ours, theirs);
}

/** Comments that both sides changed: the lines of both. */
export const mergeComments = (base: string | undefined, ours: string, theirs: string): string =>
  merged(base, ours, theirs, (a, b) => {
    const [first, second] = a < b ? [a, b] : [b, a];
    const lines = new Set(linesOf(first));
    return (
      first +
      linesOf(second)
        .filter(line => !lines.has(line))
        .join('')
    );
  });

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** A piece that one side removed has the other's comments. */
export const mergeLead = (was: Piece | undefined, our: Piece | undefined, their: Piece | undefined): string =>
  our && their ? mergeComments(was?.lead, our.lead, their.lead) : ((our ?? their)?.lead ?? '');

/** What stands below a piece, likewise. */
export const mergeGap = (was: Piece | undefined, our: Piece | undefined, their: Piece | undefined): string => {
  if (!our || !their) return (our ?? their)?.gap ?? '';
  const isBlank = our.gap.trim() === '' && their.gap.trim() === '';
  return isBlank ? merged(was?.gap, our.gap, their.gap, longer) : mergeComments(was?.gap, our.gap, their.gap);
};

const longer = (a: string, b: string): string =>
  a.length !== b.length ? (a.length > b.length ? a : b) : a < b ? a : b;
