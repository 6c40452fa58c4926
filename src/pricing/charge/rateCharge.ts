import type { Charge, ChargeInput, ChargeResult } from './charge.js';
import { compileCharge } from './compileCharge.js';

/**
 * Returns what a charge comes to: the exact and the rounded figure, the slices that make it and what limits changed.
 * Use {@link compileCharge} for many inputs.
 *
 * @param charge rates are fractions, amounts decimals in its currency
 * @param input what is rated: a quantity, events, an amount or lines, as the model reads it
 * @throws SalesModelError `pricing.negativeQuantity`, `pricing.missingInput`, `pricing.unusedInput`,
 * `pricing.emptyEvent`, `pricing.unknownReference` and the errors of {@link compileCharge}
 * @example
 * import { graduated, rateCharge } from 'salesmodel/pricing';
 *
 * const storage = {
 *   code: 'storage',
 *   currency: 'EUR',
 *   model: graduated([{ upTo: '5', rate: '7' }, { upTo: '10', rate: '6.5' }, { upTo: null, rate: '6' }]),
 * };
 * const result = rateCharge(storage, { quantity: '6' });
 * result.status === 'priced' && result.amount; // => '41.50'
 * result.status === 'priced' && result.slices.map(({ amount }) => amount); // => ['35', '6.5']
 */
export function rateCharge(charge: Charge, input: ChargeInput): ChargeResult {
  return compileCharge(charge).run(input);
}
