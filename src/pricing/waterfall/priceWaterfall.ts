import { compileWaterfall } from './compileWaterfall.js';
import type { Waterfall, WaterfallDefinition, WaterfallValues } from './waterfall.js';

/**
 * Returns the steps from a list price down to the margin that stays in the pocket: invoice price, pocket price, contribution
 * and pocket margin. List less all bars is the pocket margin exactly; only a cost of credit (`days`) may keep 40 digits.
 *
 * @param definition steps by stage, with a rate of their basis or an amount
 * @param values the list price, and terms of steps in place of those of the definition
 * @throws SalesModelError `pricing.duplicateCode`, `pricing.rateOrAmount`, `pricing.invoiceBasis`, `pricing.missingTerms`,
 * `pricing.unknownReference`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { priceWaterfall } from 'salesmodel/pricing';
 *
 * const result = priceWaterfall(
 *   {
 *     code: 'dealer',
 *     steps: [
 *       { code: 'discount', stage: 'onInvoice', rate: '0.1' },
 *       { code: 'rebate', stage: 'offInvoice', rate: '0.03' },
 *       { code: 'goods', stage: 'cogs' },
 *     ],
 *   },
 *   { list: '200', steps: { goods: { amount: '120' } } },
 * );
 * [result.invoice, result.pocket, result.pocketMargin, result.pocketMarginRate.value]; // => ['180', '174.6', '54.6', '0.312714776632']
 */
export function priceWaterfall(definition: WaterfallDefinition, values: WaterfallValues): Waterfall {
  return compileWaterfall(definition).of(values);
}
