import { type DecimalLike, toDecimal } from '../../../core/decimal.js';
import type { GradeBands } from './gradeBands.js';
import { bandAt, readBands } from './readBands.js';

/**
 * Returns the grade of a total: the first whose `min` it reaches; `null` below the lowest one that has a `min`.
 *
 * @param bands grades, the best first
 * @param total any decimal
 * @throws SalesModelError `bands.order`, `bands.minMissing`, `ids.duplicate`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { gradeOf } from 'salesmodel/mechanisms/scoring';
 *
 * const bands = { bands: [{ id: 'A', min: '90' }, { id: 'B', min: '75' }, { id: 'C' }] };
 * gradeOf(bands, '90'); // => 'A'
 * gradeOf(bands, '89.99'); // => 'B'
 * gradeOf(bands, '-3'); // => 'C'
 */
export function gradeOf(bands: GradeBands, total: DecimalLike): string | null {
  const checked = readBands(bands, []);
  return checked[bandAt(checked, toDecimal(total, ['total']))]?.id ?? null;
}
