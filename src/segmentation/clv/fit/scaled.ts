import type { UniqueRows } from './uniqueRows.js';

/** The columns x, tx, T with times in units of the longest age, so that parameters of time are near 1 whatever the unit. */
export function scaled({ columns, weight, customers }: UniqueRows): {
  readonly rows: UniqueRows;
  readonly scale: number;
  /** All purchases, each customer's as often as it stands for customers. */
  readonly purchases: number;
} {
  const [counts, recencies, ages] = columns as [Float64Array, Float64Array, Float64Array];
  const scale = 1 / ages.reduce((most, age) => Math.max(most, age), 0);
  const purchases = counts.reduce((sum, x, row) => sum + x * weight[row]!, 0);
  const times = [recencies, ages].map((column) => column.map((time) => time * scale));
  return { rows: { columns: [counts, ...times], weight, customers }, scale, purchases };
}
