import type { Rejected } from '../../core/errors.js';
import type { FixedColumn } from '../../core/fixed/column.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import type { ReadPolicy } from './summaryPolicy.js';
import type { DaySurvey } from './surveyDays.js';

/** An order log as integers. */
export interface OrderLog {
  /** The ids that occur, each once, ascending. */
  readonly customers: readonly string[];
  /** By row: place of the customer; −1 for a row that does not count. It may be a column of the caller's. */
  readonly customer: Int32Array;
  /** Whether every row counts. */
  readonly countsAll: boolean;
  readonly day: Int32Array;
  readonly days: DaySurvey;
  /** 0 for a row that does not count. */
  readonly amount: FixedColumn;
  /** What the magnitudes of the amounts add up to, as `sumAbs` says it; `Infinity` of integers of any size. */
  readonly magnitude: number;
  /** By row: number of the order that it belongs to; −1 where it names none. */
  readonly order?: Int32Array | undefined;
  readonly profit?: OrderProfit | undefined;
  readonly currency?: string | undefined;
  readonly rejected: readonly Rejected[];
}

/** Profit by row; 0 for a row without one. */
export interface OrderProfit {
  readonly column: FixedColumn;
  readonly isKnown: (row: number) => boolean;
}

/** How many rows took part, and how many did not. `rows` = `counted` + `future` + `dropped` + `rejected`. */
export interface RowTotals {
  readonly rows: number;
  readonly counted: number;
  /** After the as-of day. */
  readonly future: number;
  /** Left out because of their amount. */
  readonly dropped: number;
  readonly rejected: number;
}

/** A log without the rows that a policy does not count, and how many they are. */
export function screenRows(log: OrderLog, policy: ReadPolicy): { readonly log: OrderLog; readonly rows: RowTotals } {
  const rows = log.customer.length;
  if (takesAll(log, policy)) return { log, rows: { rows, counted: rows, future: 0, dropped: 0, rejected: 0 } };

  const { day, amount, order } = log;
  const { asOfDay, zeroAmount, negativeAmount, orderCount } = policy;
  const { values } = amount;
  const customer = log.customer.slice();
  let counted = 0;
  let future = 0;
  let dropped = 0;
  const rejected = [...log.rejected];
  for (let row = 0; row < rows; row++) {
    if (customer[row]! < 0) continue;
    const value = values[row]!;
    if (day[row]! > asOfDay) future++;
    else if (value < 0 && negativeAmount === 'reject') {
      const params = { value: scaledText(value, amount.scale) };
      rejected.push({ index: row, code: 'segmentation.row.negativeAmount', path: ['amount'], params });
    } else if ((value < 0 && negativeAmount === 'drop') || ((value === 0 || value === 0n) && zeroAmount === 'drop'))
      dropped++;
    else if (orderCount === 'ids' && value >= 0 && (order?.[row] ?? -1) < 0) {
      rejected.push({ index: row, code: 'segmentation.row.orderIdMissing', path: ['id'], params: {} });
    } else {
      counted++;
      continue;
    }
    customer[row] = -1;
  }
  rejected.sort((a, b) => a.index - b.index);
  const faulty = new Set(rejected.map(({ index }) => index)).size;
  return {
    log: { ...log, customer, countsAll: false, rejected },
    rows: { rows, counted, future, dropped, rejected: faulty },
  };
}

/** Whether a policy plainly counts all rows. */
function takesAll(
  { days, countsAll }: OrderLog,
  { asOfDay, zeroAmount, negativeAmount, orderCount }: ReadPolicy,
): boolean {
  return countsAll && days.max <= asOfDay && zeroAmount === 'keep' && negativeAmount === 'net' && orderCount !== 'ids';
}
