import { plus, toDecimal, ZERO } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import { oneOf } from '../../../core/oneOf.js';
import { fail } from '../../fail.js';
import type { ChargeLine } from '../charge.js';
import { type ChargeModel, PERCENT_BASES } from '../chargeModel.js';
import { clampedSlice, readBounds } from './clamped.js';
import type { Slice } from './slice.js';

/** A share of other lines of the quote. */
export function percentOfModel(
  model: Extract<ChargeModel, { kind: 'percentOf' }>,
  path: Path,
): (lines: readonly ChargeLine[]) => Slice {
  const rate = toDecimal(model.rate, [...path, 'rate']);
  const basis = oneOf(model.basis, PERCENT_BASES, [...path, 'basis']);
  const bounds = readBounds(model, path);
  const { of } = model;
  if (typeof of === 'string') oneOf(of, ['all'], [...path, 'of']);
  return (lines) => {
    const units = (of === 'all' ? lines : named(lines, of, [...path, 'of'])).reduce(
      (sum, line, index) => plus(sum, toDecimal(line[basis], ['lines', index, basis])),
      ZERO,
    );
    return clampedSlice({ tier: 0, from: ZERO, to: units, units, rate, flat: ZERO }, bounds);
  };
}

function named(lines: readonly ChargeLine[], ids: readonly string[], path: Path): readonly ChargeLine[] {
  return ids.map(
    (id, index) =>
      lines.find((line) => line.id === id) ??
      fail('pricing.unknownReference', [...path, index], { what: 'line', value: id }),
  );
}
