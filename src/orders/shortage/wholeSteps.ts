import type { Decimal } from '../../core/decimal.js';
import { bigintsOf, type FixedColumn } from '../../core/fixed/column.js';
import { toScaled } from '../../core/scaled.js';
import type { Units } from './claims.js';

/** Quantities in whole steps, and 1 where the step does not divide the quantity. */
export interface WholeSteps {
  readonly units: Units;
  readonly isCut: Uint8Array;
}

/** Cuts quantities that are not negative down to whole steps, or up to them. */
export function wholeSteps(column: FixedColumn, step: Decimal, end: 'down' | 'up'): WholeSteps {
  const scale = Math.max(column.scale, step.dp());
  const size = toScaled(step, scale);
  const { values } = column;
  const factor = 10 ** (scale - column.scale);
  if (values instanceof Float64Array && size <= MOST && greatest(values) * factor <= MOST) {
    return inDoubles(values, factor, Number(size), end);
  }
  const isCut = new Uint8Array(values.length);
  const units = bigintsOf(column, scale).map((value, at) => {
    const whole = value / size;
    if (whole * size === value) return whole;
    isCut[at] = 1;
    return end === 'down' ? whole : whole + 1n;
  });
  return { units, isCut };
}

/** A quotient of integers with a sum up to 2⁵³ never rounds up to the next integer, so that its floor is exact. */
const MOST = 2 ** 52;

function inDoubles(values: Float64Array, factor: number, size: number, end: 'down' | 'up'): WholeSteps {
  const units = new Float64Array(values.length);
  const isCut = new Uint8Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const value = values[at]! * factor;
    let whole = Math.floor(value / size);
    if (whole * size !== value) {
      isCut[at] = 1;
      if (end === 'up') whole++;
    }
    units[at] = whole;
  }
  return { units, isCut };
}

function greatest(values: Float64Array): number {
  let most = 0;
  for (let at = 0; at < values.length; at++) if (values[at]! > most) most = values[at]!;
  return most;
}
