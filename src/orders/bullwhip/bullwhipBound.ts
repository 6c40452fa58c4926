import { toDecimal } from '../../core/decimal.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { checkWhole } from '../read.js';

/**
 * Returns how much a partner who orders up to a level amplifies the variance of independent demand at least, when it
 * forecasts by a moving average: 1 + 2L/p + 2L²/p² (Chen, Drezner, Ryan and Simchi-Levi, 2000).
 *
 * @param policy lead time in periods from 0 on, and the number of periods of the average from 1 on
 * @throws SalesModelError `count.whole`
 * @example
 * import { bullwhipBound } from 'salesmodel/orders';
 *
 * bullwhipBound({ leadTime: 4, window: 5 }).value; // => '3.88'
 */
export function bullwhipBound({ leadTime, window }: { readonly leadTime: number; readonly window: number }): Ratio {
  const l = BigInt(checkWhole(leadTime, 0, ['leadTime']));
  const p = BigInt(checkWhole(window, 1, ['window']));
  return ratioOf(toDecimal(p * p + 2n * l * p + 2n * l * l), toDecimal(p * p));
}
