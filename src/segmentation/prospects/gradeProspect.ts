import { addMonthsToDay } from '../../core/civil.js';
import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import type { Reason } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import type { SegmentAssignment, SegmentDistance } from '../schema/assignment.js';
import type { ClassOptions } from '../schema/classes.js';
import type { ProspectPolicy } from '../schema/prospects.js';

/** What is known of a prospect. What is absent is not known. */
export interface ProspectFacts {
  readonly customer: string;
  /** Whether they choose a supplier already, soon or not. */
  readonly selection?: 'started' | 'soon' | 'none';
  readonly installedBase?: 'existing' | 'none';
  readonly expectedClose?: PlainDate;
}

/** The grade of a prospect, and what they would buy for. */
export interface ProspectAssignment extends SegmentAssignment {
  /** `replaceOrExtend` what there is, or a `firstSystem`; `null` where nobody knows. */
  readonly reason: Reason | null;
}

const ORDER = ['A', 'B', 'C', 'D', 'overdue'] as const;

/** Three months for those who choose, six and twelve for others. */
export const prospectAbcd: ProspectPolicy = { id: 'prospect-abcd', version: '1' };

/**
 * Returns the grade of a prospect: `A` to `D` by how near the purchase is, or `overdue` where it should have been. Only those
 * who choose a supplier can be an A.
 *
 * @param facts what is known
 * @param options as-of day, and the policy; default: the preset `prospect-abcd`
 * @throws SalesModelError `date.invalid`, `date.range`, `segmentation.prospect.months`, `option.unknown`
 * @example
 * import { gradeProspect } from 'salesmodel/segmentation';
 *
 * const facts = { customer: 'c1', selection: 'soon', expectedClose: '2027-03-01' } as const;
 * const { segment, distanceToNext } = gradeProspect(facts, { asOf: '2026-11-30' });
 * segment; // => 'B'
 * distanceToNext; // => [{ segment: 'A', input: 'expectedClose', delta: '-1', unit: 'days' }]
 */
export function gradeProspect(facts: ProspectFacts, options: ClassOptions<ProspectPolicy>): ProspectAssignment {
  const { asOf, policy = prospectAbcd } = options;
  const today = dayNumber(asOf, ['asOf']);
  const { selection, installedBase, expectedClose } = facts;
  if (selection !== undefined) oneOf(selection, ['started', 'soon', 'none'], ['facts', 'selection']);
  if (installedBase !== undefined) oneOf(installedBase, ['existing', 'none'], ['facts', 'installedBase']);
  const late = oneOf(policy.overdue ?? 'separate', ['separate', 'D'], ['policy', 'overdue']) === 'separate' ? 4 : 3;
  const ends = endsOf(policy, today);
  const chooses = selection === 'started' || selection === 'soon';
  const gradeAt = (day: number, isChoosing: boolean): number => {
    if (day < today) return late;
    return ends.findIndex((end, at) => day <= end && (at > 0 || isChoosing)) & 3;
  };
  const close = expectedClose === undefined ? null : dayNumber(expectedClose, ['facts', 'expectedClose']);
  const place = close === null ? 3 : gradeAt(close, chooses);
  const missing: string[] = [];
  if (close === null) missing.push('expectedClose');
  else if (selection === undefined && gradeAt(close, true) !== place) missing.push('selection');
  let distance: SegmentDistance[] = [];
  if (close !== null && place > 0) {
    // Later for what is overdue, sooner for the rest: the nearest day that has a better grade.
    const target =
      close < today ? today : [...ends].reverse().find((end) => end < close && gradeAt(end, chooses) < place);
    if (target !== undefined && gradeAt(target, chooses) < place) {
      const segment = ORDER[gradeAt(target, chooses)]!;
      distance = [{ segment, input: 'expectedClose', delta: String(target - close), unit: 'days' }];
    }
  }
  const reason =
    installedBase === undefined
      ? null
      : { code: installedBase === 'existing' ? 'replaceOrExtend' : 'firstSystem', params: {} };
  return {
    customer: facts.customer,
    scheme: 'prospect',
    segment: ORDER[place]!,
    rule: close === null ? 'noDate' : close < today ? 'overdue' : `within${ORDER[place]!}`,
    inputs: {
      selection: selection ?? null,
      installedBase: installedBase ?? null,
      expectedClose: expectedClose ?? null,
    },
    thresholds: ends.map((end) => ({ input: 'expectedClose', op: 'le', value: fromDayNumber(end) })),
    distanceToNext: distance,
    missing,
    asOf,
    policyVersion: `${policy.id}@${policy.version}`,
    reason,
  };
}

function endsOf({ monthsA = 3, monthsB = 6, monthsC = 12 }: ProspectPolicy, today: number): readonly number[] {
  const months = [monthsA, monthsB, monthsC];
  months.forEach((count, at) => {
    if (!Number.isInteger(count) || count <= (months[at - 1] ?? 0) || count > 1200) {
      const field = (['monthsA', 'monthsB', 'monthsC'] as const)[at]!;
      fail('segmentation.prospect.months', ['policy', field], { before: months[at - 1] ?? 0, value: count });
    }
  });
  return months.map((count) => addMonthsToDay(today, count));
}
