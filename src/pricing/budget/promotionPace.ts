import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import { Decimal, divide, times, toDecimal } from '../../core/decimal.js';
import type { Period } from '../../core/period.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { dayRange } from '../../core/span.js';
import { LAST_DAY } from '../../core/civil.js';
import type { BudgetState } from './promotionBudget.js';

/** How a budget is spent against the time that has passed. */
export interface PromotionPace {
  /** Committed ÷ limit. */
  readonly spent: Ratio;
  /** Days up to the day, itself included, ÷ days of the period. */
  readonly elapsed: Ratio;
  readonly pace: 'ahead' | 'onPace' | 'behind';
  /** The day on which the limit is reached if spending goes on as it did. */
  readonly runOut: PlainDate | 'never';
}

/**
 * Returns how the share of a budget that is spent compares with the share of its period that has passed, and when it runs out.
 *
 * @param state budget with what was committed
 * @param period the time of the promotion
 * @param asOf the day up to which spending is known, itself included
 * @throws SalesModelError `date.invalid`, `period.order`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { promotionPace } from 'salesmodel/pricing';
 *
 * const state = { budget: { code: 'spring', limit: '1000', unit: 'amount' }, committed: '500', reservations: [] } as const;
 * const pace = promotionPace(state, { kind: 'month', start: '2026-03-01', end: '2026-03-31' }, '2026-03-10');
 * [pace.spent.value, pace.elapsed.value, pace.pace, pace.runOut]; // => ['0.5', '0.333333333333', 'ahead', '2026-03-20']
 */
export function promotionPace({ budget, committed }: BudgetState, period: Period, asOf: PlainDate): PromotionPace {
  const { start, end } = dayRange(period, ['period']);
  const days = Math.min(end - start, Math.max(0, dayNumber(asOf, ['asOf']) - start + 1));
  const spent = toDecimal(committed, ['state', 'committed']);
  const limit = toDecimal(budget.limit, ['state', 'budget', 'limit']);
  const [passed, all] = [new Decimal(days), new Decimal(end - start)];
  const order = times(spent, all).cmp(times(passed, limit));
  return {
    spent: ratioOf(spent, limit),
    elapsed: ratioOf(passed, all),
    pace: order > 0 ? 'ahead' : order < 0 ? 'behind' : 'onPace',
    runOut: runOutDay(start, spent, limit, passed),
  };
}

function runOutDay(start: number, spent: Decimal, limit: Decimal, passed: Decimal): PlainDate | 'never' {
  if (spent.lte(0)) return 'never';
  const days = Math.max(1, divide(times(limit, passed), spent).ceil().toNumber());
  return start + days - 1 > LAST_DAY ? 'never' : fromDayNumber(start + days - 1);
}
