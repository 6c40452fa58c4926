import { addMonthsToDay } from '../../core/civil.js';
import { compareText } from '../../core/compareText.js';
import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import { fail as failCore } from '../../core/fail.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import type { SegmentAssignment } from '../schema/assignment.js';
import type { CareCadence, CarePolicy } from '../schema/care.js';

/** Something that was done for the customer. */
export interface CareRecord {
  readonly action: string;
  readonly on: PlainDate;
}

/** Something to do for the customer. */
export interface CareTask {
  readonly customer: string;
  readonly on: PlainDate;
  readonly action: string;
  /** Whether it should have been done before the plan begins; several of one action are one. */
  readonly overdue: boolean;
  /** The day on which the first of them was due. */
  readonly due: PlainDate;
}

/** What to do for a customer; a class without a cadence has nothing, and says so. */
export interface CarePlan {
  /** By day, then by action. */
  readonly tasks: readonly CareTask[];
  /** `null` where the class is open or the policy has nothing for it. */
  readonly segment: string | null;
  readonly policyVersion: string;
}

/**
 * Returns what to do for a customer from one day up to another, by their class. Days are counted from when the action was
 * last done; what should have been before the plan begins is due once, on its first day. What was never done is due then.
 *
 * @param assignment the class of the customer
 * @param policy actions by class, such as the preset `care-abcd`
 * @param history what was done, in any order
 * @param span first day, and the day after the last
 * @throws SalesModelError `date.invalid`, `period.order`, `segmentation.care.every`, `option.unknown`
 * @example
 * import { carePlanFor, presets } from 'salesmodel/segmentation';
 *
 * const history = [{ action: 'call', on: '2025-11-30' }, { action: 'visit', on: '2026-01-15' }];
 * const { tasks } = carePlanFor({ customer: 'c1', segment: 'B' }, presets['care-abcd'], history, {
 *   from: '2026-02-01',
 *   to: '2026-06-01',
 * });
 * tasks.map(({ on, action, overdue }) => `${on} ${action}${overdue ? ' overdue' : ''}`);
 * // => ['2026-02-01 call overdue', '2026-03-30 call', '2026-04-15 visit', '2026-05-30 call']
 */
export function carePlanFor(
  assignment: Pick<SegmentAssignment, 'customer' | 'segment'>,
  policy: CarePolicy,
  history: readonly CareRecord[],
  span: { readonly from: PlainDate; readonly to: PlainDate },
): CarePlan {
  const from = dayNumber(span.from, ['span', 'from']);
  const to = dayNumber(span.to, ['span', 'to']);
  if (to < from) failCore('period.order', ['span', 'to'], { start: span.from, end: span.to });
  const { customer, segment } = assignment;
  const policyVersion = `${policy.id}@${policy.version}`;
  const cadences = segment !== null && Object.hasOwn(policy.cadence, segment) ? policy.cadence[segment]! : null;
  const done = new Map<string, number>();
  history.forEach(({ action, on }, at) => {
    const day = dayNumber(on, ['history', at, 'on']);
    done.set(action, Math.max(done.get(action) ?? -Infinity, day));
  });
  const tasks = (cadences ?? []).flatMap((cadence, at) => {
    checkCadence(cadence, ['policy', 'cadence', segment!, at]);
    return daysOf(cadence, done.get(cadence.action), from, to).map(({ on, due, overdue }): CareTask => {
      return { customer, on: fromDayNumber(on), action: cadence.action, overdue, due: fromDayNumber(due) };
    });
  });
  tasks.sort((a, b) => compareText(a.on, b.on) || compareText(a.action, b.action));
  return { tasks, segment: cadences === null ? null : segment, policyVersion };
}

function daysOf(
  { every, unit }: CareCadence,
  last: number | undefined,
  from: number,
  to: number,
): { readonly on: number; readonly due: number; readonly overdue: boolean }[] {
  const anchor = last ?? from;
  const dayAt = (k: number): number => (unit === 'day' ? anchor + k * every : addMonthsToDay(anchor, k * every));
  const days: { on: number; due: number; overdue: boolean }[] = [];
  let k = last === undefined ? 0 : 1;
  const due = dayAt(k);
  if (due < from) {
    while (dayAt(k) < from) k++;
    if (to > from) days.push({ on: from, due, overdue: true });
    if (dayAt(k) === from) k++;
  }
  for (; dayAt(k) < to; k++) days.push({ on: dayAt(k), due: dayAt(k), overdue: false });
  return days;
}

function checkCadence({ every, unit }: CareCadence, path: readonly (string | number)[]): void {
  oneOf(unit, ['day', 'month'], [...path, 'unit']);
  if (!Number.isSafeInteger(every) || every < 1) fail('segmentation.care.every', [...path, 'every'], { value: every });
}
