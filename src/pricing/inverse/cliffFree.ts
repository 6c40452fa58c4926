import { type Decimal, toDecimal, toText } from '../../core/decimal.js';
import { withoutCliffs } from '../../core/withoutCliffs.js';
import type { ChargeModel, PriceBlock } from '../charge/chargeModel.js';
import { modelTotals } from '../charge/modelTotals.js';
import { fail } from '../fail.js';

/**
 * Returns the same model without cliffs: nobody is charged more than a larger quantity would cost. A model whose total never
 * falls is returned as it is.
 *
 * @param model any model; those that are not of a quantity have no cliffs
 * @throws SalesModelError `pricing.noCliffFree` for volume prices in blocks, whose variant is no such model;
 * `tiers.unbounded` where the total sinks without end, and the errors of the model
 * @example
 * import { cliffFree, rateCharge, volume } from 'salesmodel/pricing';
 *
 * const model = cliffFree(volume([{ upTo: '5', rate: '7' }, { upTo: null, rate: '5' }]));
 * const result = rateCharge({ code: 'seats', currency: 'EUR', model }, { quantity: '5' });
 * result.status === 'priced' && result.amount; // => '25.00'
 */
export function cliffFree(model: ChargeModel): ChargeModel {
  modelTotals(model, []);
  if (model.kind === 'block') return { ...model, blocks: leastAhead(model.blocks) };
  if (model.kind !== 'tiered') return model;
  if (model.unitsPerBlock === undefined) return { ...model, tiers: withoutCliffs(model.tiers, 'min') };
  const isRising =
    model.tiers.mode !== 'whole' &&
    model.tiers.tiers.every(({ rate, flat }) => isNotNegative(rate) && isNotNegative(flat));
  return isRising ? model : fail('pricing.noCliffFree', ['model', 'unitsPerBlock']);
}

function isNotNegative(value: string | undefined): boolean {
  return value === undefined || toDecimal(value).gte(0);
}

/** Blocks of which none is dearer than a larger one. */
function leastAhead(blocks: readonly PriceBlock[]): PriceBlock[] {
  let least: Decimal | null = null;
  return blocks
    .toReversed()
    .map((block) => {
      const price = toDecimal(block.price);
      least = least === null || price.lt(least) ? price : least;
      return { ...block, price: toText(least) };
    })
    .toReversed();
}
