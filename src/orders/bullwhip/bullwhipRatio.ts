import { type Decimal, type DecimalLike, minus, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import type { Estimate } from '../../core/estimate.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { fail } from '../fail.js';

/** How much more orders vary than the demand behind them. */
export interface BullwhipRatio {
  /** Periods that count. */
  readonly periods: number;
  /** Sample variance of the orders ÷ that of the demand; without a value where the demand is constant. */
  readonly variance: Ratio;
  /** The same of the coefficients of variation; `null` where the demand is constant or a mean is 0. */
  readonly cv: Estimate | null;
}

/** Which periods count. */
export interface BullwhipOptions {
  /** Places of the periods, from 0, that are left out: in a shortage orders say little about demand. */
  readonly masked?: readonly number[];
}

/**
 * Returns how much orders amplify the variation of demand: above 1 they do. Both the ratio of variances, exact, and that of
 * the coefficients of variation, an estimate.
 *
 * @param orders what was ordered, one entry a period
 * @param demand what was demanded in the same periods
 * @param options periods that are left out; two must remain
 * @throws SalesModelError `series.length`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { bullwhipRatio } from 'salesmodel/orders';
 *
 * const orders = [100, 100, 100, 120, 70, 110, 110, 90];
 * const demand = [100, 100, 100, 110, 90, 100, 105, 95];
 * bullwhipRatio(orders, demand).variance.value; // => '6.4'
 */
export function bullwhipRatio(
  orders: readonly DecimalLike[],
  demand: readonly DecimalLike[],
  { masked = [] }: BullwhipOptions = {},
): BullwhipRatio {
  const left = new Set(masked);
  const kept = <T>(values: readonly T[]): T[] => values.filter((_, at) => !left.has(at));
  const periods = kept(orders).length;
  if (orders.length !== demand.length || periods < 2) {
    fail('series.length', ['demand'], { min: 2, expected: orders.length, length: demand.length });
  }
  const [out, back] = [spread(orders, 'orders'), spread(demand, 'demand')];
  const mean = (sum: Decimal): number => sum.toNumber() / periods;
  return {
    periods,
    variance: ratioOf(out.squares, back.squares, 'constantDemand'),
    cv:
      back.squares.isZero() || out.sum.isZero() || back.sum.isZero()
        ? null
        : Math.sqrt(out.squares.toNumber() / back.squares.toNumber()) / Math.abs(mean(out.sum) / mean(back.sum)),
  };

  /** The sum, and n times the sum of squares about the mean. */
  function spread(values: readonly DecimalLike[], name: string): { readonly sum: Decimal; readonly squares: Decimal } {
    const read = kept(values.map((value, at) => toDecimal(value, [name, at])));
    const sum = read.reduce(plus, ZERO);
    const squares = read.reduce((total, value) => plus(total, times(value, value)), ZERO);
    return { sum, squares: minus(times(squares, toDecimal(periods)), times(sum, sum)) };
  }
}
