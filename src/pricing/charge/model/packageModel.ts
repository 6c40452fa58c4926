import { Decimal, minus, toDecimal, ZERO } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import { oneOf } from '../../../core/oneOf.js';
import { notNegative } from '../../notNegative.js';
import { toPositive } from '../../toPositive.js';
import { type ChargeModel, PARTIALS } from '../chargeModel.js';
import type { QuantityModel } from './quantityModel.js';
import { sliceOf } from './slice.js';
import { wholeUnits } from './wholeUnits.js';

/** Whole packages at a price each. */
export function packageModel(model: Extract<ChargeModel, { kind: 'package' }>, path: Path): QuantityModel {
  const size = toPositive(model.size, [...path, 'size']);
  const rate = toDecimal(model.price, [...path, 'price']);
  const free = notNegative(model.free ?? ZERO, [...path, 'free']);
  const partial = oneOf(model.partial ?? 'up', PARTIALS, [...path, 'partial']);
  return {
    at(quantity) {
      const units = Decimal.max(ZERO, minus(quantity, free));
      if (units.isZero()) return [];
      const blocks = wholeUnits(units, size, partial);
      return [sliceOf({ tier: 0, from: minus(quantity, units), to: quantity, units, blocks, rate, flat: ZERO })];
    },
  };
}
