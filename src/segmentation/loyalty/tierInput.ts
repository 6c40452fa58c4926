import { DECIMAL_PATTERN } from '../../core/decimal.js';
import type { Rejected } from '../../core/errors.js';
import { bigintsOf, fixedColumn } from '../../core/fixed/column.js';
import { NO_DAY, parseDay } from '../../core/parseDay.js';
import { toScaled } from '../../core/scaled.js';
import type { TierEvent } from '../schema/loyalty.js';
import { shownValue } from '../shownValue.js';
import type { ReadTierLadder } from './readTierLadder.js';
import type { LadderBounds, SetLevel } from './tierFold.js';
import type { TierLedger } from './tierLedger.js';

/** The events of one customer in the order of their days, as integers. */
export interface TierInput {
  /** `null` without an event and without a day of enrolment. */
  readonly enrolled: number | null;
  readonly ledger: TierLedger<bigint>;
  readonly bounds: LadderBounds<bigint>;
  readonly settings: readonly SetLevel[];
  readonly scale: number;
  /** By row. */
  readonly rejected: readonly Rejected[];
}

/** Reads events; one with a fault is rejected. */
export function tierInput(ladder: ReadTierLadder, events: readonly TierEvent[], enrolledOn: number | null): TierInput {
  const rejected: Rejected[] = [];
  const amounts: { readonly day: number; readonly amount: string }[] = [];
  const settings: (SetLevel & { readonly index: number })[] = [];
  events.forEach((event, index) => {
    const before = rejected.length;
    const fault = (code: string, field: string, value: unknown): void => {
      rejected.push({ index, code, path: [field], params: { value: shownValue(value) } });
    };
    const day = readDay(event.date);
    if (day === NO_DAY) fault('segmentation.row.dateInvalid', 'date', event.date);
    else if (enrolledOn !== null && day < enrolledOn) fault('segmentation.row.beforeEnrolment', 'date', event.date);
    if ('set' in event) {
      const level = ladder.codes.indexOf(event.set);
      if (level < 0) fault('segmentation.row.unknownLevel', 'set', event.set);
      const until = event.until === undefined ? null : readDay(event.until);
      if (until !== null && until <= day) fault('segmentation.row.untilInvalid', 'until', event.until);
      if (rejected.length === before) settings.push({ index, day, level, until });
      return;
    }
    if (typeof event.amount !== 'string' || !DECIMAL_PATTERN.test(event.amount)) {
      fault('segmentation.row.amountInvalid', 'amount', event.amount);
    }
    if (rejected.length === before) amounts.push({ day, amount: event.amount });
  });
  amounts.sort((a, b) => a.day - b.day);
  settings.sort((a, b) => a.day - b.day);
  // Which of two levels of one day is meant, nobody can tell.
  const clashes = settings.filter(({ day }, at) => settings[at - 1]?.day === day || settings[at + 1]?.day === day);
  for (const { index } of clashes) {
    rejected.push({
      index,
      code: 'segmentation.row.levelTwice',
      path: ['date'],
      params: { value: events[index]!.date },
    });
  }
  rejected.sort((a, b) => a.index - b.index);
  const days = amounts.map(({ day }) => day);
  const column = fixedColumn(amounts.map(({ amount }) => amount));
  const scale = Math.max(column.scale, ...[...ladder.enter, ...ladder.stay].map((bound) => bound.dp()));
  const sums = [0n];
  for (const value of bigintsOf(column, scale)) sums.push(sums.at(-1)! + value);
  const first = Math.min(amounts[0]?.day ?? Infinity, settings[0]?.day ?? Infinity);
  return {
    enrolled: enrolledOn ?? (first === Infinity ? null : first),
    ledger: { days, sums, zero: 0n },
    bounds: {
      enter: ladder.enter.map((bound) => toScaled(bound, scale)),
      stay: ladder.stay.map((bound) => toScaled(bound, scale)),
    },
    settings: settings.filter((setting) => !clashes.includes(setting)),
    scale,
    rejected,
  };
}

function readDay(date: unknown): number {
  return typeof date === 'string' ? parseDay(date) : NO_DAY;
}
