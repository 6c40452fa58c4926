import { DecimalAmounts } from '../condition/decimalAmounts.js';
import type { RunSetup } from '../condition/runConditions.js';
import { integerQuote } from './integerQuote.js';
import { presentQuote } from './presentQuote.js';
import type { PricedQuote, QuoteInput, QuoteResult } from './quote.js';
import { type QuoteOptions, quoteSetup } from './quoteSetup.js';
import { resolveConditions, roundRun } from './resolveConditions.js';

/**
 * Returns a quote with all its figures: list amounts, what each condition changed on each line, nets, taxes, gross and payable,
 * rounded where the named rounding says so, and of every condition that did not apply the reason. A quote with a line that
 * has no price is `incomplete`: it names all such lines, and what the others come to before conditions.
 *
 * @param quote lines, conditions and the rounding
 * @param options a compiled price book for lines without a price of their own; exchange rates for conditions
 * @throws SalesModelError `pricing.duplicateCode`, `pricing.negativeQuantity`, `pricing.missingInput`,
 * `pricing.unknownReference`, `pricing.unknownSubtotal`, `pricing.chargeCycle`, `pricing.rateRange`, `pricing.emptyRange`,
 * `pricing.tooManySets`, `pricing.count`, `rounding.increment`, `option.unknown`, `currency.unknown`, `date.invalid`, `decimal.invalid`,
 * `decimal.tooLong` and the errors of rules, rates and charges
 * @example
 * import { priceQuote } from 'salesmodel/pricing';
 *
 * const result = priceQuote({
 *   code: 'Q-1',
 *   currency: 'EUR',
 *   on: '2026-03-01',
 *   priceTax: 'exclusive',
 *   rounding: 'standard',
 *   lines: [{ id: '1', sku: 'desk', quantity: '2', unitPrice: '349.90', taxes: [{ code: 'VAT', rate: '0.19' }] }],
 *   conditions: [{ code: 'spring', kind: 'discount', scope: 'line', reward: { type: 'rate', rate: '0.1' } }],
 * });
 * result.status === 'priced' && [result.list, result.net, result.tax, result.payable];
 * // => ['699.8', '629.82', '119.67', '749.49']
 */
export function priceQuote(quote: QuoteInput, options: QuoteOptions = {}): QuoteResult {
  const setup = quoteSetup(quote, options);
  if ('unpriced' in setup) return { status: 'incomplete', ...setup };
  return integerQuote(setup) ?? decimalQuote(setup);
}

/** A quote over decimals, whatever its figures. */
export function decimalQuote(setup: RunSetup): PricedQuote {
  const amounts = new DecimalAmounts(setup.rounder);
  const run = resolveConditions(setup, amounts);
  return presentQuote(setup, run, roundRun(setup, run, amounts), amounts);
}
