import type { Path } from '../../../core/errors.js';
import { checkDeals } from '../../deal/checkDeals.js';
import { fail } from '../../fail.js';

/** How long something was watched. */
export interface WatchedTime {
  readonly id: string;
  /** Age at which it ended or was last seen, in days or any other unit: a finite number from 0 on. */
  readonly time: number;
  /** Age from which it was watched, below `time`: it counts at later ages only. Without it, it was watched from the start. */
  readonly entry?: number;
}

/** Something that happened at an age, or had not yet. */
export interface SurvivalRecord extends WatchedTime {
  /** 1: it happened at `time`. 0: it had not when last seen. */
  readonly event: 0 | 1;
}

/** A deal that was won or lost at an age, or still open. */
export interface OutcomeRecord extends WatchedTime {
  /** `null`: it was open when last seen. */
  readonly outcome: 'won' | 'lost' | null;
}

/** What happened at one age. */
export interface RiskRow {
  readonly time: number;
  /** Records that were watched right before it and had not ended. */
  readonly atRisk: number;
  /** Records that ended at it, by kind. */
  readonly ended: readonly number[];
  readonly censored: number;
}

/**
 * The ages at which records ended or were last seen, ascending. What ends at an age comes before what is last seen at it.
 *
 * @param kindOf place of the kind of end of a record, −1 where it had not ended; undefined is refused
 */
export function riskTable<R extends WatchedTime>(
  records: readonly R[],
  kinds: number,
  kindOf: (record: R) => number | undefined,
): RiskRow[] {
  checkDeals(records, ['records']);
  const ends = new Map<number, { ended: number[]; all: number }>();
  const entries: number[] = [];
  for (const [at, record] of records.entries()) {
    const { time, entry } = record;
    checkTime(time, ['records', at, 'time']);
    if (entry !== undefined) {
      checkTime(entry, ['records', at, 'entry']);
      if (entry >= time) fail('survival.entryAfterTime', ['records', at, 'entry'], { time, value: entry });
      entries.push(entry);
    }
    const kind = kindOf(record);
    if (kind === undefined) fail('survival.event', ['records', at], { id: record.id });
    let row = ends.get(time);
    if (row === undefined) ends.set(time, (row = { ended: new Array<number>(kinds).fill(0), all: 0 }));
    if (kind >= 0) row.ended[kind]!++;
    row.all++;
  }
  entries.sort((a, b) => a - b);
  let atRisk = records.length - entries.length;
  let entered = 0;
  return [...ends]
    .sort(([a], [b]) => a - b)
    .map(([time, { ended, all }]) => {
      for (; entered < entries.length && entries[entered]! < time; entered++) atRisk++;
      const row = { time, atRisk, ended, censored: all - ended.reduce((sum, count) => sum + count, 0) };
      atRisk -= all;
      return row;
    });
}

function checkTime(value: number, path: Path): void {
  if (!(Number.isFinite(value) && value >= 0)) fail('survival.negativeTime', path, { value: String(value) });
}

/** The row of the last age up to an age; undefined before the first one. */
export function rowAt<Row extends { readonly time: number }>(rows: readonly Row[], time: number): Row | undefined {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.time <= time) low = middle + 1;
    else high = middle;
  }
  return rows[low - 1];
}
