import { type Decimal, minus, plus, times, toDecimal, toText } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import { fail } from '../../fail.js';
import type { Slice } from './slice.js';

/** The least and the most that one amount may be. */
export interface Bounds {
  readonly min: Decimal | null;
  readonly max: Decimal | null;
}

/** Reads bounds, of which the lower must not be the higher. */
export function readBounds(
  { min, max }: { readonly min?: string | undefined; readonly max?: string | undefined },
  path: Path,
  names: { readonly min: string; readonly max: string } = { min: 'min', max: 'max' },
): Bounds {
  const bounds = {
    min: min === undefined ? null : toDecimal(min, [...path, names.min]),
    max: max === undefined ? null : toDecimal(max, [...path, names.max]),
  };
  if (bounds.min !== null && bounds.max?.lt(bounds.min) === true) {
    fail('pricing.chargeMinAboveMax', [...path, names.min], {
      minimum: toText(bounds.min),
      maximum: toText(bounds.max),
    });
  }
  return bounds;
}

/** A slice `units × rate + flat` within bounds; what a bound changes is part of its flat. */
export function clampedSlice(slice: Omit<Slice, 'amount'> & { readonly rate: Decimal }, { min, max }: Bounds): Slice {
  const byUnits = times(slice.units, slice.rate);
  let amount = plus(byUnits, slice.flat);
  if (min?.gt(amount) === true) amount = min;
  if (max?.lt(amount) === true) amount = max;
  return { ...slice, flat: minus(amount, byUnits), amount };
}
