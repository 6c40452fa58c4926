import type { Rejected } from '../../core/errors.js';
import type { FixedColumn } from '../../core/fixed/column.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import type { ReadPolicy } from './summaryPolicy.js';

/** An order log as integers. */
export interface OrderLog {
  /** The ids that occur, each once, ascending. */
  readonly customers: readonly string[];
  /** By row: place of the customer; −1 for a row that does not count. */
  readonly customer: Int32Array;
  readonly day: Int32Array;
  /** 0 for a row that does not count. */
  readonly amount: FixedColumn;
  /** By row: number of the order that it belongs to; −1 where it names none. */
  readonly order?: Int32Array | undefined;
  readonly profit?: OrderProfit | undefined;
  readonly currency?: string | undefined;
  readonly rejected: Rejected[];
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

/** Takes the rows out of a log that a policy does not count, which it does in place, and says how many they are. */
export function screenRows(log: OrderLog, policy: ReadPolicy): RowTotals {
  const { customer, day, amount, order, rejected } = log;
  const { asOfDay, zeroAmount, negativeAmount, orderCount } = policy;
  const { values } = amount;
  let counted = 0;
  let future = 0;
  let dropped = 0;
  const faults: Rejected[] = [];
  for (let row = 0; row < customer.length; row++) {
    if (customer[row]! < 0) continue;
    const value = values[row]!;
    if (day[row]! > asOfDay) future++;
    else if (value < 0 && negativeAmount === 'reject') {
      const params = { value: scaledText(value, amount.scale) };
      faults.push({ index: row, code: 'segmentation.row.negativeAmount', path: ['amount'], params });
    } else if ((value < 0 && negativeAmount === 'drop') || ((value === 0 || value === 0n) && zeroAmount === 'drop'))
      dropped++;
    else if (orderCount === 'ids' && value >= 0 && (order?.[row] ?? -1) < 0) {
      faults.push({ index: row, code: 'segmentation.row.orderIdMissing', path: ['id'], params: {} });
    } else {
      counted++;
      continue;
    }
    customer[row] = -1;
  }
  if (faults.length > 0) {
    rejected.push(...faults);
    rejected.sort((a, b) => a.index - b.index);
  }
  return {
    rows: customer.length,
    counted,
    future,
    dropped,
    rejected: new Set(rejected.map(({ index }) => index)).size,
  };
}
