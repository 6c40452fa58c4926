import { fail } from '../fail.js';
import type { SegmentAssignment } from '../schema/assignment.js';

/**
 * Returns both classes of each item as one, such as `AX`: what brings much and is steady. Items of one list alone have no
 * class, and neither have those without a class in one of the two.
 *
 * @param abc assignments of `abc`
 * @param xyz assignments of `xyz`, of the same day
 * @throws SalesModelError `segmentation.summary.asOf`
 * @example
 * import { abc, abcXyz, xyz } from 'salesmodel/segmentation';
 *
 * const options = { asOf: '2026-06-30' };
 * const values = abc([{ id: 'pump', value: '900' }, { id: 'hose', value: '100' }], options).assignments;
 * const series = xyz([{ id: 'pump', values: ['300', '310', '290'] }, { id: 'hose', values: ['0', '100', '0'] }], options);
 * abcXyz(values, series).map(({ customer, segment }) => `${customer} ${segment}`); // => ['hose BZ', 'pump AX']
 */
export function abcXyz(abc: readonly SegmentAssignment[], xyz: readonly SegmentAssignment[]): SegmentAssignment[] {
  const [first] = [...abc, ...xyz];
  const other = [...abc, ...xyz].findIndex(({ asOf }) => asOf !== first?.asOf);
  if (first !== undefined && other >= 0) {
    const { asOf } = [...abc, ...xyz][other]!;
    fail('segmentation.summary.asOf', ['assignments', other, 'asOf'], { expected: first.asOf, value: asOf });
  }
  const values = new Map(abc.map((each) => [each.customer, each]));
  const series = new Map(xyz.map((each) => [each.customer, each]));
  const ids = [...new Set([...values.keys(), ...series.keys()])].sort();
  return ids.map((customer): SegmentAssignment => {
    const a = values.get(customer);
    const b = series.get(customer);
    const segment = a?.segment && b?.segment ? a.segment + b.segment : null;
    return {
      customer,
      scheme: 'abcXyz',
      segment,
      rule: segment === null ? 'undefined' : 'both',
      inputs: { abc: a?.segment ?? null, xyz: b?.segment ?? null },
      thresholds: [...(a?.thresholds ?? []), ...(b?.thresholds ?? [])],
      distanceToNext: [],
      missing: [...(a?.segment ? [] : ['abc']), ...(b?.segment ? [] : ['xyz'])],
      asOf: first!.asOf,
      policyVersion: `${a?.policyVersion ?? '-'}+${b?.policyVersion ?? '-'}`,
    };
  });
}
