/** Rows one behind the other in a common scale, and the way back. */
export interface ScaledRows {
  readonly values: Float64Array;
  readonly unscale: (row: Float64Array) => number[];
}

/**
 * Scales the columns of rows; a column in which all are equal becomes 0.
 *
 * @param values rows one behind the other; overwritten
 */
export function scaleRows(values: Float64Array, width: number, scale: 'zScore' | 'minMax' | 'none'): ScaledRows {
  const n = values.length / width;
  const from = new Float64Array(width);
  const by = new Float64Array(width).fill(1);
  for (let column = 0; column < width && scale !== 'none'; column++) {
    let least = Infinity;
    let most = -Infinity;
    let sum = 0;
    for (let at = column; at < values.length; at += width) {
      const value = values[at]!;
      least = Math.min(least, value);
      most = Math.max(most, value);
      sum += value / n;
    }
    const origin = scale === 'minMax' || least === most ? least : sum;
    let squares = 0;
    for (let at = column; at < values.length; at += width) squares += (values[at]! - origin) ** 2 / n;
    const unit = least === most ? 1 : scale === 'minMax' ? most - least : Math.sqrt(squares);
    for (let at = column; at < values.length; at += width) values[at] = (values[at]! - origin) / unit;
    from[column] = origin;
    by[column] = unit;
  }
  return { values, unscale: (row) => Array.from(row, (value, column) => value * by[column]! + from[column]!) };
}
