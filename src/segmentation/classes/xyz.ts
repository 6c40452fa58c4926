import { dayNumber } from '../../core/date.js';
import { type DecimalString, toText } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { bigintsOf, fixedColumn } from '../../core/fixed/column.js';
import { idOrder } from '../../core/fixed/idRanks.js';
import { oneOf } from '../../core/oneOf.js';
import { toScaled } from '../../core/scaled.js';
import type { SegmentAssignment } from '../schema/assignment.js';
import type { ClassOptions, XyzPolicy } from '../schema/classes.js';
import { rootText } from './squareRoot.js';
import { classLetters, readCuts } from './shareCuts.js';

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
  const cuts = readCuts(policy.cuts ?? ['0.5', '1'], null, ['policy', 'cuts']);
  const digits = Math.max(...cuts.map((cut) => cut.dp()));
  const squares = cuts.map((cut) => toScaled(cut, digits) ** 2n);
  const one = 10n ** BigInt(2 * digits);
  const letters = classLetters('X', cuts.length + 1);
  const isSample = oneOf(policy.sd ?? 'population', ['population', 'sample'], ['policy', 'sd']) === 'sample';
  const ids = series.map(({ id }, at) => {
    if (typeof id !== 'string' || id === '') failCore('key.invalid', ['series', at, 'id'], { value: id });
    return id;
  });
  const byId = idOrder(ids);
  return Array.from(byId, (row, at) => {
    if (at > 0 && ids[row] === ids[byId[at - 1]!]) failCore('ids.duplicate', ['series', row, 'id'], { id: ids[row] });
    const values = bigintsOf(fixedColumn(series[row]!.values, ['series', row, 'values']));
    const n = BigInt(values.length);
    const sum = values.reduce((total, value) => total + value, 0n);
    const spread = n * values.reduce((total, value) => total + value * value, 0n) - sum * sum;
    const isKnown = n >= 2n && sum > 0n;
    // The square of the coefficient as a fraction.
    const above = isSample ? n * spread : spread;
    const below = isSample ? (n - 1n) * sum * sum : sum * sum;
    const found = isKnown ? squares.filter((square) => above * one > square * below).length : -1;
    return {
      customer: ids[row]!,
      scheme: 'xyz',
      segment: letters[found] ?? null,
      rule: isKnown ? 'variation' : 'undefined',
      inputs: { periods: String(values.length), variation: isKnown ? rootText(above, below) : null },
      thresholds: isKnown
        ? [
            ...(found > 0 ? [{ input: 'variation', op: 'gt' as const, value: toText(cuts[found - 1]!) }] : []),
            ...(found < cuts.length ? [{ input: 'variation', op: 'le' as const, value: toText(cuts[found]!) }] : []),
          ]
        : [],
      distanceToNext: [],
      missing: isKnown ? [] : ['variation'],
      asOf,
      policyVersion: `${policy.id}@${policy.version}`,
    };
  });
}
