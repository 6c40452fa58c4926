import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import type { DecimalColumn, DictionaryColumn } from '../../core/columns.js';
import { bigintsOf } from '../../core/fixed/column.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { NO_DAY } from '../../core/parseDay.js';
import { toScaled } from '../../core/scaled.js';
import type { Rejected } from '../../core/errors.js';
import type { TierEvent, TierLadder } from '../schema/loyalty.js';
import { readOrderColumns } from '../summary/readOrderColumns.js';
import { daySequence } from '../summary/daySequence.js';
import { type ReadTierLadder, readTierLadder } from './readTierLadder.js';
import { replay, type TierReplay } from './replayTiers.js';
import { NEVER } from './ladderWindows.js';
import { type LadderBounds, type SetLevel, TierFold } from './tierFold.js';
import type { TierLedger } from './tierLedger.js';

/** Amounts of many customers by column: row `i` is cell `i` of each. */
export interface TierColumns {
  readonly customer: DictionaryColumn;
  /** Day numbers, as `dayNumber` gives them. */
  readonly day: Int32Array;
  readonly amount: DecimalColumn;
}

/** Levels by customer, ascending by id. */
export interface TierRun {
  readonly customers: readonly string[];
  /** Index into `codes`. */
  readonly level: Uint16Array;
  /** The levels, then `null` for customers whose first amount is after the as-of day. */
  readonly codes: readonly (string | null)[];
  /** Day numbers; −1073741824 where there is none. */
  readonly since: Int32Array;
  readonly expires: Int32Array;
  /** 1 where a level was not kept and will be lost. */
  readonly pending: Uint8Array;
  /** By row. */
  readonly rejected: readonly Rejected[];
  /** The whole replay of customer `i`, made when it is asked for. */
  explainAt(index: number): TierReplay;
}

/** A ladder, checked once, over columns. */
export interface TierEvaluator {
  /**
   * @param columns amounts in any order; everybody enrols with their first
   * @param asOf up to which day amounts are known, itself included
   * @throws SalesModelError `date.invalid`, `segmentation.columns.length`, `segmentation.columns.scale`
   */
  run(columns: TierColumns, asOf: PlainDate): TierRun;
}

/**
 * Returns a ladder as a function over columns: the work grows with amounts and ends of windows, never with days.
 *
 * @param ladder levels and policies
 * @throws SalesModelError those of `replayTiers` that concern the ladder
 * @example
 * import { dayNumber } from 'salesmodel/core';
 * import { compileTiers, presets } from 'salesmodel/segmentation';
 *
 * const run = compileTiers(presets['silver-gold-platinum']).run(
 *   {
 *     customer: { dictionary: ['Ada', 'Bo'], codes: Int32Array.of(1, 0, 0) },
 *     day: Int32Array.of(dayNumber('2026-02-01'), dayNumber('2026-01-10'), dayNumber('2026-03-02')),
 *     amount: { values: Float64Array.of(500, 700, 400), scale: 0 },
 *   },
 *   '2026-03-31',
 * );
 * run.customers.map((id, at) => [id, run.codes[run.level[at] ?? 0]]); // => [['Ada', 'silver'], ['Bo', 'base']]
 */
export function compileTiers(ladder: TierLadder): TierEvaluator {
  const read = readTierLadder(ladder);
  return { run: (columns, asOf) => runTiers(read, columns, asOf) };
}

function runTiers(read: ReadTierLadder, columns: TierColumns, asOf: PlainDate): TierRun {
  const last = dayNumber(asOf, ['asOf']);
  const { customers, customer, days, amount, magnitude, rejected } = readOrderColumns(columns);
  const sequence = daySequence(columns.day, days);
  const { rows, ends } = rowsByCustomer(customers.length, customer, sequence);
  const scale = Math.max(amount.scale, ...[...read.enter, ...read.stay].map((bound) => bound.dp()));
  const enter = read.enter.map((bound) => toScaled(bound, scale));
  const stay = read.stay.map((bound) => toScaled(bound, scale));
  const most = enter.at(-1)!;
  const day = daysOf(rows, columns.day);
  const isSmall =
    amount.values instanceof Float64Array &&
    magnitude <= Number.MAX_SAFE_INTEGER &&
    scale === amount.scale &&
    most <= BigInt(Number.MAX_SAFE_INTEGER);
  const settled = isSmall
    ? settle(
        read,
        { enter: enter.map(Number), stay: stay.map(Number) },
        { days: day, sums: sumsOf(rows, amount.values), zero: 0 },
        ends,
        last,
      )
    : settle(
        read,
        { enter, stay },
        { days: day, sums: bigSumsOf(rows, bigintsOf(amount, scale)), zero: 0n },
        ends,
        last,
      );
  const explainAt = (at: number): TierReplay => {
    const events: TierEvent[] = Array.from(rows.subarray(at === 0 ? 0 : ends[at - 1]!, ends[at]), (row) => ({
      date: fromDayNumber(columns.day[row]!),
      amount: scaledText(amount.values[row]!, amount.scale),
    }));
    return replay(read, events, { asOf });
  };
  return {
    customers: [...customers],
    ...settled,
    codes: [...read.codes, null],
    rejected,
    explainAt,
  };
}

/** The rows that count, customer by customer and by day within each, and where each customer's rows end. */
function rowsByCustomer(
  n: number,
  customer: Int32Array,
  sequence: Int32Array | undefined,
): { readonly rows: Int32Array; readonly ends: Int32Array } {
  const ends = new Int32Array(n);
  for (let row = 0; row < customer.length; row++) if (customer[row]! >= 0) ends[customer[row]!]! += 1;
  let total = 0;
  for (let at = 0; at < n; at++) {
    const count = ends[at]!;
    ends[at] = total;
    total += count;
  }
  const rows = new Int32Array(total);
  for (let place = 0; place < customer.length; place++) {
    const row = sequence === undefined ? place : sequence[place]!;
    const at = customer[row]!;
    if (at >= 0) {
      rows[ends[at]!] = row;
      ends[at] = ends[at]! + 1;
    }
  }
  return { rows, ends };
}

function daysOf(rows: Int32Array, day: Int32Array): Int32Array {
  const days = new Int32Array(rows.length);
  for (let place = 0; place < rows.length; place++) days[place] = day[rows[place]!]!;
  return days;
}

function sumsOf(rows: Int32Array, values: Float64Array): Float64Array {
  const sums = new Float64Array(rows.length + 1);
  for (let place = 0; place < rows.length; place++) sums[place + 1] = sums[place]! + values[rows[place]!]!;
  return sums;
}

function bigSumsOf(rows: Int32Array, values: readonly bigint[]): bigint[] {
  const sums = [0n];
  for (const row of rows) sums.push(sums.at(-1)! + values[row]!);
  return sums;
}

const NO_SETTINGS: readonly SetLevel[] = [];

/** Where all customers stand. */
function settle<Amount extends number | bigint>(
  read: ReadTierLadder,
  bounds: LadderBounds<Amount>,
  ledger: TierLedger<Amount>,
  ends: Int32Array,
  asOf: number,
): Pick<TierRun, 'level' | 'since' | 'expires' | 'pending'> {
  const n = ends.length;
  const level = new Uint16Array(n);
  const since = new Int32Array(n).fill(NO_DAY);
  const expires = new Int32Array(n).fill(NO_DAY);
  const pending = new Uint8Array(n);
  const fold = new TierFold<Amount>(read, bounds, ledger);
  for (let at = 0, start = 0; at < n; at++) {
    const end = ends[at]!;
    const enrolled = start < end ? ledger.days[start]! : NEVER;
    if (enrolled > asOf) level[at] = read.codes.length;
    else {
      fold.run({ start, end, enrolled, asOf, settings: NO_SETTINGS });
      level[at] = fold.level;
      since[at] = fold.since;
      if (fold.expires !== NEVER) expires[at] = fold.expires;
      pending[at] = fold.due === NEVER ? 0 : 1;
    }
    start = end;
  }
  return { level, since, expires, pending };
}
