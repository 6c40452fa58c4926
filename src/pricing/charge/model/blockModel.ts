import { type Decimal, minus, ONE, toDecimal, toText, ZERO } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import { oneOf } from '../../../core/oneOf.js';
import { fail } from '../../fail.js';
import { toPositive } from '../../toPositive.js';
import type { ChargeModel, Overage } from '../chargeModel.js';
import type { QuantityModel } from './quantityModel.js';
import { type Slice, sliceOf } from './slice.js';
import { wholeUnits } from './wholeUnits.js';

interface Block {
  readonly upTo: Decimal;
  readonly price: Decimal;
}

/** One price for every quantity of a block, and an overage above the last. */
export function blockModel(model: Extract<ChargeModel, { kind: 'block' }>, path: Path): QuantityModel {
  const blocks = readBlocks(model.blocks, [...path, 'blocks']);
  const last = blocks.at(-1)!;
  const overage = model.overage && overageOf(model.overage, last.upTo, blocks.length, [...path, 'overage']);
  const blockSlice = (tier: number, to: Decimal): Slice =>
    sliceOf({ tier, from: ZERO, to, units: to, rate: null, flat: blocks[tier]!.price });
  return {
    at(quantity) {
      if (quantity.isZero() && model.flatWhenZero !== true) return [];
      const tier = blocks.findIndex(({ upTo }) => quantity.lte(upTo));
      if (tier >= 0) return [blockSlice(tier, quantity)];
      if (overage !== undefined) return [blockSlice(blocks.length - 1, last.upTo), overage(quantity)];
      return { code: 'aboveLastBlock', params: { quantity: toText(quantity), upTo: toText(last.upTo) } };
    },
  };
}

function readBlocks(blocks: readonly { upTo: string; price: string }[], path: Path): Block[] {
  if (blocks.length === 0) fail('pricing.missingInput', path, { kind: 'block' });
  let bound = ZERO;
  return blocks.map(({ upTo, price }, index) => {
    const block = {
      upTo: toDecimal(upTo, [...path, index, 'upTo']),
      price: toDecimal(price, [...path, index, 'price']),
    };
    if (block.upTo.lte(bound))
      fail('pricing.rangesOverlap', [...path, index, 'upTo'], { bound: toText(bound), value: upTo });
    bound = block.upTo;
    return block;
  });
}

function overageOf(overage: Overage, from: Decimal, tier: number, path: Path): (quantity: Decimal) => Slice {
  const rate = toDecimal(overage.rate, [...path, 'rate']);
  const size = toPositive(overage.per ?? ONE, [...path, 'per']);
  const partial = oneOf(overage.partial ?? 'prorate', ['up', 'prorate'], [...path, 'partial']);
  return (quantity) => {
    const units = minus(quantity, from);
    const counted = size.eq(ONE) && partial === 'prorate' ? {} : { blocks: wholeUnits(units, size, partial) };
    return sliceOf({ tier, from, to: quantity, units, ...counted, rate, flat: ZERO });
  };
}
