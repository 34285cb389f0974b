import { assignInOrder } from './assignInOrder';
import { type Scored } from './scorePlaces';

/**
 * Gives passages of the same words, in the order in which they stood, each a place of its own: `scores[passage][place]`, places in
 * the order of the text. First where a passage and a place are each other's best by `lead` and the surroundings vouch for it, so that
 * paragraphs may change places; then the rest in their order. Returns each passage's place, undefined for one that gets none.
 */
export function assignPlaces(
  scores: readonly (readonly (Scored | undefined)[])[],
  lead: number,
): readonly (number | undefined)[] {
  const chosen = new Array<number | undefined>(scores.length).fill(undefined);
  if (scores.length > 1)
    for (const [row, own] of scores.entries()) {
      const column = bestOf(own, lead);
      if (column === undefined || !own[column]!.vouched) continue;
      const rivals = scores.map(other => other[column]);
      if (bestOf(rivals, lead) === row) chosen[row] = column;
    }
  const taken = new Set(chosen);
  const rows = [...scores.keys()].filter(row => chosen[row] === undefined);
  const columns = [...(scores[0]?.keys() ?? [])].filter(column => !taken.has(column));
  const rest = assignInOrder(rows.map(row => columns.map(column => scores[row]![column]?.score ?? 0)));
  for (const [i, row] of rows.entries()) if (rest[i] !== undefined) chosen[row] = columns[rest[i]];
  return chosen;
}

/** The index of the best, if it leads all others by so much. */
function bestOf(scores: readonly (Scored | undefined)[], lead: number): number | undefined {
  let best: number | undefined;
  let second = -Infinity;
  for (const [index, scored] of scores.entries()) {
    if (!scored) continue;
    if (best === undefined || scored.score > scores[best]!.score) {
      second = best === undefined ? second : scores[best]!.score;
      best = index;
    } else second = Math.max(second, scored.score);
  }
  return best !== undefined && scores[best]!.score - second >= lead ? best : undefined;
}
