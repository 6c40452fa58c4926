import type { PlainDate } from '../../core/date.js';
import type { Rejected } from '../../core/errors.js';
import type { FixedColumn } from '../../core/fixed/column.js';
import { oneOf } from '../../core/oneOf.js';
import { NO_DAY } from '../../core/parseDay.js';
import { quotientText } from '../../core/quotientText.js';
import type { OrderRow, RepeatSummary } from '../schema/summary.js';
import { type RowTotals, screenRows } from './orderLog.js';
import { readOrderRows } from './readOrderRows.js';
import { summariseLog } from './summariseLog.js';
import { type NegativeAmount, readPolicy, type ZeroAmount } from './summaryPolicy.js';

/** How repeat purchases are counted. */
export interface RepeatPolicy {
  /** The end of observation: a purchase on this day counts. */
  readonly asOf: PlainDate;
  /** Unit of the times; a month has 30.4375 days. Default `day`. */
  readonly unit?: 'day' | 'week' | 'month';
  /** Default `keep`. */
  readonly zeroAmount?: ZeroAmount;
  /** Default `net`. */
  readonly negativeAmount?: NegativeAmount;
}

/** One summary a buyer by id, and the rows that are not in them. */
export interface RepeatSummaries {
  readonly summaries: readonly RepeatSummary[];
  /** Customers whose rows are refunds only, ascending. */
  readonly withoutPurchase: readonly string[];
  /** By row. */
  readonly rejected: readonly Rejected[];
  readonly totals: RowTotals;
}

/** Days of a unit; times in it are not rounded. */
export const UNIT_DAYS = { day: 1, week: 7, month: 30.4375 } as const;

/**
 * Returns the repeat purchases of each buyer: how often they came back, when last, for how long they are known, and what
 * they spent on average when they came back. All purchases of a day are one.
 *
 * @param orders rows in any order, in one currency
 * @param policy end of observation, unit, amounts that are not positive
 * @throws SalesModelError `date.invalid`, `option.unknown`, `money.currencyMismatch`
 * @example
 * import { repeatSummaries } from 'salesmodel/segmentation';
 *
 * const orders = [
 *   { customer: 'Ada', date: '2026-01-01', amount: '30' },
 *   { customer: 'Ada', date: '2026-01-15', amount: '10' },
 *   { customer: 'Ada', date: '2026-01-29', amount: '15.5' },
 * ];
 * repeatSummaries(orders, { asOf: '2026-03-12', unit: 'week' }).summaries;
 * // => [{ customer: 'Ada', x: 2, tx: 4, T: 10, meanSpend: '12.75', unit: 'week' }]
 */
export function repeatSummaries(orders: readonly OrderRow[], policy: RepeatPolicy): RepeatSummaries {
  const unit = oneOf(policy.unit ?? 'day', ['day', 'week', 'month'], ['unit']);
  const { asOf, zeroAmount = 'keep', negativeAmount = 'net' } = policy;
  const read = readPolicy({ asOf, zeroAmount, negativeAmount });
  const { log, rows: totals } = screenRows(readOrderRows(orders), read);
  const columns = summariseLog(log, read);
  const place = new Map(columns.customers.map((id, at) => [id, at]));
  const spent = new Array<bigint>(columns.customers.length).fill(0n);
  log.customer.forEach((customer, row) => {
    const at = customer < 0 ? undefined : place.get(log.customers[customer]!);
    if (at !== undefined && log.day[row]! > columns.firstOrder[at]!) spent[at]! += BigInt(log.amount.values[row]!);
  });
  const summaries: RepeatSummary[] = [];
  const withoutPurchase: string[] = [];
  columns.customers.forEach((customer, at) => {
    const first = columns.firstOrder[at]!;
    if (first === NO_DAY) {
      withoutPurchase.push(customer);
      return;
    }
    const x = columns.purchaseDays[at]! - 1;
    summaries.push({
      customer,
      x,
      tx: (columns.lastOrder[at]! - first) / UNIT_DAYS[unit],
      T: (read.asOfDay - first) / UNIT_DAYS[unit],
      meanSpend: x === 0 ? null : mean(spent[at]!, x, log.amount),
      unit,
    });
  });
  return { summaries, withoutPurchase, rejected: log.rejected, totals };
}

function mean(sum: bigint, count: number, { scale }: FixedColumn): string {
  return quotientText(sum, BigInt(count) * 10n ** BigInt(scale));
}
