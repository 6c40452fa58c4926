import { type DecimalLike, type DecimalString, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { compareText } from '../../core/compareText.js';
import { fail as failCore } from '../../core/fail.js';
import type { SegmentAssignment } from '../schema/assignment.js';

/** The customers that two schemes put into one segment each. */
export interface CrossCell {
  /** `null`: open, or not in the scheme. */
  readonly row: string | null;
  readonly column: string | null;
  readonly customers: number;
  /** Of the values given; a customer without one adds nothing. */
  readonly sum: DecimalString;
}

/** Two schemes over the same customers. */
export interface Cross {
  /** Segments that occur, ascending, open ones last. */
  readonly rows: readonly (string | null)[];
  readonly columns: readonly (string | null)[];
  /** Those with a customer, by row and then by column. */
  readonly cells: readonly CrossCell[];
  readonly customers: number;
  readonly sum: DecimalString;
}

/**
 * Returns how many customers have which segment in one scheme and which in another, and what they sum up to. Everybody
 * stands in one cell, so the cells add up to all.
 *
 * @param rows assignments of one scheme, a customer once
 * @param columns assignments of another
 * @param values by customer, such as their spend
 * @throws SalesModelError `ids.duplicate`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { cross, lifecycleStage, rfm, summariseOrders } from 'salesmodel/segmentation';
 *
 * const { summaries } = summariseOrders(
 *   [{ customer: 'Ada', date: '2026-03-02', amount: '450' }, { customer: 'Bo', date: '2025-01-10', amount: '80' }],
 *   { asOf: '2026-03-31' },
 * );
 * const stages = summaries.map((summary) => lifecycleStage(summary));
 * const spend = Object.fromEntries(summaries.map(({ customer, spend }) => [customer, spend]));
 * cross(rfm(summaries).assignments, stages, spend).cells;
 * // => [
 * //   { row: 'hibernating', column: 'lost', customers: 1, sum: '80' },
 * //   { row: 'potentialLoyalist', column: 'new', customers: 1, sum: '450' }
 * // ]
 */
export function cross(
  rows: readonly Pick<SegmentAssignment, 'customer' | 'segment'>[],
  columns: readonly Pick<SegmentAssignment, 'customer' | 'segment'>[],
  values: Readonly<Record<string, DecimalLike>> = {},
): Cross {
  const left = segmentsOf(rows, 'rows');
  const right = segmentsOf(columns, 'columns');
  const cells = new Map<string, { row: string | null; column: string | null; customers: number; sum: typeof ZERO }>();
  let total = ZERO;
  const customers = new Set([...left.keys(), ...right.keys()]);
  for (const customer of customers) {
    const row = left.get(customer) ?? null;
    const column = right.get(customer) ?? null;
    const value = Object.hasOwn(values, customer) ? toDecimal(values[customer]!, ['values', customer]) : ZERO;
    const key = JSON.stringify([row, column]);
    const cell = cells.get(key) ?? { row, column, customers: 0, sum: ZERO };
    cells.set(key, { row, column, customers: cell.customers + 1, sum: plus(cell.sum, value) });
    total = plus(total, value);
  }
  const found = [...cells.values()];
  const names = (side: 'row' | 'column'): (string | null)[] =>
    [...new Set(found.map((cell) => cell[side]))].sort(compareOpenLast);
  return {
    rows: names('row'),
    columns: names('column'),
    cells: found
      .sort((a, b) => compareOpenLast(a.row, b.row) || compareOpenLast(a.column, b.column))
      .map(({ sum, ...cell }) => ({ ...cell, sum: toText(sum) })),
    customers: customers.size,
    sum: toText(total),
  };
}

/** Texts ascend, and what is open comes last. */
export function compareOpenLast(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compareText(a, b);
}

function segmentsOf(
  assignments: readonly Pick<SegmentAssignment, 'customer' | 'segment'>[],
  name: string,
): Map<string, string | null> {
  const found = new Map<string, string | null>();
  assignments.forEach(({ customer, segment }, at) => {
    if (found.has(customer)) failCore('ids.duplicate', [name, at, 'customer'], { id: customer });
    found.set(customer, segment);
  });
  return found;
}
