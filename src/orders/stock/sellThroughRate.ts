import { type DecimalLike, plus } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { notNegative } from '../read.js';

/**
 * Returns the part of the goods that was sold on: out ÷ (opening + received), or ÷ received alone.
 *
 * @param flows opening stock, received and sold quantities of a period, not negative
 * @param options `base`: `openingPlusReceived` (default) or `received`
 * @throws SalesModelError `quantity.negative`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { sellThroughRate } from 'salesmodel/orders';
 *
 * sellThroughRate({ opening: 120, in: 300, out: 252 }).value; // => '0.6'
 * sellThroughRate({ opening: 120, in: 300, out: 252 }, { base: 'received' }).value; // => '0.84'
 */
export function sellThroughRate(
  flows: { readonly opening: DecimalLike; readonly in: DecimalLike; readonly out: DecimalLike },
  options: { readonly base?: 'openingPlusReceived' | 'received' } = {},
): Ratio {
  const base = oneOf(options.base ?? 'openingPlusReceived', ['openingPlusReceived', 'received'], ['base']);
  const received = notNegative(flows.in, ['in']);
  const opening = notNegative(flows.opening, ['opening']);
  return ratioOf(notNegative(flows.out, ['out']), base === 'received' ? received : plus(opening, received));
}
