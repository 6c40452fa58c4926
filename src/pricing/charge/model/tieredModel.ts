import { changes, slicesAt } from '../../../core/applyTiers.js';
import { type Decimal, ZERO } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import { oneOf } from '../../../core/oneOf.js';
import { type CompiledTiers, pieceAt } from '../../../core/tierPieces.js';
import { fail } from '../../fail.js';
import { toPositive } from '../../toPositive.js';
import type { QuantityModel } from './quantityModel.js';
import { type Slice, sliceOf, tierSlices } from './slice.js';
import { wholeUnits } from './wholeUnits.js';

/** The price of tiers: core's tiers say it all. */
export function tieredModel(tiers: CompiledTiers): QuantityModel {
  return {
    at: (quantity) => tierSlices(slicesAt(tiers, quantity)),
    change: (before, after) => tierSlices(changes(slicesAt(tiers, before), slicesAt(tiers, after))),
  };
}

/** Tiers whose units are counted in blocks, a size a tier. */
export function blocksOfTiers(tiers: CompiledTiers, unitsPerBlock: readonly string[], path: Path): QuantityModel {
  oneOf(tiers.mode, ['marginal', 'whole'], [...path, 'tiers', 'mode']);
  const expected = tiers.pieces.length;
  if (unitsPerBlock.length !== expected) {
    fail('pricing.blocksPerTier', [...path, 'unitsPerBlock'], { expected, length: unitsPerBlock.length });
  }
  const sizes = unitsPerBlock.map((size, tier) => toPositive(size, [...path, 'unitsPerBlock', tier]));
  const inBlocks = (slice: Slice): Slice =>
    sliceOf({ ...slice, blocks: wholeUnits(slice.units, sizes[slice.tier]!, 'up') });
  return { at: (quantity) => tierSlices(slicesAt(tiers, quantity)).map(inBlocks) };
}

/** The price of a quantity of at least 0 in the tier of another. */
export function pricedInTierOf(tiers: CompiledTiers, tierQuantity: Decimal, quantity: Decimal): Slice[] {
  const piece = pieceAt(tiers, tierQuantity);
  const flat = tierQuantity.isZero() && !tiers.flatWhenZero ? ZERO : piece.flat;
  const slice = { tier: piece.tier, from: ZERO, to: quantity, units: quantity, rate: piece.slope, flat };
  return quantity.isZero() && flat.isZero() ? [] : [sliceOf(slice)];
}
