import { type DecimalLike, toDecimal } from '../../core/decimal.js';
import type { Estimate } from '../../core/estimate.js';
import { normalQuantile } from '../../core/normalQuantile.js';
import { numberAbove0, numberFrom0 } from './serviceLevel.js';

/**
 * Returns what to order once for normal demand, an estimate: the quantity that is enough with probability under ÷ (under + over).
 *
 * @param facts mean and standard deviation of the demand, cost of a unit too few and of a unit too many
 * @throws SalesModelError `quantity.positive`, `quantity.negative`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { newsvendorQuantity } from 'salesmodel/orders';
 *
 * newsvendorQuantity({ mean: 500, sigma: 80, under: 6, over: 2 }).toFixed(2); // => '553.96'
 */
export function newsvendorQuantity({
  mean,
  sigma,
  under,
  over,
}: {
  readonly mean: DecimalLike;
  readonly sigma: DecimalLike;
  readonly under: DecimalLike;
  readonly over: DecimalLike;
}): Estimate {
  const few = numberAbove0(under, ['under']);
  const many = numberAbove0(over, ['over']);
  return toDecimal(mean, ['mean']).toNumber() + normalQuantile(few / (few + many)) * numberFrom0(sigma, ['sigma']);
}
