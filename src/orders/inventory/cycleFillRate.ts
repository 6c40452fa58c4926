import type { DecimalLike } from '../../core/decimal.js';
import { checkPositive, type Estimate } from '../../core/estimate.js';
import { fail as failCore } from '../../core/fail.js';
import { normalLoss } from './normalLoss.js';
import { checkServiceLevel, numberAbove0 } from './serviceLevel.js';

/** A cycle of orders of one size. */
export interface CycleFacts {
  /** Standard deviation of the demand of a lead time. */
  readonly sigmaL: DecimalLike;
  /** Ordered at once. */
  readonly quantity: DecimalLike;
}

/**
 * Returns the part of the demand that is met from stock, an estimate: 1 − σL·L(z)/Q with the standard normal loss L. The
 * fill rate answers another question than the cycle service level, which says how often nothing runs out at all.
 *
 * @param facts safety stock in standard deviations `z`, spread of the demand of a lead time, order quantity
 * @throws SalesModelError `quantity.positive`, `estimate.finite`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { fillRateOf } from 'salesmodel/orders';
 *
 * fillRateOf({ z: 1, sigmaL: 40, quantity: 200 }).toFixed(6); // => '0.983337'
 */
export function fillRateOf({ z, sigmaL, quantity }: CycleFacts & { readonly z: number }): Estimate {
  if (!Number.isFinite(z)) failCore('estimate.finite', ['z'], { value: String(z) });
  return 1 - (numberAbove0(sigmaL, ['sigmaL']) * normalLoss(z)) / numberAbove0(quantity, ['quantity']);
}

/**
 * Returns the safety stock for a fill rate, an estimate: the inverse of {@link fillRateOf}. Negative where so large orders
 * reach the rate without one.
 *
 * @param facts fill rate above 0 and below 1, spread of the demand of a lead time, order quantity
 * @throws SalesModelError `serviceLevel.range`, `quantity.positive`, `estimate.positive`, `decimal.invalid`,
 *   `decimal.tooLong`
 * @example
 * import { safetyForFillRate } from 'salesmodel/orders';
 *
 * safetyForFillRate({ fillRate: 0.98, sigmaL: 40, quantity: 200 }).toFixed(4); // => '36.0939'
 */
export function safetyForFillRate({
  fillRate,
  sigmaL,
  quantity,
}: CycleFacts & { readonly fillRate: number }): Estimate {
  checkServiceLevel(fillRate, ['fillRate']);
  const spread = numberAbove0(sigmaL, ['sigmaL']);
  const loss = ((1 - fillRate) * numberAbove0(quantity, ['quantity'])) / spread;
  checkPositive(loss, ['quantity']);
  // The loss falls as z grows; below −loss it is greater than asked for, and beyond 40 it is 0 in a double.
  let [low, high] = [-loss - 1, 40];
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (normalLoss(middle) > loss) low = middle;
    else high = middle;
  }
  return high * spread;
}
