import { type Decimal, plus, toDecimal, ZERO } from '../../core/decimal.js';
import { fail } from '../fail.js';
import { presentWaterfall } from './presentWaterfall.js';
import { type Waterfall, WATERFALL_STAGES, type WaterfallDefinition } from './waterfall.js';

/**
 * Returns the waterfall of many: every bar is the exact sum of theirs, the ratios are those of the sums. Parts may be
 * aggregated apart and then together, in any order; of none it is a waterfall of nothing.
 *
 * @param definition the definition that they were made by
 * @param waterfalls results of it, or aggregates of such
 * @throws SalesModelError `pricing.unknownReference`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { aggregateWaterfall, priceWaterfall, type WaterfallDefinition } from 'salesmodel/pricing';
 *
 * const dealer: WaterfallDefinition = { code: 'dealer', steps: [{ code: 'discount', stage: 'onInvoice', rate: '0.1' }] };
 * const sales = ['200', '300'].map((list) => priceWaterfall(dealer, { list }));
 * aggregateWaterfall(dealer, sales).bars; // => [{ code: 'discount', stage: 'onInvoice', amount: '50', running: '450' }]
 */
export function aggregateWaterfall(definition: WaterfallDefinition, waterfalls: readonly Waterfall[]): Waterfall {
  const sums = new Map<string, Decimal>(definition.steps.map(({ code }) => [code, ZERO]));
  let list = ZERO;
  waterfalls.forEach((waterfall, index) => {
    const path = ['waterfalls', index];
    list = plus(list, toDecimal(waterfall.list, [...path, 'list']));
    waterfall.bars.forEach(({ code, amount }, bar) => {
      const at = [...path, 'bars', bar];
      const sum = sums.get(code) ?? fail('pricing.unknownReference', [...at, 'code'], { what: 'step', value: code });
      sums.set(code, plus(sum, toDecimal(amount, [...at, 'amount'])));
    });
  });
  const taken = WATERFALL_STAGES.flatMap((stage) =>
    definition.steps
      .filter((step) => step.stage === stage)
      .map(({ code }) => ({ code, stage, amount: sums.get(code)! })),
  );
  return presentWaterfall(list, taken);
}
