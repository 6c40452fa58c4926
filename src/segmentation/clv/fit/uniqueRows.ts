import type { Reason } from '../../../core/errors.js';

/** Rows alike are one row with the sum of their weights; columns by place, sorted by the last column first. */
export interface UniqueRows {
  readonly columns: readonly Float64Array[];
  readonly weight: Float64Array;
  /** Sum of the weights. */
  readonly customers: number;
}

/** A customer, or several alike. */
export interface Weighted {
  /** How many customers the row stands for, above 0; default 1. */
  readonly weight?: number;
}

/**
 * Merges rows with the same cells. The order of the rows changes nothing: they are sorted, weights among equals as well,
 * before anything is added up.
 */
export function uniqueRows(
  rows: readonly { readonly cells: readonly number[]; readonly weight: number }[],
): UniqueRows {
  const sorted = rows.toSorted((a, b) => {
    for (let place = a.cells.length - 1; place >= 0; place--) {
      if (a.cells[place] !== b.cells[place]) return a.cells[place]! - b.cells[place]!;
    }
    return a.weight - b.weight;
  });
  const unique: { cells: readonly number[]; weight: number }[] = [];
  for (const row of sorted) {
    const last = unique.at(-1);
    if (last !== undefined && last.cells.every((cell, place) => cell === row.cells[place])) last.weight += row.weight;
    else unique.push({ ...row });
  }
  const width = unique[0]?.cells.length ?? 0;
  const columns = Array.from({ length: width }, (_, place) => Float64Array.from(unique, ({ cells }) => cells[place]!));
  const weight = Float64Array.from(unique, (row) => row.weight);
  return { columns, weight, customers: weight.reduce((sum, each) => sum + each, 0) };
}

/** Whether a row's weight is one. */
export function isWeight(weight: number | undefined): boolean {
  return weight === undefined || (Number.isFinite(weight) && weight > 0);
}

/** A row that cannot be fitted. */
export function invalidRow(index: number): Reason {
  return { code: 'invalidRow', params: { index } };
}
