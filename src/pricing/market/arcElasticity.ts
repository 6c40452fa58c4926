import { type DecimalLike, minus, plus, times, toDecimal } from '../../core/decimal.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';

/** A price and what was sold at it. */
export interface DemandPoint {
  readonly price: DecimalLike;
  readonly quantity: DecimalLike;
}

/**
 * Returns the elasticity between two points of demand by the midpoint formula: the relative change of the quantity ÷ that of the
 * price, each against the mean of both; the order of the points does not matter. Without a change of price there is no value.
 *
 * @param from a price with its quantity
 * @param to another
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { arcElasticity } from 'salesmodel/pricing';
 *
 * arcElasticity({ price: 10, quantity: 100 }, { price: 12, quantity: 80 }).value; // => '-1.222222222222'
 */
export function arcElasticity(from: DemandPoint, to: DemandPoint): Ratio {
  const [p0, p1] = [toDecimal(from.price, ['from', 'price']), toDecimal(to.price, ['to', 'price'])];
  const [q0, q1] = [toDecimal(from.quantity, ['from', 'quantity']), toDecimal(to.quantity, ['to', 'quantity'])];
  return ratioOf(times(minus(q1, q0), plus(p1, p0)), times(plus(q1, q0), minus(p1, p0)));
}
