/**
 * Gives each row a column of its own so that the sum of scores is greatest and columns rise as rows do: passages of the same
 * words keep their order. `scores[row][column]` > 0. Returns each row's column, undefined for a row that gets none. Dynamic
 * programming over rows x columns.
 */
export function assignInOrder(scores: readonly (readonly number[])[]): readonly (number | undefined)[] {
  const columns = scores[0]?.length ?? 0;
  // best[row][column]: the greatest sum from the first `row` rows and the first `column` columns.
  const best: number[][] = [new Array<number>(columns + 1).fill(0)];
  for (const [row, rowScores] of scores.entries()) {
    const above = best[row]!;
    const sums = [0];
    for (let column = 0; column < columns; column++)
      sums.push(Math.max(above[column + 1]!, sums[column]!, above[column]! + rowScores[column]!));
    best.push(sums);
  }
  const chosen = new Array<number | undefined>(scores.length).fill(undefined);
  let column = columns;
  for (let row = scores.length; row > 0 && column > 0;) {
    const sum = best[row]![column]!;
    if (sum === best[row]![column - 1]!) column--;
    else if (sum === best[row - 1]![column]!) row--;
    else chosen[--row] = --column;
  }
  return chosen;
}
