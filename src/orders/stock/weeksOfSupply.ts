import { type DecimalLike, minus, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { notNegative } from '../read.js';

/** How long a stock lasts; `atLeast` where it outlasts the weeks that are given. */
export type WeeksOfSupply =
  { readonly status: 'covered'; readonly weeks: Ratio } | { readonly status: 'atLeast'; readonly weeks: number };

/**
 * Returns how many weeks a stock lasts. `forward` (default) counts the weeks that it covers one after another and the part of
 * the next; a week without demand counts as covered. `average` divides by the mean demand.
 *
 * @param stock not negative
 * @param demand of the coming weeks, not negative
 * @param options method
 * @throws SalesModelError `quantity.negative`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { weeksOfSupply } from 'salesmodel/orders';
 *
 * const weeks = weeksOfSupply(100, [30, 40, 50, 60]);
 * weeks.status === 'covered' && weeks.weeks.value; // => '2.6'
 * weeksOfSupply(200, [30, 40, 50, 60]); // => { status: 'atLeast', weeks: 4 }
 */
export function weeksOfSupply(
  stock: DecimalLike,
  demand: readonly DecimalLike[],
  options: { readonly method?: 'forward' | 'average' } = {},
): WeeksOfSupply {
  const method = oneOf(options.method ?? 'forward', ['forward', 'average'], ['method']);
  let left = notNegative(stock, ['stock']);
  const weeks = demand.map((value, at) => notNegative(value, ['demand', at]));
  if (method === 'average') {
    const total = times(left, toDecimal(weeks.length));
    return { status: 'covered', weeks: ratioOf(total, weeks.reduce(plus, ZERO), 'noDemand') };
  }
  for (const [at, wanted] of weeks.entries()) {
    if (wanted.gt(left)) {
      return { status: 'covered', weeks: ratioOf(plus(times(toDecimal(at), wanted), left), wanted) };
    }
    left = minus(left, wanted);
  }
  return { status: 'atLeast', weeks: weeks.length };
}
