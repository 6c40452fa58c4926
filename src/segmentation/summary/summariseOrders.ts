import type { DecimalString } from '../../core/decimal.js';
import type { Rejected } from '../../core/errors.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { sumAbs } from '../../core/fixed/sumAbs.js';
import type { CustomerSummary, OrderRow } from '../schema/summary.js';
import type { OrderColumns } from './orderColumns.js';
import { type OrderLog, type RowTotals, screenRows } from './orderLog.js';
import { readOrderColumns } from './readOrderColumns.js';
import { readOrderRows } from './readOrderRows.js';
import { summariseLog } from './summariseLog.js';
import { type SumColumn, type SummaryColumns, summaryRows } from './summaryColumns.js';
import { readPolicy, type SummaryPolicy } from './summaryPolicy.js';

/** What became of the rows of an order log, and what its customers bought together. */
export interface OrderTotals extends RowTotals {
  readonly customers: number;
  readonly orders: number;
  readonly spend: DecimalString;
  /** Of the rows that name one. */
  readonly currency?: string;
}

/** One summary a customer by id, and the rows that are not in them. */
export interface OrderSummaries {
  readonly summaries: readonly CustomerSummary[];
  /** By row. */
  readonly rejected: readonly Rejected[];
  readonly totals: OrderTotals;
}

/** Summaries as columns by id, and the rows that are not in them. */
export interface OrderSummaryColumns {
  readonly columns: SummaryColumns;
  /** By row. */
  readonly rejected: readonly Rejected[];
  readonly totals: OrderTotals;
}

/**
 * Returns what each customer bought up to a day: first, last and previous order, number of orders and days, spend and
 * profit, exact and independent of the order of the rows. A row with a fault is rejected and the rest is summed up.
 *
 * @param orders rows in any order, in one currency
 * @param policy as-of day, what is an order, what refunds do, window
 * @throws SalesModelError `date.invalid`, `option.unknown`, `segmentation.summary.window`, `money.currencyMismatch`
 * @example
 * import { summariseOrders } from 'salesmodel/segmentation';
 *
 * const orders = [
 *   { customer: 'Ada', date: '2026-01-10', amount: '120' },
 *   { customer: 'Ada', date: '2026-03-02', amount: '80.50' },
 *   { customer: 'Ada', date: '2026-03-09', amount: '-20' },
 * ];
 * const [ada] = summariseOrders(orders, { asOf: '2026-03-31' }).summaries;
 * [ada?.firstOrder, ada?.lastOrder, ada?.orders, ada?.spend]; // => ['2026-01-10', '2026-03-02', 2, '180.5']
 */
export function summariseOrders(orders: readonly OrderRow[], policy: SummaryPolicy): OrderSummaries {
  const { columns, rejected, totals } = summarise(readOrderRows(orders), policy);
  return { summaries: summaryRows(columns), rejected, totals };
}

/**
 * Returns the same as {@link summariseOrders} from columns, as columns: no object a row and none a customer.
 *
 * @param orders typed columns; they are read, not changed
 * @param policy as-of day, what is an order, what refunds do, window
 * @throws SalesModelError `date.invalid`, `option.unknown`, `segmentation.summary.window`,
 *   `segmentation.columns.length`, `segmentation.columns.scale`
 * @example
 * import { dayNumber } from 'salesmodel/core';
 * import { summariseOrderColumns } from 'salesmodel/segmentation';
 *
 * const { columns } = summariseOrderColumns(
 *   {
 *     customer: { dictionary: ['Bo', 'Ada'], codes: Int32Array.of(1, 0, 1) },
 *     day: Int32Array.of(dayNumber('2026-01-10'), dayNumber('2026-02-01'), dayNumber('2026-03-02')),
 *     amount: { values: Float64Array.of(12000, 5000, 8050), scale: 2 },
 *   },
 *   { asOf: '2026-03-31' },
 * );
 * columns.customers; // => ['Ada', 'Bo']
 * Array.from(columns.orders); // => [2, 1]
 */
export function summariseOrderColumns(orders: OrderColumns, policy: SummaryPolicy): OrderSummaryColumns {
  return summarise(readOrderColumns(orders), policy);
}

function summarise(given: OrderLog, policy: SummaryPolicy): OrderSummaryColumns {
  const read = readPolicy(policy);
  const { log, rows } = screenRows(given, read);
  const columns = summariseLog(log, read);
  const { customers, orders, spend } = columns;
  return {
    columns,
    rejected: log.rejected,
    totals: {
      ...rows,
      customers: customers.length,
      orders: countOf(orders),
      spend: scaledText(totalOf(spend), spend.scale),
      ...(log.currency === undefined ? {} : { currency: log.currency }),
    },
  };
}

function countOf(orders: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < orders.length; at++) sum += orders[at]!;
  return sum;
}

function totalOf({ values }: SumColumn): number | bigint {
  // A sum of magnitudes within the safe integers proves every sum on the way exact.
  if (values instanceof Float64Array && sumAbs(values) <= Number.MAX_SAFE_INTEGER) {
    let sum = 0;
    for (let at = 0; at < values.length; at++) sum += values[at]!;
    return sum;
  }
  let total = 0n;
  for (const value of values) total += BigInt(value);
  return total;
}
