import { type Decimal, type DecimalString, minus, ONE, plus, toText, ZERO } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { type Share, sharesBy } from '../../core/sharesBy.js';
import { fail } from '../fail.js';
import { notNegative } from '../read.js';
import type { TimeLog } from '../schema/timeLog.js';
import { type ActivityOptions, activityClassifier } from './classifyActivity.js';

/** What a report may be broken down by. */
const KEYS = ['activity', 'stage', 'person', 'role', 'season'] as const;

type TimeKey = (typeof KEYS)[number];

/** How a report is laid out. */
export interface TimeReportOptions extends ActivityOptions {
  /** What the lines of a column are. Default `['stage']`. */
  readonly by?: readonly TimeKey[];
  /** What makes a column, whose shares add up to 1. Default `['role', 'season']`. */
  readonly columns?: readonly Exclude<TimeKey, 'activity' | 'stage'>[];
}

/** The time of one column: of a role in a season, say. */
export interface TimeColumn {
  /** A key that the logs lack is `null`. */
  readonly keys: Readonly<Record<string, string | null>>;
  /** By the keys of the lines. */
  readonly shares: readonly Share[];
  /** The part of the time that works for orders: 1 − the share of the stage `none`. */
  readonly valueAddingShare: Ratio;
}

/**
 * Returns where the time goes: in each column the share of every class of activities, and the share that works for orders.
 * Logs are minutes, or shares that add up to exactly 1 in their column.
 *
 * @param logs time by activity, in any order
 * @param options lines, columns, stages of activities
 * @throws SalesModelError `timeLog.sum`, `timeLog.unit`, `timeLog.stage`, `quantity.negative`, `option.unknown`,
 *   `decimal.invalid`, `decimal.tooLong`, and those of `classifyActivity`
 * @example
 * import { orderTimeReport } from 'salesmodel/orders';
 *
 * const [column] = orderTimeReport([
 *   { role: 'rep', season: 'peak', activity: 'travel', share: '0.6' },
 *   { role: 'rep', season: 'peak', activity: 'deliver', share: '0.4' },
 * ]);
 * column?.keys; // => { role: 'rep', season: 'peak' }
 * column?.shares.map(({ keys, share }) => `${keys['stage']} ${share.value}`); // => [ 'fulfil 0.4', 'none 0.6' ]
 * column?.valueAddingShare.value; // => '0.4'
 */
export function orderTimeReport(
  logs: readonly TimeLog[],
  { by = ['stage'], columns = ['role', 'season'], ...activities }: TimeReportOptions = {},
): readonly TimeColumn[] {
  by.forEach((key, at) => oneOf(key, KEYS, ['by', at]));
  columns.forEach((key, at) => oneOf(key, ['person', 'role', 'season'], ['columns', at]));
  const classify = activityClassifier(activities);
  const groups = new Map<string, Column>();
  logs.forEach((log, index) => {
    const keys = columns.map((key) => log[key] ?? null);
    const id = JSON.stringify(keys);
    const column = groups.get(id) ?? { keys, rows: [], unit: unitOf(log, index), sum: ZERO, idle: ZERO };
    groups.set(id, column);
    const unit = unitOf(log, index);
    if (unit !== column.unit) fail('timeLog.unit', ['logs', index], { value: unit, expected: column.unit });
    const value = notNegative(log[unit]!, ['logs', index, unit]);
    const { stage } = classify(log);
    column.sum = plus(column.sum, value);
    if (stage === 'none') column.idle = plus(column.idle, value);
    column.rows.push({ keys: present({ ...log, stage }, by), value: toText(value) });
  });
  return [...groups.values()]
    .sort((a, b) => compareKeys(a.keys, b.keys))
    .map(({ keys, rows, unit, sum, idle }): TimeColumn => {
      if (unit === 'share' && !sum.eq(ONE)) fail('timeLog.sum', ['logs'], { column: keys, sum: toText(sum) });
      return {
        keys: Object.fromEntries(columns.map((key, at) => [key, keys[at] ?? null])),
        shares: sharesBy(rows, by),
        valueAddingShare: ratioOf(minus(sum, idle), sum, 'noTime'),
      };
    });
}

interface Column {
  readonly keys: readonly (string | null)[];
  readonly rows: { keys: Record<string, string>; value: DecimalString }[];
  readonly unit: 'share' | 'minutes';
  sum: Decimal;
  idle: Decimal;
}

function unitOf({ share, minutes }: TimeLog, index: number): 'share' | 'minutes' {
  if ((share === undefined) === (minutes === undefined)) {
    fail('timeLog.unit', ['logs', index], {
      value: share === undefined ? null : 'share and minutes',
      expected: 'share | minutes',
    });
  }
  return share === undefined ? 'minutes' : 'share';
}

function present(log: Readonly<Record<string, unknown>>, by: readonly string[]): Record<string, string> {
  return Object.fromEntries(by.flatMap((key) => (log[key] === undefined ? [] : [[key, String(log[key])]])));
}

/** Columns by their keys, one that lacks a key last. */
function compareKeys(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at] ?? null;
    if (left !== right) return right === null || (left !== null && left < right) ? -1 : 1;
  }
  return 0;
}
