/** The inverse of a symmetric, positive definite matrix by Cholesky's decomposition; `null` where the matrix is not. */
export function inverseOf(matrix: readonly (readonly number[])[]): number[][] | null {
  const lower = choleskyOf(matrix);
  if (lower === null) return null;
  const columns = matrix.map((_, column) => solved(lower, unit(matrix.length, column)));
  // Both triangles hold the same figures up to rounding; their mean is symmetric to the last bit.
  return columns.map((row, i) => row.map((value, j) => (value + columns[j]![i]!) / 2));
}

function choleskyOf(matrix: readonly (readonly number[])[]): number[][] | null {
  const lower: number[][] = [];
  for (let i = 0; i < matrix.length; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= row[k]! * (i === j ? row[k]! : lower[j]![k]!);
      if (i === j && !(rest > 0)) return null;
      row.push(i === j ? Math.sqrt(rest) : rest / lower[j]![j]!);
    }
    lower.push(row);
  }
  return lower;
}

/** Solves L Lᵀ x = right. */
function solved(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const size = right.length;
  const forward: number[] = [];
  for (let i = 0; i < size; i++) {
    let rest = right[i]!;
    for (let k = 0; k < i; k++) rest -= lower[i]![k]! * forward[k]!;
    forward.push(rest / lower[i]![i]!);
  }
  const back = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    let rest = forward[i]!;
    for (let k = i + 1; k < size; k++) rest -= lower[k]![i]! * back[k]!;
    back[i] = rest / lower[i]![i]!;
  }
  return back;
}

function unit(size: number, place: number): number[] {
  return Array.from({ length: size }, (_, index) => (index === place ? 1 : 0));
}
