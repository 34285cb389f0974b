import { drained } from '../drained';
import { isMap } from 'yaml';
import { isDismissal } from '../annotation/model';
import { type Span } from '../text/span';
import { type CutSidecar, cutSidecar } from './cutSidecar';
import { readSidecar, type ParsedSidecar, type StoredAnnotation } from './readSidecar';
import { MAX_PIECES, MAX_SIDECAR_LENGTH } from './readYaml';

export { type ParsedSidecar, type StoredAnnotation } from './readSidecar';
export { type SidecarProblem, type SidecarProblemCode } from './sidecarProblem';

/** A piece of a sidecar that says the same wherever it stands. */
interface ReadPiece<T> {
  readonly of: T;
  /** See MAX_PIECES. */
  readonly pieces: number;
}

/** What a sidecar was put together of, to be used again for one of which most is the same. */
interface Parts {
  readonly source: string;
  readonly cut: CutSidecar;
  readonly frame: string;
  readonly frameReading: ReadPiece<ParsedSidecar>;
  /** By the lines; an annotation's own count from their start. */
  readonly items: ReadonlyMap<string, ReadPiece<StoredAnnotation>>;
}

const partsOf = new WeakMap<ParsedSidecar, Parts>();

/** What an item is put under, to be a sidecar. */
const ITEM_HEAD = 'annotations:\n';

/**
 * Reads a sidecar's text as it is on disk. Never throws. An annotation that lacks its id or its quote, or has one of a wrong
 * type, is reported and not listed; any other value that cannot be used is reported and left out. An empty file is a sidecar
 * without annotations. From a file with conflict markers our side is read, and it cannot be edited.
 *
 * `known` is what was read of it before: only annotations whose lines are others are read anew.
 */
export function parseSidecar(source: string, known?: ParsedSidecar): ParsedSidecar {
  return drained(parsingSidecar(source, known));
}

/** Where the annotations stand that a sidecar was read by, in the order of `stored`; undefined for one that was read whole. */
export const cutOf = (parsed: ParsedSidecar): CutSidecar | undefined => partsOf.get(parsed)?.cut;

/** As parseSidecar, an annotation a step. What has faults, or YAML aliases, is read whole, in one step. */
export function* parsingSidecar(source: string, known?: ParsedSidecar): Generator<void, ParsedSidecar> {
  const before = known && partsOf.get(known);
  if (before?.source === source) return known!;
  const cut = source.length > MAX_SIDECAR_LENGTH ? undefined : cutSidecar(source);
  return (cut && (yield* byItems(source, cut, before))) ?? readSidecar(source).parsed;
}

/** Undefined where the pieces are not sure to say together what each says. */
function* byItems(
  source: string,
  cut: CutSidecar,
  before: Parts | undefined,
): Generator<void, ParsedSidecar | undefined> {
  const frame = linesOf(source, cut.head) + linesOf(source, cut.tail);
  const frameReading = before?.frame === frame ? before.frameReading : readFrame(frame);
  if (!frameReading) return undefined;
  const items = new Map<string, ReadPiece<StoredAnnotation>>();
  const ids = new Set<string>();
  const stored: StoredAnnotation[] = [];
  let pieces = frameReading.pieces;
  for (const place of cut.items) {
    const lines = linesOf(source, place);
    let item = before?.items.get(lines);
    if (!item) {
      item = readItem(lines);
      yield;
    }
    if (!item) return undefined;
    pieces += item.pieces;
    const { id, source: own } = item.of;
    if (ids.has(id) || pieces > MAX_PIECES) return undefined;
    ids.add(id);
    items.set(lines, item);
    stored.push({ ...item.of, source: { start: own.start + place.start, end: own.end + place.start } });
  }
  const parsed: ParsedSidecar = {
    ...frameReading.of,
    annotations: stored.filter(annotation => !isDismissal(annotation)),
    dismissals: stored.filter(isDismissal),
    stored,
  };
  partsOf.set(parsed, { source, cut, frame, frameReading, items });
  return parsed;
}

/** Everything but the annotations. */
function readFrame(frame: string): ReadPiece<ParsedSidecar> | undefined {
  const { parsed, root, list, hasAliases, pieces } = readSidecar(frame);
  const isWhole = isMap(root) && !list && !hasAliases && parsed.editable && parsed.problems.length === 0;
  return isWhole ? { of: parsed, pieces } : undefined;
}

function readItem(lines: string): ReadPiece<StoredAnnotation> | undefined {
  const { parsed, root, hasAliases, pieces } = readSidecar(ITEM_HEAD + lines);
  const [annotation] = parsed.stored;
  const isOne = root?.items.length === 1 && parsed.stored.length === 1;
  if (!annotation || !isOne || hasAliases || parsed.problems.length > 0) return undefined;
  const { start, end } = annotation.source;
  return { of: { ...annotation, source: { start: start - ITEM_HEAD.length, end: end - ITEM_HEAD.length } }, pieces };
}

const linesOf = (source: string, { start, end }: Span): string => source.slice(start, end);
