import { type Decimal, type DecimalString, minus, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import type { Rejected } from '../../core/errors.js';
import type { Instant } from '../../core/instant.js';
import type { Money } from '../../core/money.js';
import type { Period } from '../../core/period.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { dayNumberOf } from '../deal/dayOf.js';
import { compareKeys } from '../deal/groupKey.js';
import { fail } from '../fail.js';
import type { ForecastCall } from './forecastCall.js';

/** What somebody sold in a period. */
export interface ActualSales {
  readonly ownerId: string;
  readonly period: Period;
  readonly amount: Money;
}

/** A call beside what came of it. */
export interface JudgedCall {
  readonly ownerId: string;
  readonly period: Period;
  readonly category: ForecastCall['category'];
  readonly at: PlainDate | Instant;
  /** Whole weeks from the call to the end of the period. */
  readonly leadWeeks: number;
  readonly call: DecimalString;
  readonly actual: DecimalString;
  /** Actual ÷ call. */
  readonly ratio: Ratio;
}

/** All calls of one lead time. */
export interface LeadAccuracy {
  readonly leadWeeks: number;
  readonly n: number;
  /** Sum of the actuals ÷ sum of the calls. */
  readonly ratio: Ratio;
  /** (Sum of the calls − sum of the actuals) ÷ sum of the actuals: above 0 where too much was called. */
  readonly bias: Ratio;
}

/** How good calls were. */
export interface CallAccuracy {
  /** By period, owner, category and time. */
  readonly calls: readonly JudgedCall[];
  /** The longest lead first. */
  readonly byLead: readonly LeadAccuracy[];
  /** Calls for which there is no actual, or one in another currency. */
  readonly rejected: readonly Rejected[];
}

/**
 * Returns what came of each call, and how calls of each lead time were off on the whole.
 *
 * @param calls of any owners and periods
 * @param actuals one for an owner and period
 * @throws SalesModelError `pipeline.actual` (two for an owner and period), `date.invalid`, `decimal.invalid`
 * @example
 * import { callAccuracy } from 'salesmodel/pipeline';
 *
 * const period = { kind: 'quarter', start: '2026-04-01', end: '2026-07-01' } as const;
 * const { byLead } = callAccuracy(
 *   [{ ownerId: 'ben', period, category: 'commit', amount: { amount: '300', currency: 'EUR' }, at: '2026-04-06', by: 'ben' }],
 *   [{ ownerId: 'ben', period, amount: { amount: '240', currency: 'EUR' } }],
 * );
 * byLead.map(({ leadWeeks, ratio, bias }) => [leadWeeks, ratio.value, bias.value]); // => [[12, '0.8', '0.25']]
 */
export function callAccuracy(calls: readonly ForecastCall[], actuals: readonly ActualSales[]): CallAccuracy {
  const keyOf = ({ ownerId, period }: Pick<ActualSales, 'ownerId' | 'period'>): string =>
    JSON.stringify([ownerId, period.start, period.end]);
  const sold = new Map<string, Money>();
  for (const [at, actual] of actuals.entries()) {
    const key = keyOf(actual);
    if (sold.has(key))
      fail('pipeline.actual', ['actuals', at], { ownerId: actual.ownerId, start: actual.period.start });
    sold.set(key, actual.amount);
  }
  const judged: JudgedCall[] = [];
  const rejected: Rejected[] = [];
  for (const [index, call] of calls.entries()) {
    const { ownerId, period, category, at, amount } = call;
    const actual = sold.get(keyOf(call));
    if (actual === undefined || actual.currency !== amount.currency) {
      rejected.push({
        index,
        id: ownerId,
        code: 'pipeline.row.noActual',
        path: ['calls', index],
        params: { ownerId, currency: amount.currency },
      });
      continue;
    }
    const said = toDecimal(amount.amount, ['calls', index, 'amount', 'amount']);
    const came = toDecimal(actual.amount);
    const leadWeeks = Math.floor((dayNumber(period.end) - dayNumberOf(at, 0, ['calls', index, 'at'])) / 7);
    judged.push({
      ownerId,
      period,
      category,
      at,
      leadWeeks,
      call: toText(said),
      actual: toText(came),
      ratio: ratioOf(came, said),
    });
  }
  const order = ({ period, ownerId, category, at }: JudgedCall): string =>
    JSON.stringify([period.start, ownerId, category, at]);
  judged.sort((a, b) => compareKeys(order(a), order(b)));
  return { calls: judged, byLead: leadsOf(judged), rejected };
}

function leadsOf(calls: readonly JudgedCall[]): LeadAccuracy[] {
  const leads = new Map<number, { n: number; said: Decimal; came: Decimal }>();
  for (const { leadWeeks, call, actual } of calls) {
    const lead = leads.get(leadWeeks) ?? { n: 0, said: ZERO, came: ZERO };
    leads.set(leadWeeks, {
      n: lead.n + 1,
      said: plus(lead.said, toDecimal(call)),
      came: plus(lead.came, toDecimal(actual)),
    });
  }
  return [...leads]
    .toSorted(([a], [b]) => b - a)
    .map(([leadWeeks, { n, said, came }]) => ({
      leadWeeks,
      n,
      ratio: ratioOf(came, said),
      bias: ratioOf(minus(said, came), came),
    }));
}
