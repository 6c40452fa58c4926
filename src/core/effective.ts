import { LAST_DAY } from './civil.js';
import { dayNumber, fromDayNumber, type PlainDate } from './date.js';
import type { Path } from './errors.js';
import { fail } from './fail.js';
import type { Period } from './period.js';
import { dayRange, type Span } from './span.js';

/** Values in force over time: spans that never overlap, gaps allowed, in any order. */
export type Effective<T> = readonly (Span & { readonly value: T })[];

/** A day on which another entry, or none, comes into force. */
export interface EffectiveChange<E extends Span> {
  readonly on: PlainDate;
  /** The entry in force the day before, null in a gap. */
  readonly before: E | null;
  /** The entry in force from that day, null in a gap. */
  readonly after: E | null;
}

/** An entry with its days; `end` is the day after the last. */
interface Held<E> {
  readonly entry: E;
  readonly start: number;
  readonly end: number;
}

/** Effective-dated entries in time order, checked, on day numbers. */
export interface EffectiveLine<E> {
  /** The entry in force on a day. */
  at(day: number): E | undefined;
  readonly held: readonly Held<E>[];
}

/**
 * Checks and sorts effective-dated entries; the batch path asks the line.
 *
 * @throws SalesModelError `effective.overlap` at the later entry, naming the earlier one by its index
 */
export function effectiveLine<E extends Span>(entries: readonly E[], path: Path = ['entries']): EffectiveLine<E> {
  const held = entries
    .map((entry, index) => ({ entry, index, ...dayRange(entry, [...path, index]) }))
    .toSorted((a, b) => a.start - b.start || a.index - b.index);
  for (let i = 1; i < held.length; i += 1) {
    const [a, b] = [held[i - 1]!, held[i]!];
    if (b.start < a.end) {
      const [other, index] = a.index < b.index ? [a.index, b.index] : [b.index, a.index];
      fail('effective.overlap', [...path, index], { other, on: fromDayNumber(b.start) });
    }
  }
  return {
    held,
    at: (day) => {
      let low = 0;
      let high = held.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (held[middle]!.start <= day) low = middle + 1;
        else high = middle;
      }
      const last = held[low - 1];
      return last !== undefined && day < last.end ? last.entry : undefined;
    },
  };
}

/**
 * The entry in force on a date, or null in a gap.
 *
 * @param entries effective-dated entries, in any order
 * @param on `YYYY-MM-DD`
 * @throws SalesModelError `effective.overlap`, `period.order`, `date.invalid`
 * @example
 * import { effectiveAsOf } from 'salesmodel/core';
 *
 * const rates = [
 *   { value: '0.05', from: '2025-01-01', to: '2026-01-01' },
 *   { value: '0.06', from: '2026-01-01', to: null },
 * ];
 * effectiveAsOf(rates, '2026-01-01'); // => { value: '0.06', from: '2026-01-01', to: null }
 * effectiveAsOf(rates, '2024-12-31'); // => null
 */
export function effectiveAsOf<E extends Span>(entries: readonly E[], on: PlainDate): E | null {
  return effectiveLine(entries).at(dayNumber(on, ['on'])) ?? null;
}

/**
 * The days of a period on which another entry, or none, comes into force, in time order.
 *
 * @param entries effective-dated entries, in any order
 * @param period the period; a change on its first day counts
 * @throws SalesModelError `effective.overlap`, `period.order`, `date.invalid`
 * @example
 * import { effectiveChanges, periodOf } from 'salesmodel/core';
 *
 * const owners = [{ value: 'Ana', from: '2026-01-01', to: '2026-03-15' }];
 * effectiveChanges(owners, periodOf('2026-03-01', 'month')); // => [{ on: '2026-03-15', before: { value: 'Ana', from: '2026-01-01', to: '2026-03-15' }, after: null }]
 */
export function effectiveChanges<E extends Span>(entries: readonly E[], period: Period): EffectiveChange<E>[] {
  const { held, at } = effectiveLine(entries);
  const { start, end } = dayRange(period, ['period']);
  const days = new Set(held.flatMap((entry) => [entry.start, entry.end]));
  return [...days]
    .filter((day) => day >= start && day < end && day <= LAST_DAY)
    .toSorted((a, b) => a - b)
    .map((day) => ({ on: fromDayNumber(day), before: at(day - 1) ?? null, after: at(day) ?? null }));
}

/**
 * The entries in force during a period, cut to it, in time order. Gaps have no slice.
 *
 * @param entries effective-dated entries, in any order
 * @param period the period
 * @throws SalesModelError `effective.overlap`, `period.order`, `date.invalid`
 * @example
 * import { effectiveSlices, periodOf } from 'salesmodel/core';
 *
 * const rates = [
 *   { value: '0.05', from: '2025-01-01', to: '2026-03-15' },
 *   { value: '0.06', from: '2026-03-15', to: null },
 * ];
 * effectiveSlices(rates, periodOf('2026-03-01', 'month'));
 * // => [{ value: '0.05', from: '2026-03-01', to: '2026-03-15' }, { value: '0.06', from: '2026-03-15', to: '2026-04-01' }]
 */
export function effectiveSlices<E extends Span>(
  entries: readonly E[],
  period: Period,
): (Omit<E, 'from' | 'to'> & { readonly from: PlainDate; readonly to: PlainDate })[] {
  const { start, end } = dayRange(period, ['period']);
  return effectiveLine(entries)
    .held.filter((entry) => entry.start < end && entry.end > start)
    .map((part) => ({
      ...part.entry,
      from: fromDayNumber(Math.max(part.start, start)),
      to: fromDayNumber(Math.min(part.end, end)),
    }));
}
