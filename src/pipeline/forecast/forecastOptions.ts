import type { PlainDate } from '../../core/date.js';
import type { Period } from '../../core/period.js';
import type { RateOptions, RateTable } from '../../core/rateTable.js';

export const ROLL_UPS = ['single', 'cumulative'] as const;
export const ROUNDINGS = ['deal', 'total'] as const;
export const MISSING_AMOUNTS = ['zero', 'exclude', 'reject'] as const;

/** What a forecast of the open pipeline adds up. */
export interface ForecastPolicy {
  /** Each category alone (default), or each with the surer ones and what is closed. */
  readonly rollUp?: (typeof ROLL_UPS)[number];
  /** Each weighted amount is rounded to the minor unit (default), so that groups add up to the total; or the total is, once. */
  readonly round?: (typeof ROUNDINGS)[number];
  /** A deal without an amount counts with zero (default), is left out, or is rejected. */
  readonly missingAmount?: (typeof MISSING_AMOUNTS)[number];
}

/** How a forecast is asked for. */
export interface ForecastOptions extends ForecastPolicy {
  /** The close dates that count. */
  readonly period: Period;
  readonly currency: string;
  /** For deals in other currencies. */
  readonly rates?: RateTable;
  /** Day of the rates. Default: the last day of the period. */
  readonly on?: PlainDate;
  /** How rates are found. Default: quotes of the very pair and day. */
  readonly rateOptions?: RateOptions;
  /** Facts or fields of the deals by which the forecast is made a second time. */
  readonly by?: readonly string[];
}
