import { dayNumber, fromDayNumber } from '../../core/date.js';
import type { Reason } from '../../core/errors.js';
import { NO_DAY } from '../../core/parseDay.js';
import { fail } from '../fail.js';
import type { CustomerSummary } from '../schema/summary.js';
import { summaryColumnsOf } from '../summary/summaryColumnsOf.js';

/** What a base must have before its quantiles mean something. */
export interface RfmPreconditions {
  /** Least number of customers with an order. */
  readonly customers?: number;
  /** Least number of days from the first order of all to the as-of day. */
  readonly historyDays?: number;
  /** Greatest number of days from the last order of all to the as-of day. */
  readonly lastOrderDays?: number;
}

/** Whether a base will do, with all the reasons why not. */
export type RfmBaseCheck = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns whether a base of customers is large, long and fresh enough to be scored against itself.
 *
 * @param summaries one for each customer, of one as-of day
 * @param preconditions whole numbers from 0 on, such as the preset `rfm-klaviyo-guard`
 * @throws SalesModelError `segmentation.rfm.precondition`, `ids.duplicate`, `segmentation.summary.asOf`,
 *   `segmentation.summary.count`, `segmentation.summary.dates`, `date.invalid`, `decimal.invalid`
 * @example
 * import { checkRfmBase, presets, summariseOrders } from 'salesmodel/segmentation';
 *
 * const { summaries } = summariseOrders([{ customer: 'Ada', date: '2026-03-20', amount: '9' }], { asOf: '2026-03-31' });
 * const check = checkRfmBase(summaries, presets['rfm-klaviyo-guard']);
 * check.ok || check.reasons.map(({ code }) => code); // => ['tooFewCustomers', 'historyTooShort']
 */
export function checkRfmBase(summaries: readonly CustomerSummary[], preconditions: RfmPreconditions): RfmBaseCheck {
  const { customers, historyDays, lastOrderDays } = preconditions;
  for (const [field, value] of Object.entries({ customers, historyDays, lastOrderDays })) {
    if (value !== undefined && (!Number.isSafeInteger(value) || value < 0)) {
      fail('segmentation.rfm.precondition', ['preconditions', field], { value });
    }
  }
  const columns = summaryColumnsOf(summaries);
  let actual = 0;
  let first = Infinity;
  let last = -Infinity;
  columns?.lastOrder.forEach((day, at) => {
    if (day === NO_DAY) return;
    actual++;
    // Whoever does not say when they began began with what is known.
    const began = columns.firstOrder[at]!;
    first = Math.min(first, began === NO_DAY ? day : began);
    last = Math.max(last, day);
  });
  const reasons: Reason[] = [];
  const asOf = columns === null ? 0 : dayNumber(columns.asOf);
  if (customers !== undefined && actual < customers) {
    reasons.push({ code: 'tooFewCustomers', params: { needed: customers, actual } });
  }
  if (historyDays !== undefined && !(asOf - first >= historyDays)) {
    reasons.push({ code: 'historyTooShort', params: { needed: historyDays, from: dayText(first) } });
  }
  if (lastOrderDays !== undefined && !(asOf - last <= lastOrderDays)) {
    reasons.push({ code: 'lastOrderTooOld', params: { most: lastOrderDays, on: dayText(last) } });
  }
  return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
}

function dayText(day: number): string | null {
  return Number.isFinite(day) ? fromDayNumber(day) : null;
}
