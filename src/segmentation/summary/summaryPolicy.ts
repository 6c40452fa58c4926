import { addMonthsToDay, FIRST_DAY } from '../../core/civil.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';

/** What counts as one order: a row, a day with orders, or a distinct order id. */
export type OrderCount = 'rows' | 'days' | 'ids';

/** Whether rows of amount 0 are orders, or are left out. */
export type ZeroAmount = 'keep' | 'drop';

/** What becomes of a row that takes back: it lowers what was spent and is no order, is left out, or is rejected. */
export type NegativeAmount = 'net' | 'drop' | 'reject';

/** The last months or days up to the as-of day, itself included. */
export type SummaryWindow = { readonly months: number } | { readonly days: number };

/** How an order log is summed up. */
export interface SummaryPolicy {
  /** Later rows are not known yet: they are left out and counted. */
  readonly asOf: PlainDate;
  /** Default `rows`. */
  readonly orderCount?: OrderCount;
  /** Default `keep`. */
  readonly zeroAmount?: ZeroAmount;
  /** Default `net`. */
  readonly negativeAmount?: NegativeAmount;
  /**
   * The rows that count for orders, purchase days, spend and profit; first, last and previous order are of all time.
   * Default `null`: all.
   */
  readonly window?: SummaryWindow | null;
}

/** A policy with its defaults, in day numbers. */
export interface ReadPolicy {
  readonly asOf: PlainDate;
  readonly asOfDay: number;
  /** First day that counts. */
  readonly windowStart: number;
  readonly orderCount: OrderCount;
  readonly zeroAmount: ZeroAmount;
  readonly negativeAmount: NegativeAmount;
}

/** @throws SalesModelError `date.invalid`, `option.unknown`, `segmentation.summary.window` */
export function readPolicy(policy: SummaryPolicy): ReadPolicy {
  const { asOf, orderCount = 'rows', zeroAmount = 'keep', negativeAmount = 'net', window = null } = policy;
  const asOfDay = dayNumber(asOf, ['asOf']);
  return {
    asOf,
    asOfDay,
    windowStart: window === null ? FIRST_DAY : windowStart(asOfDay, window),
    orderCount: oneOf(orderCount, ['rows', 'days', 'ids'], ['orderCount']),
    zeroAmount: oneOf(zeroAmount, ['keep', 'drop'], ['zeroAmount']),
    negativeAmount: oneOf(negativeAmount, ['net', 'drop', 'reject'], ['negativeAmount']),
  };
}

/** Longest window: further back there is no calendar. */
const MOST_MONTHS = 120_000;

function windowStart(asOfDay: number, window: SummaryWindow): number {
  if ('months' in window) {
    const { months } = window;
    if (!Number.isInteger(months) || months < 1 || months > MOST_MONTHS) {
      fail('segmentation.summary.window', ['window', 'months'], { value: months });
    }
    return addMonthsToDay(asOfDay + 1, -months);
  }
  const { days } = window;
  if (!Number.isSafeInteger(days) || days < 1) fail('segmentation.summary.window', ['window', 'days'], { value: days });
  return asOfDay + 1 - days;
}
