/** The inverse of a square matrix that has one, by Gauss and Jordan with the greatest pivot of each column. */
export function inverseMatrix(matrix: readonly ArrayLike<number>[]): Float64Array[] {
  const n = matrix.length;
  const rows = matrix.map((row, at) => {
    const wide = new Float64Array(2 * n);
    wide.set(row);
    wide[n + at] = 1;
    return wide;
  });
  for (let column = 0; column < n; column += 1) {
    let pivot = column;
    for (let at = column + 1; at < n; at += 1) {
      if (Math.abs(rows[at]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = at;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const row = rows[column]!;
    const by = row[column]!;
    for (let at = column; at < 2 * n; at += 1) row[at]! /= by;
    for (const other of rows) {
      const factor = other[column]!;
      if (other === row || factor === 0) continue;
      for (let at = column; at < 2 * n; at += 1) other[at]! -= factor * row[at]!;
    }
  }
  return rows.map((row) => row.subarray(n));
}
