import { dayNumber } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { bigintsOf, fixedColumn } from '../../core/fixed/column.js';
import type { SegmentAssignment } from '../schema/assignment.js';
import type { ClassOptions, XyzPolicy } from '../schema/classes.js';
import { readXyzPolicy, xyzAssignment } from './compileXyz.js';
import { rowsById } from './readItems.js';

/** What was sold of an item in equal periods, those with nothing among them. */
export interface XyzSeries {
  readonly id: string;
  readonly values: readonly DecimalString[];
}

const xyzPolicy: XyzPolicy = { id: 'xyz', version: '1' };

/**
 * Returns the class of each series by its coefficient of variation, the standard deviation over the mean: X is steady, Z is
 * not. It is compared exactly and shown with 12 decimals, half even. A series of fewer than two periods, or whose mean is
 * not above 0, has no class.
 *
 * @param series values of equal periods
 * @param options as-of day, cuts, whose deviation
 * @throws SalesModelError `date.invalid`, `key.invalid`, `ids.duplicate`, `segmentation.classes.cuts`,
 *   `segmentation.classes.cutRange`, `segmentation.cuts.notAscending`, `option.unknown`, `decimal.invalid`,
 *   `decimal.tooLong`
 * @example
 * import { xyz } from 'salesmodel/segmentation';
 *
 * const [pump] = xyz([{ id: 'pump', values: ['0', '20', '5', '0', '15', '2'] }], { asOf: '2026-06-30' });
 * [pump?.segment, pump?.inputs['variation']]; // => ['Z', '1.106566670345']
 */
export function xyz(series: readonly XyzSeries[], options: ClassOptions<XyzPolicy>): SegmentAssignment[] {
  const { asOf, policy = xyzPolicy } = options;
  dayNumber(asOf, ['asOf']);
  const read = readXyzPolicy(policy);
  const ids = series.map(({ id }, at) => {
    if (typeof id !== 'string' || id === '') failCore('key.invalid', ['series', at, 'id'], { value: id });
    return id;
  });
  return Array.from(
    rowsById(ids, (row) => ['series', row, 'id']),
    (row) => {
      const values = bigintsOf(fixedColumn(series[row]!.values, ['series', row, 'values']));
      return xyzAssignment(ids[row]!, values, read, asOf);
    },
  );
}
