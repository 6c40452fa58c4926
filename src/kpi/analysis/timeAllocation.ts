import { compareText } from '../../core/compareText.js';
import { type DecimalLike, toDecimal, toText } from '../../core/decimal.js';
import type { Ratio } from '../../core/ratio.js';
import { oneOf } from '../../core/oneOf.js';
import { sharesBy, type ShareRow } from '../../core/sharesBy.js';
import { fail } from '../fail.js';

/** Time that went into an activity. */
export interface TimeEntry {
  readonly activity: string;
  /** Hours, minutes or percent: any unit, the same in all entries. Not negative. */
  readonly time: DecimalLike;
  readonly person?: string;
  readonly role?: string;
  readonly season?: string;
}

/** What entries are grouped by. */
export type TimeKey = 'person' | 'role' | 'season';

/** Where the time of a group goes; both lists add up to 1. */
export interface TimeAllocation {
  readonly keys: Readonly<Partial<Record<TimeKey, string | null>>>;
  /** By activity. */
  readonly activities: readonly { readonly activity: string; readonly class: string | null; readonly share: Ratio }[];
  /** By class, activities without one last. */
  readonly classes: readonly { readonly class: string | null; readonly share: Ratio }[];
}

/**
 * Returns where time goes: the share of each activity and each class of activities in the time of a group, groups by their
 * keys (without a key last).
 *
 * @param log time by activity
 * @param classes class of each activity, such as `value` or `waste`
 * @param by what makes a group; default nothing
 * @throws SalesModelError `time.negative`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`, `key.invalid`
 * @example
 * import { timeAllocation } from 'salesmodel/kpi';
 *
 * const log = [
 *   { activity: 'visits', time: 12 }, { activity: 'reports', time: 5 }, { activity: 'travel', time: 3 },
 * ];
 * const [all] = timeAllocation(log, { visits: 'value', reports: 'support', travel: 'support' });
 * all?.classes.map((each) => [each.class, each.share.value]); // => [['support', '0.4'], ['value', '0.6']]
 */
export function timeAllocation(
  log: readonly TimeEntry[],
  classes: Readonly<Record<string, string>>,
  by: readonly TimeKey[] = [],
): TimeAllocation[] {
  by.forEach((key, at) => oneOf(key, ['person', 'role', 'season'], ['by', at]));
  const groups = new Map<string, { keys: (string | null)[]; rows: ShareRow[] }>();
  log.forEach((entry, at) => {
    const time = toDecimal(entry.time, ['log', at, 'time']);
    if (time.isNegative()) fail('time.negative', ['log', at, 'time'], { value: toText(time) });
    const { activity } = entry;
    const keys = by.map((key) => entry[key] ?? null);
    const id = JSON.stringify(keys);
    const group = groups.get(id) ?? { keys, rows: [] };
    const own = classOf(classes, activity);
    group.rows.push({ keys: { activity, ...(own === null ? {} : { class: own }) }, value: time });
    groups.set(id, group);
  });
  return [...groups.values()]
    .toSorted((a, b) => compareKeys(a.keys, b.keys))
    .map(({ keys, rows }) => ({
      keys: Object.fromEntries(by.map((key, place) => [key, keys[place] ?? null])),
      activities: sharesBy(rows, ['activity']).map(({ keys: { activity }, share }) => ({
        activity: activity!,
        class: classOf(classes, activity!),
        share,
      })),
      classes: sharesBy(rows, ['class']).map(({ keys: own, share }) => ({ class: own['class'] ?? null, share })),
    }));
}

function classOf(classes: Readonly<Record<string, string>>, activity: string): string | null {
  return Object.hasOwn(classes, activity) ? classes[activity]! : null;
}

function compareKeys(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [place, left] of a.entries()) {
    const right = b[place]!;
    if (left === right) continue;
    if (left === null || right === null) return left === null ? 1 : -1;
    return compareText(left, right);
  }
  return 0;
}
