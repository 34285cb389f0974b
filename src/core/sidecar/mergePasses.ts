import { isSeq } from 'yaml';
import { itemLines, lineStart } from './layout';
import { merged, mergeComments, mergeGap, mergeLead, shiftedPiece } from './mergeMap';
import { mergeOrder } from './mergeOrder';
import { PASSES } from './passes';
import { join, startOf, type Piece } from './pieces';
import { isNamed } from './readFields';
import { type SidecarReading } from './readSidecar';

/** What stands in the place of a list that a side removed while the other changed it: its items were. */
export const NO_PASSES = `${PASSES}: []\n`;

interface PassPieces {
  readonly head: string;
  readonly column: number | undefined;
  readonly items: ReadonlyMap<string, Piece>;
  readonly done: ReadonlyMap<string, string>;
}

const NONE: PassPieces = { head: '', column: undefined, items: new Map(), done: new Map() };

/**
 * The passes of both sides, their key's line included: of two times of one person's pass the later, of those that one side removed
 * the ones that the other changed. `body` is the text of each version's list; undefined where one is not written one key a line.
 */
export function mergePasses(
  ...versions: readonly {
    readonly source: string;
    readonly reading: SidecarReading;
    readonly body: string | undefined;
  }[]
): string | undefined {
  const [was, our, their] = versions.map(({ source, reading, body }) => passPieces(source, reading, body));
  if (!our || !their) return undefined;
  const column = merged(was?.column, our.column ?? their.column ?? 0, their.column ?? our.column ?? 0, Math.min);
  const [inBase, inOurs, inTheirs] = [was ?? NONE, our, their].map(
    ({ items, column: own }) =>
      new Map([...items].map(([by, item]) => [by, shiftedPiece(item, column - (own ?? column))])),
  ) as [Map<string, Piece>, Map<string, Piece>, Map<string, Piece>];
  const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const text = mergeOrder([...inBase.keys()], [...inOurs.keys()], [...inTheirs.keys()], byName)
    .map(by => {
      const [was, mine, other] = [inBase.get(by), inOurs.get(by), inTheirs.get(by)];
      const [ours, theirs] = [our, their].map(({ done }) => done.get(by) ?? '');
      const body = bodyOf(was, mine, other, ours === theirs ? undefined : ours! > theirs!);
      if (body === undefined) return '';
      return join({ key: by, lead: mergeLead(was, mine, other), body, gap: mergeGap(was, mine, other) });
    })
    .join('');
  if (text === '') return NO_PASSES;
  return mergeComments(was?.head === '' ? undefined : was?.head, our.head || their.head, their.head || our.head) + text;
}

function bodyOf(
  was: Piece | undefined,
  mine: Piece | undefined,
  other: Piece | undefined,
  mineIsLater: boolean | undefined,
): string | undefined {
  if (mine && other) return merged(was?.body, mine.body, other.body, (a, b) => ((mineIsLater ?? a < b) ? a : b));
  const there = mine ?? other;
  return there && was?.body === there.body ? undefined : there?.body;
}

function passPieces(source: string, reading: SidecarReading, body: string | undefined): PassPieces | undefined {
  if (body === undefined || body === NO_PASSES) return NONE;
  const pair = reading.root?.items.find(({ key }) => isNamed(key, PASSES, reading.resolve));
  if (!pair || !isSeq(pair.value)) return undefined;
  const { value: list } = pair;
  if (list.items.length === 0) return NONE;
  const lines = itemLines(source, list);
  if (!lines || reading.passes.length !== list.items.length) return undefined;
  const start = lineStart(source, startOf(pair)!);
  const end = start + body.length;
  const items = reading.passes.map(({ by, index }): [string, Piece] => {
    const place = lines[index]!;
    const next = lines[index + 1]?.leadStart ?? end;
    return [
      by,
      {
        key: by,
        lead: source.slice(place.leadStart, place.start),
        body: source.slice(place.start, Math.min(place.end, end)),
        gap: source.slice(Math.min(place.end, end), next),
      },
    ];
  });
  const done = reading.passes.map(({ by, done: time = '' }): [string, string] => [by, time]);
  return {
    head: source.slice(start, lines[0]!.leadStart),
    column: lines[0]!.column,
    items: new Map(items),
    done: new Map(done),
  };
}
