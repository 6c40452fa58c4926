/** Rows one behind the other in a common scale, and the way back. */
export interface ScaledRows {
  readonly values: Float64Array;
  readonly unscale: (row: Float64Array) => number[];
}

/** Scales the columns of rows; a column in which all are equal becomes 0. */
export function scaleRows(
  rows: readonly (readonly number[])[],
  width: number,
  scale: 'zScore' | 'minMax' | 'none',
): ScaledRows {
  const n = rows.length;
  const values = new Float64Array(n * width);
  const from = new Float64Array(width);
  const by = new Float64Array(width).fill(1);
  for (let column = 0; column < width && scale !== 'none'; column++) {
    let least = Infinity;
    let most = -Infinity;
    let sum = 0;
    for (const row of rows) {
      least = Math.min(least, row[column]!);
      most = Math.max(most, row[column]!);
      sum += row[column]! / n;
    }
    from[column] = scale === 'minMax' || least === most ? least : sum;
    let squares = 0;
    for (const row of rows) squares += (row[column]! - from[column]!) ** 2 / n;
    by[column] = least === most ? 1 : scale === 'minMax' ? most - least : Math.sqrt(squares);
  }
  rows.forEach((row, at) => {
    for (let column = 0; column < width; column++) {
      values[at * width + column] = (row[column]! - from[column]!) / by[column]!;
    }
  });
  return { values, unscale: (row) => Array.from(row, (value, column) => value * by[column]! + from[column]!) };
}
