import type { FixedColumn } from '../../../core/fixed/column.js';
import { scaledText } from '../../../core/fixed/scaledText.js';
import { NO_DAY } from '../../../core/parseDay.js';
import { type Rows, rowState } from '../rows.js';
import type { DayRange } from './dayRange.js';
import type { ReadContext } from './readContext.js';
import type { RowFault } from './rowFault.js';
import type { RowVerdicts } from './rowVerdicts.js';

/** A row that takes another one back. */
export interface Reversal {
  readonly row: number;
  /** The row taken back; −1 where there is none. */
  readonly original: number;
  /** How the row names it. */
  readonly name: string;
}

/** Rows that were read one by one and have not been held against each other. */
export interface UnsettledRows {
  readonly n: number;
  readonly day: Int32Array;
  readonly days: DayRange;
  readonly amount: FixedColumn;
  readonly currency: Rows['currency'];
  /** Rows that are wrong by themselves. */
  readonly faulty: readonly number[];
  faults(row: number): readonly RowFault[];
  /** The rows of every id that stands more than once. */
  readonly repeated: readonly (readonly number[])[];
  /** Whether two rows of one id say the same. */
  same(a: number, b: number): boolean;
  readonly reversals: readonly Reversal[];
  /** Canonical order of two rows of one day. */
  compareIds(a: number, b: number): number;
  readonly fields: Pick<Rows, 'field' | 'collections'>;
}

/**
 * Decides about rows that are wrong by themselves, said twice, not known yet, reversed wrongly or not needed, in this order.
 * Whatever the order of the rows, the verdict on each id is the same.
 *
 * @returns the original of each reversing row by row, `null` where no row reverses another, and the first booking day
 * that is needed
 */
export function settleRows(
  rows: UnsettledRows,
  verdicts: RowVerdicts,
  context: ReadContext,
): { readonly reverses: Int32Array | null; readonly from: number } {
  for (const row of rows.faulty) verdicts.mark(row, rowState.rejected);
  const first = settleRepeated(rows, verdicts);
  for (const row of rows.faulty) {
    if (verdicts.of(row) === rowState.duplicate) continue;
    for (const fault of rows.faults(row)) verdicts.reject(row, fault);
  }
  markOutside(rows, verdicts, NO_DAY, context.asOf + 1);
  const reverses = settleReversals(rows, first, verdicts);
  return { reverses, from: markUnneeded(rows, reverses, verdicts, context) };
}

/** Rows of one id that say the same count once, with the first of them; if any says something else, all are rejected. */
function settleRepeated({ repeated, same }: UnsettledRows, verdicts: RowVerdicts): ReadonlyMap<number, number> {
  const firstOf = new Map<number, number>();
  for (const group of repeated) {
    const [first, ...others] = group as [number, ...number[]];
    if (others.every((other) => same(first, other))) {
      for (const other of others) {
        verdicts.mark(other, rowState.duplicate);
        firstOf.set(other, first);
      }
    } else {
      for (const row of group) {
        verdicts.reject(row, { code: 'row.duplicateId', path: ['id'], params: { rows: group.length } });
      }
    }
  }
  return firstOf;
}

/**
 * An original is an accepted row that takes back none itself. Rows that take back the same one are served in canonical
 * order: one that takes back more than the others before it have left is rejected and leaves the rest as it was.
 */
function settleReversals(
  rows: UnsettledRows,
  firstOf: ReadonlyMap<number, number>,
  verdicts: RowVerdicts,
): Int32Array | null {
  if (rows.reversals.length === 0) return null;
  const { amount, currency, day } = rows;
  const reversing = new Set(rows.reversals.map(({ row }) => row));
  const served = new Map<number, Reversal[]>();
  for (const reversal of rows.reversals) {
    const { row } = reversal;
    if (verdicts.of(row) === rowState.duplicate || verdicts.of(row) === rowState.outside) continue;
    const original = firstOf.get(reversal.original) ?? reversal.original;
    if (original < 0 || verdicts.of(original) !== rowState.accepted || reversing.has(original)) {
      verdicts.reject(row, { code: 'row.reversalUnknown', path: ['reverses'], params: { reverses: reversal.name } });
    } else if (verdicts.of(row) === rowState.accepted) {
      const others = served.get(original);
      if (others === undefined) served.set(original, [reversal]);
      else others.push(reversal);
    }
  }
  const reverses = new Int32Array(rows.n).fill(-1);
  for (const [original, reversals] of served) {
    const whole = BigInt(amount.values[original]!);
    let rest = whole < 0n ? -whole : whole;
    reversals.sort((a, b) => day[a.row]! - day[b.row]! || rows.compareIds(a.row, b.row));
    for (const { row, name } of reversals) {
      const back = BigInt(amount.values[row]!);
      const size = back < 0n ? -back : back;
      const params = { reverses: name, value: scaledText(back, amount.scale) };
      if (currency.index !== null && currency.index[row] !== currency.index[original]) {
        const [expected, value] = [original, row].map((each) => currency.codes[currency.index![each]!]);
        verdicts.reject(row, { code: 'row.fieldInvalid', path: ['currency'], params: { expected, value } });
      } else if (whole * back > 0n) {
        verdicts.reject(row, { code: 'row.reversalSign', path: ['amount'], params });
      } else if (size > rest) {
        const left = scaledText(rest, amount.scale);
        verdicts.reject(row, { code: 'row.reversalExceeds', path: ['amount'], params: { ...params, rest: left } });
      } else {
        rest -= size;
        reverses[row] = original;
      }
    }
  }
  return reverses;
}

/**
 * Leaves out rows that lie outside the horizon. A row that is taken back and the rows that take it back stay together,
 * because what the last one takes back depends on all of them.
 *
 * @returns the first booking day that is needed
 */
function markUnneeded(
  rows: UnsettledRows,
  reverses: Int32Array | null,
  verdicts: RowVerdicts,
  { horizon, keep, lookBack, from: given }: ReadContext,
): number {
  const from =
    given ??
    (reverses === null || lookBack === undefined
      ? horizon.from
      : firstNeeded(rows.day, reverses, horizon.from, lookBack));
  markOutside(rows, verdicts, from, horizon.to, keep?.(rows.fields));
  if (reverses === null) return from;
  const families = new Map<number, number[]>();
  for (let row = 0; row < rows.n; row++) {
    const original = reverses[row]!;
    if (original < 0) continue;
    const family = families.get(original);
    if (family === undefined) families.set(original, [original, row]);
    else family.push(row);
  }
  for (const family of families.values()) {
    const outside = family.filter((row) => verdicts.of(row) === rowState.outside);
    if (outside.length < family.length) for (const row of outside) verdicts.mark(row, rowState.accepted);
  }
  return from;
}

/** What a row earned that is taken back in the run depends on the rows around it. */
function firstNeeded(day: Int32Array, reverses: Int32Array, from: number, lookBack: (day: number) => number): number {
  const start = from;
  return reverses.reduce((first, original, row) => {
    const isTakenBackNow = original >= 0 && day[row]! >= start && day[original]! < first;
    return isTakenBackNow ? Math.min(first, lookBack(day[original]!)) : first;
  }, from);
}

/** Marks accepted rows that are booked before `from`, or on `to` or later, as outside. */
function markOutside(
  { day, days }: UnsettledRows,
  verdicts: RowVerdicts,
  from: number,
  to: number,
  keep?: (row: number) => boolean,
): void {
  if (days.least >= from && days.most < to) return;
  for (let row = 0; row < day.length; row++) {
    const on = day[row]!;
    if (on >= from && on < to) continue;
    if (verdicts.of(row) === rowState.accepted && keep?.(row) !== true) verdicts.mark(row, rowState.outside);
  }
}
