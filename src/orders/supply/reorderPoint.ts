import { type DecimalLike, type DecimalString, plus, times, toText } from '../../core/decimal.js';
import { notNegative } from '../read.js';

/**
 * Returns the stock at which to order again: the demand of the lead time and the safety stock.
 *
 * @param figures mean demand of a period, lead time in periods, safety stock; none negative
 * @throws SalesModelError `quantity.negative`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { reorderPoint } from 'salesmodel/orders';
 *
 * reorderPoint({ mean: 40, leadTime: 6, safety: 100 }); // => '340'
 */
export function reorderPoint({
  mean,
  leadTime,
  safety,
}: {
  readonly mean: DecimalLike;
  readonly leadTime: DecimalLike;
  readonly safety: DecimalLike;
}): DecimalString {
  const demand = times(notNegative(mean, ['mean']), notNegative(leadTime, ['leadTime']));
  return toText(plus(demand, notNegative(safety, ['safety'])));
}
