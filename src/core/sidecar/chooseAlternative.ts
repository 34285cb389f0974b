import { isMap, type YAMLMap } from 'yaml';
import { type Span } from '../text/span';
import { editSidecar } from './editSidecar';
import { lineEnd } from './layout';
import { ANCHOR_FIELDS, compareFields, REMOVED } from './mergeAnnotation';
import { printConflicts } from './mergeMap';
import { conflictPieces, CONFLICTS, itemPieces, joinMap, mapPieces, shifted, withDash, type Piece } from './pieces';
import { spanOf } from './readFields';
import { readSidecar } from './readSidecar';
import { readYaml } from './readYaml';
import { type SidecarProblem } from './sidecarProblem';
import { commonStyle, styled } from './textStyle';

/** Which of the two values of a conflict is right: the one in place, or the one under `conflicts:`. */
export type Choice = 'current' | 'alternative';

/**
 * Settles an `unresolved-conflict`: takes the alternative out of the `conflicts:` list and, where it is right, puts it in place.
 * Only the lines of that map change. Undefined where the conflict is not there any more, or is written in a way that this cannot
 * be done in place. Never throws.
 */
export function chooseAlternative(source: string, problem: SidecarProblem, choice: Choice): string | undefined {
  const style = commonStyle(source, source, source);
  const text = style.plain(source);
  const isRemoval = problem.arguments.field === REMOVED && problem.annotationId !== undefined;
  if (isRemoval && choice === 'alternative') {
    const edit = { kind: 'remove', id: problem.annotationId } as const;
    const removed = editSidecar(source, edit, { articleName: '', facts: {} });
    return removed.kind === 'edited' ? removed.source : undefined;
  }
  const place = placeOf(text, problem);
  const texts = place && conflictPieces(text, place.map, place.resolve)?.map(piece => piece.text);
  const chosen = texts?.[Number(problem.arguments.index)];
  if (!place || !texts || chosen === undefined) return undefined;
  const rest = texts.filter((_, index) => index !== Number(problem.arguments.index));
  const { column } = place;
  const settled = place.pairs.flatMap((pair): Piece | readonly Piece[] => {
    if (pair.key !== CONFLICTS) return pair;
    return rest.length > 0 ? { ...pair, body: printConflicts(rest, column) } : [];
  });
  const pairs = choice === 'current' ? settled : withAlternative(settled, chosen, column);
  if (!pairs || pairs.length === 0) return undefined;
  const lost = place.pairs.at(-1)!.key === CONFLICTS && rest.length === 0 ? place.pairs.at(-1)!.gap : '';
  const lines = joinMap({ head: place.head, pairs }) + lost;
  const result = text.slice(0, place.region.start) + place.dashed(lines) + text.slice(place.region.end);
  return readSidecar(result).parsed.editable ? styled(result, style) : undefined;
}

/** The map that a conflict is in. */
function placeOf(text: string, { annotationId, arguments: { section } }: SidecarProblem) {
  const reading = readSidecar(text);
  const { root, document, entries, lines, resolve } = reading;
  const place = (map: YAMLMap | undefined, region: Span, pieces: ReturnType<typeof mapPieces>) =>
    map && pieces && { ...pieces, map, resolve, region };
  const same = (lines: string): string => lines;
  if (annotationId !== undefined) {
    const entry = entries.find(({ annotation }) => annotation.id === annotationId);
    const region = entry && lines?.[entry.index];
    const found = region && place(entry.map, region, itemPieces(text, reading, annotationId));
    return found && { ...found, head: '', dashed: (own: string) => withDash(own, region.column) };
  }
  const map = section === 'document' ? document : root;
  if (!map) return undefined;
  const [start, end] = section === 'document' ? blockOf(text, map) : [0, text.length];
  const found = place(map, { start, end }, mapPieces(text, map, { start, end }, resolve));
  return found && { ...found, dashed: same };
}

function blockOf(text: string, map: YAMLMap): readonly [number, number] {
  const { start, end } = spanOf(map);
  return [text.lastIndexOf('\n', start - 1) + 1, lineEnd(text, end)];
}

/** The pairs with those of an alternative in place; `key: null` takes a pair away. */
function withAlternative(pairs: readonly Piece[], text: string, column: number): readonly Piece[] | undefined {
  const { root, resolve } = readYaml(text);
  const pieces = isMap(root) ? mapPieces(text, root, { start: 0, end: text.length }, resolve) : undefined;
  if (!pieces) return undefined;
  const fresh = new Map(pieces.pairs.map(piece => [piece.key, shifted(piece.body, column)]));
  const gone = new Set(fresh.has('quote') ? ANCHOR_FIELDS.filter(name => !fresh.has(name)) : []);
  for (const [key, body] of fresh) if (/: *null\s*$/.test(body)) gone.add(key);
  const kept = pairs.filter(({ key }) => !gone.has(key));
  const result: Piece[] = kept.map(pair => ({ ...pair, body: fresh.get(pair.key) ?? pair.body }));
  for (const [key, body] of fresh) {
    if (gone.has(key) || result.some(pair => pair.key === key)) continue;
    const before = result.findLastIndex(pair => compareFields(pair.key, key) < 0);
    result.splice(before + 1, 0, { key, lead: '', body, gap: '' });
  }
  return result;
}
