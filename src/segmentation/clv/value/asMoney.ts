import type { Estimate } from '../../../core/estimate.js';
import { money, type Money } from '../../../core/money.js';
import type { RoundingPolicy } from '../../../core/rounding.js';
import { roundMoney } from '../../../core/roundMoney.js';

/**
 * Returns an estimate as an amount of money, rounded by a policy: from there on it is exact.
 *
 * @param estimate finite number
 * @param currency code of a currency of ISO 4217
 * @param policy `increment`: default one minor unit; `mode`: default `halfEven`
 * @throws SalesModelError `currency.unknown`, `decimal.invalid`, `rounding.increment`, `option.unknown`
 * @example
 * import { asMoney } from 'salesmodel/segmentation/clv';
 *
 * asMoney(105.24775640054, 'USD'); // => { amount: '105.25', currency: 'USD' }
 */
export function asMoney<C extends string>(
  estimate: Estimate,
  currency: C,
  policy: Pick<RoundingPolicy, 'increment' | 'mode'> = {},
): Money<C> {
  return roundMoney(money(estimate, currency), policy);
}
