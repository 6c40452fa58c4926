import type { PlainDate } from '../../core/date.js';
import { type Decimal, times, toDecimal } from '../../core/decimal.js';
import type { DecimalString } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';

/** How often a subscription is billed: every so many of them. */
export const INTERVALS = ['day', 'week', 'month', 'year'] as const;

/** Something that a customer pays for again and again. */
export interface SubscriptionItem {
  readonly code: string;
  readonly customer: string;
  readonly quantity: DecimalString;
  /** Of one unit and one billing. */
  readonly unitAmount: DecimalString;
  readonly interval: (typeof INTERVALS)[number];
  /** Billed every so many intervals, 1 or more. */
  readonly every: number;
  readonly from: PlainDate;
  /** The first day after. Default: open. */
  readonly to?: PlainDate;
}

/** Billings of an interval in a year. */
const A_YEAR = { day: '365', week: '52', month: '12', year: '1' } as const;

/** What an item comes to in a year, times `every`, and what it has to be divided by to be that of a month. */
export function monthlyParts(item: SubscriptionItem, path: Path): { readonly amount: Decimal; readonly by: Decimal } {
  const interval = oneOf(item.interval, INTERVALS, [...path, 'interval']);
  if (!Number.isSafeInteger(item.every) || item.every < 1) {
    fail('pricing.everyInterval', [...path, 'every'], { value: item.every });
  }
  const billed = times(
    toDecimal(item.quantity, [...path, 'quantity']),
    toDecimal(item.unitAmount, [...path, 'unitAmount']),
  );
  return { amount: times(billed, toDecimal(A_YEAR[interval])), by: toDecimal(12 * item.every) };
}
