import { type Decimal, toDecimal, toText } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import { fail as failCore } from '../../../core/fail.js';
import { fail } from '../fail.js';
import type { GradeBands } from './gradeBands.js';

/** Bands that were checked, the best first; `min` is `null` in the lowest where everything below belongs to it. */
export type CheckedBands = readonly { readonly id: string; readonly min: Decimal | null }[];

/** @throws SalesModelError `bands.order`, `bands.minMissing`, `ids.duplicate`, `decimal.invalid`, `decimal.tooLong` */
export function readBands({ bands }: GradeBands, path: Path): CheckedBands {
  const read = bands.map(({ id, min }, at) => ({
    id,
    min: min === undefined ? null : toDecimal(min, [...path, 'bands', at, 'min']),
  }));
  read.forEach(({ id, min }, at) => {
    if (read.findIndex((other) => other.id === id) < at)
      failCore('ids.duplicate', [...path, 'bands', at, 'id'], { id });
    if (min === null && at < read.length - 1) fail('bands.minMissing', [...path, 'bands', at, 'min']);
    const before = read[at - 1]?.min;
    if (before && min?.gt(before)) {
      fail('bands.order', [...path, 'bands', at, 'min'], { bound: toText(before), value: toText(min) });
    }
  });
  return read;
}

/** Place of the grade of a total, −1 where it has none. */
export function bandAt(bands: CheckedBands, total: Decimal): number {
  return bands.findIndex(({ min }) => min === null || total.gte(min));
}
