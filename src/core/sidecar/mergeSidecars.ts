import { type Annotation } from '../annotation/model';
import { colonOf, lineEnd } from './layout';
import {
  compareAnnotations,
  keptAnnotation,
  mergeAnnotation,
  saysOther,
  type AnnotationVersion,
} from './mergeAnnotation';
import {
  merged,
  mergeComments,
  mergeGap,
  mergeLead,
  mergeMap,
  shiftedPiece,
  type MapVersion,
  type MergedMap,
} from './mergeMap';
import { mergeOrder } from './mergeOrder';
import { mergedSays } from './mergedSays';
import { mergePasses, NO_PASSES } from './mergePasses';
import { PASSES } from './passes';
import {
  annotationPieces,
  conflictPieces,
  itemPieces,
  join,
  joinMap,
  mapPieces,
  withDash,
  type ListPieces,
  type Piece,
} from './pieces';
import { isNamed } from './readFields';
import { readSidecar, type SidecarReading } from './readSidecar';
import { TOP_KEYS } from './sidecarFields';
import { type SidecarProblem } from './sidecarProblem';
import { commonStyle, styled } from './textStyle';

/** What came of merging. */
export type MergeResult =
  /** `conflicts`: how many alternatives stand in the file that somebody has to choose from, added by this merge. */
  | { readonly kind: 'merged'; readonly source: string; readonly conflicts: number }
  /** Nothing may be written: `side` cannot be read as a sidecar (its problems), or is written in a way that cannot be merged (none). */
  | { readonly kind: 'refused'; readonly side: 'ours' | 'theirs'; readonly problems: readonly SidecarProblem[] };

/**
 * Merges two sidecars that come from one: annotations by id, their fields, the document's facts and keys that are not ours by
 * name. All that only one side changed is that side's, to the letter; what both changed otherwise is kept twice: one value in
 * place, the other under `conflicts:`. Swapping the sides gives the same text. A base that cannot be read counts as empty, one
 * that equals a side gives the other side. What comes out was read again and says what was meant. Never throws.
 */
export function mergeSidecars(base: string, ours: string, theirs: string): MergeResult {
  if (ours === theirs || theirs === base) return { kind: 'merged', source: ours, conflicts: 0 };
  const readings = new Map<string, SidecarReading>();
  const read = (source: string): SidecarReading => {
    const reading = readings.get(source) ?? readSidecar(source);
    readings.set(source, reading);
    return reading;
  };
  for (const [side, source] of [['ours', ours] as const, ['theirs', theirs] as const]) {
    const { editable, problems } = read(source).parsed;
    if (!editable) return { kind: 'refused', side, problems };
  }
  if (ours === base) return { kind: 'merged', source: theirs, conflicts: 0 };
  const origin = read(base).parsed.editable ? base : '';
  const style = commonStyle(origin, ours, theirs);
  const [was, our, their] = [origin, ours, theirs].map(source => {
    const plain = style.plain(source);
    return versionOf(plain, read(plain));
  });
  const result = was && our && their && mergeVersions(was, our, their);
  const refused = { kind: 'refused', side: 'ours', problems: [] } as const;
  if (!result) return refused;
  const source = styled(result.text, style);
  return mergedSays(source, our.reading, their.reading, result.origins)
    ? { kind: 'merged', source, conflicts: result.conflicts }
    : refused;
}

/** A sidecar cut up; `root` is undefined where it holds nothing but comments. */
interface Version {
  readonly source: string;
  readonly reading: SidecarReading;
  readonly root: MapVersion | undefined;
  readonly list: ListPieces | undefined;
}

function versionOf(source: string, reading: SidecarReading): Version | undefined {
  const { root: map, resolve } = reading;
  if (!map) return { source, reading, root: undefined, list: undefined };
  const pieces = mapPieces(source, map, { start: 0, end: source.length }, resolve);
  const conflicts = conflictPieces(source, map, resolve);
  if (!pieces || !conflicts) return undefined;
  const place = pieces.pairs.find(({ key }) => key === 'annotations');
  const list = place && annotationPieces(source, reading, place);
  if (place && !list) return undefined;
  return { source, reading, root: { ...pieces, conflicts: conflicts.map(({ text }) => text) }, list };
}

interface Merge {
  readonly text: string;
  readonly conflicts: number;
  /** Which annotations must be in the result, as whose. */
  readonly origins: ReadonlyMap<string, Origin>;
}

/** Whose an annotation is: a side's, or of each field a side's. */
export type Origin = 'ours' | 'theirs' | MergedMap;

function mergeVersions(base: Version, ours: Version, theirs: Version): Merge | undefined {
  const list = (ours.list ?? theirs.list) ? mergeLists(base, ours, theirs) : undefined;
  if (list === 'indivisible') return undefined;
  const both = ours.list && theirs.list;
  const empty: MapVersion = { head: '', column: 0, pairs: [], conflicts: [] };
  // In the place of the annotations, which were merged, stands one word. What a side lacks, the other has added.
  const standIn = ({ root, list: own }: Version, isThere: boolean): MapVersion => {
    if (!root) return empty;
    const pairs = root.pairs.flatMap(pair => {
      if (pair.key !== 'annotations') return pair;
      return isThere && own ? { ...pair, body: 'annotations:\n', gap: '' } : [];
    });
    // The passes of a side that removed them all are merged like those of any other: there are none.
    if (!isThere || bodyOf(base) === undefined || bodyOf({ root }) !== undefined) return { ...root, pairs };
    const above = base.root!.pairs.slice(
      0,
      base.root!.pairs.findIndex(({ key }) => key === PASSES),
    );
    const at = pairs.findLastIndex(({ key }) => above.some(known => known.key === key)) + 1;
    return { ...root, pairs: pairs.toSpliced(at, 0, { key: PASSES, lead: '', body: NO_PASSES, gap: '' }) };
  };
  const heads = [base, ours, theirs].map(({ root, source }) => (root ? root.head : source));
  const versions = [standIn(base, Boolean(both)), standIn(ours, true), standIn(theirs, true)] as const;
  let conflicts = 0;
  const joined = (key: string): string | undefined => {
    if (key === PASSES) return mergePasses(...[base, ours, theirs].map(one => ({ ...one, body: bodyOf(one) })));
    if (key !== 'document') return undefined;
    const document = mergeDocuments(base, ours, theirs);
    conflicts += document?.added ?? 0;
    return document?.text;
  };
  const map = mergeMap(...versions, { compare: compareTopKeys, joined, extremes: new Map([['version', 'greater']]) });
  const pairs = map.pairs.flatMap(pair => {
    if (pair.key === PASSES && pair.body === NO_PASSES) return [];
    if (pair.key !== 'annotations') return pair;
    if (list && (both || list.count > 0)) return { ...pair, body: list.text };
    return list && !base.list ? { ...pair, body: list.text } : [];
  });
  const head = mergeComments(heads[0], heads[1]!, heads[2]!);
  return {
    text: joinMap({ head, pairs }),
    conflicts: conflicts + map.added + (list?.conflicts ?? 0),
    origins: list?.origins ?? new Map(),
  };
}

/** The text of a version's passes; undefined where it has none. */
const bodyOf = ({ root }: Pick<Version, 'root'>): string | undefined =>
  root?.pairs.find(({ key }) => key === PASSES)?.body;

const compareTopKeys = (a: string, b: string): number => rankOf(a) - rankOf(b) || (a < b ? -1 : a > b ? 1 : 0);
const rankOf = (key: string): number => {
  const rank = (TOP_KEYS as readonly string[]).indexOf(key);
  return rank < 0 ? TOP_KEYS.length : rank;
};

/** The facts of both, `document:` included; undefined where one is not written one key a line. */
function mergeDocuments(base: Version, ours: Version, theirs: Version) {
  const [was, our, their] = [base, ours, theirs].map(documentOf);
  if (!our || !their) return undefined;
  const map = mergeMap(was?.pieces, our.pieces, their.pieces, { compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0) });
  const key = merged(was?.key, our.key, their.key, (a, b) => (a < b ? a : b));
  return { text: key + joinMap(map), added: map.added };
}

/** The line of `document:`, and what is under it. */
function documentOf({ source, reading, root }: Version): { key: string; pieces: MapVersion } | undefined {
  const { document, resolve } = reading;
  const pair = reading.root?.items.find(({ key }) => isNamed(key, 'document', resolve));
  const colon = pair && colonOf(pair);
  const body = root?.pairs.find(({ key }) => key === 'document')?.body;
  if (!document || pair?.value !== document || colon === undefined || body === undefined) return undefined;
  const start = source.lastIndexOf('\n', colon) + 1;
  const region = { start: lineEnd(source, colon + 1), end: start + body.length };
  const pieces = mapPieces(source, document, region, resolve);
  const conflicts = conflictPieces(source, document, resolve);
  if (!pieces || !conflicts || pieces.pairs[0]!.body.length > region.end - region.start) return undefined;
  return {
    key: source.slice(start, region.start),
    pieces: { ...pieces, conflicts: conflicts.map(({ text }) => text) },
  };
}

interface MergedList {
  readonly text: string;
  readonly count: number;
  readonly conflicts: number;
  readonly origins: ReadonlyMap<string, Origin>;
}

/** The lists of annotations; `indivisible` where both changed one that is not written one key a line. */
function mergeLists(base: Version, ours: Version, theirs: Version): MergedList | 'indivisible' {
  const versions = [base, ours, theirs];
  const [was, our, their] = versions.map(({ list }) => list?.column);
  const column = merged(was, our ?? their ?? was ?? 0, their ?? our ?? was ?? 0, Math.min);
  const itemsOf = ({ list }: Version): ReadonlyMap<string, Piece> => {
    const by = column - (list?.column ?? column);
    return new Map(list?.items.map(item => [item.key, shiftedPiece(item, by)]));
  };
  const [inBase, inOurs, inTheirs] = [itemsOf(base), itemsOf(ours), itemsOf(theirs)];
  const of = (version: Version, id: string) => annotationVersion(version, id, column);
  const origins = new Map<string, Origin>();
  for (const id of new Set([...inBase.keys(), ...inOurs.keys(), ...inTheirs.keys()])) {
    const [was, our, their] = [inBase.get(id), inOurs.get(id), inTheirs.get(id)];
    const choice = chooseItem(
      was,
      our,
      their,
      () => of(base, id),
      () => of(ours, id),
      () => of(theirs, id),
    );
    if (choice === 'indivisible') return choice;
    if (choice) origins.set(id, choice);
  }
  const stored = {
    ours: new Map(ours.reading.parsed.stored.map(one => [one.id, one])),
    theirs: new Map(theirs.reading.parsed.stored.map(one => [one.id, one])),
  };
  const placed = (id: string): Annotation | undefined => {
    const origin = origins.get(id);
    const side = typeof origin === 'string' ? origin : origin?.origins.get('start');
    return side ? stored[side].get(id) : (stored.ours.get(id) ?? stored.theirs.get(id));
  };
  const compare = (a: string, b: string): number => compareAnnotations(placed(a), placed(b));
  const items: Piece[] = [];
  let conflicts = 0;
  for (const id of mergeOrder([...inBase.keys()], [...inOurs.keys()], [...inTheirs.keys()], compare)) {
    const choice = origins.get(id);
    if (!choice) continue;
    const [was, our, their] = [inBase.get(id), inOurs.get(id), inTheirs.get(id)];
    const lead = mergeLead(was, our, their);
    const gap = mergeGap(was, our, their);
    if (typeof choice === 'string') items.push({ key: id, lead, body: (choice === 'ours' ? our : their)!.body, gap });
    else {
      const [first, ...rest] = choice.pairs;
      const body = withDash(joinMap({ head: '', pairs: [{ ...first!, lead: '' }, ...rest] }), column);
      items.push({ key: id, lead: lead + first!.lead, body, gap });
      conflicts += choice.added;
    }
  }
  const heads = versions.map(({ list }) => list?.head);
  const head = mergeComments(heads[0], heads[1] ?? heads[2]!, heads[2] ?? heads[1]!);
  const text = items.length > 0 ? head + apart(items, versions) : head.replace(/:(?=[ \t]*(#|\r?\n|$))/, ': []');
  return { text, count: items.length, conflicts, origins };
}

function chooseItem(
  was: Piece | undefined,
  our: Piece | undefined,
  their: Piece | undefined,
  base: () => AnnotationVersion | undefined,
  ours: () => AnnotationVersion | undefined,
  theirs: () => AnnotationVersion | undefined,
): Origin | 'indivisible' | undefined {
  if (!our || !their) {
    const there = our ?? their;
    if (!there || (was?.body === there.body && was.lead === there.lead)) return undefined;
    if (!was) return our ? 'ours' : 'theirs';
    const [old, kept] = [base(), our ? ours() : theirs()];
    if (!old || !kept) return 'indivisible';
    return saysOther(old, kept) || was.lead !== there.lead ? keptAnnotation(kept) : undefined;
  }
  if (our.body === their.body || their.body === was?.body) return 'ours';
  if (our.body === was?.body) return 'theirs';
  const [ourVersion, theirVersion] = [ours(), theirs()];
  if (!ourVersion || !theirVersion) return 'indivisible';
  return mergeAnnotation(base(), ourVersion, theirVersion);
}

function annotationVersion(
  { source, reading, list }: Version,
  id: string,
  column: number,
): AnnotationVersion | undefined {
  const entry = reading.entries.find(({ annotation }) => annotation.id === id);
  const pieces = itemPieces(source, reading, id);
  const conflicts = entry?.map && conflictPieces(source, entry.map, reading.resolve);
  if (!pieces || !conflicts) return undefined;
  const by = column - list!.column!;
  const pairs = pieces.pairs.map(pair => shiftedPiece(pair, by));
  const texts = conflicts.map(({ text }) => text);
  return { annotation: entry.annotation, pieces: { ...pieces, column: pieces.column + by, pairs, conflicts: texts } };
}

/** Where blank lines keep items apart, one that stood last in its file and no longer does gets some too. */
function apart(items: readonly Piece[], versions: readonly Version[]): string {
  const last = new Set(versions.map(({ list }) => list?.items.at(-1)?.key));
  const gap = items[0]!.gap.trim() === '' ? items[0]!.gap : '';
  return items
    .map((item, index) => {
      const needsGap = last.has(item.key) && index < items.length - 1 && item.gap === '';
      return join(needsGap ? { ...item, gap } : item);
    })
    .join('');
}
