import type { Decimal } from '../../core/decimal.js';
import { bigintsOf } from '../../core/fixed/column.js';
import { bigRunner, bigTotals } from '../../core/fixed/bigRunner.js';
import { scaledDecimal } from '../../core/fixed/decimalColumn.js';
import { doubleRunner } from '../../core/fixed/doubleRunner.js';
import { doubleTotals } from '../../core/fixed/doubleTotals.js';
import { type RowSums, sumRows } from '../../core/fixed/sumRows.js';
import { chooseKernel, type Kernel } from '../../core/fixed/kernel.js';
import type { Runner, SlotTotals } from '../../core/fixed/runner.js';
import { type SlotMap, slotsOf } from '../../core/fixed/slots.js';
import type { FusedComponent } from './fusedComponent.js';
import type { Keys } from './keys.js';

/** Lines in increments of a plan's rounding. */
export type KernelLines = Float64Array | readonly bigint[];

/** What the kernels make of a component's rows. */
export interface KernelRun {
  readonly kernel: Kernel;
  /** Line of each row in increments of the plan's rounding, in canonical order; 0 without a slot. */
  lines(): KernelLines;
  /** Sum of the amounts of a span slot. */
  spanTotal(slot: number): Decimal;
  /** The same in units of the amounts. */
  sum(slot: number): number | bigint;
  /** Rounded earnings by line slot, in increments. */
  earnings(): ArrayLike<number | bigint>;
  /** For `perTransaction`: the sum of the lines of a slot, in increments. */
  lineSum(slot: number): number | bigint;
}

/** The fastest kernel for a component under a sum of the magnitudes of all amounts. */
export function kernelUnder({ table }: FusedComponent, amounts: Keys['amount'], bound: number): Kernel {
  return amounts instanceof Float64Array ? chooseKernel(table, bound) : 'bigint';
}

/**
 * Runs the rows of one component through the fastest kernel whose bound holds.
 *
 * @param keys rows as they stand: sums do not depend on their order
 * @param ordered rows in the order that lines depend on
 * @param scale decimals of the amounts
 * @param bound sum of the magnitudes of all amounts, NaN for bigints
 * @param sums the amounts added up by slot, where the rows were read that way
 */
export function runKernel(
  component: FusedComponent,
  keys: Keys,
  ordered: () => Keys,
  scale: number,
  bound: number,
  sums: RowSums | null,
): KernelRun {
  const { table, slots } = component;
  const kernel = kernelUnder(component, keys.amount, bound);
  if (kernel !== 'bigint') {
    return kernelRun<number, Float64Array>(component, keys, ordered, scale, kernel, {
      make: () => doubleRunner(table, kernel),
      amounts: ({ amount }) => amount as Float64Array,
      totals: (map, rows) =>
        doubleTotals(table, kernel, sums ?? sumRows(map, slots, rows, rows.amount as Float64Array)),
      column: (n) => new Float64Array(n),
      zero: 0,
      add: (a, b) => a + b,
    });
  }
  return kernelRun<bigint, bigint[]>(component, keys, ordered, scale, 'bigint', {
    make: () => bigRunner(table),
    amounts: ({ amount }) => bigintsOf({ values: amount, scale }),
    totals: (map, rows) => bigTotals(table, map, rows, bigintsOf({ values: rows.amount, scale })),
    column: (n) => Array.from({ length: n }, () => 0n),
    zero: 0n,
    add: (a, b) => a + b,
  });
}

/** A kernel of either kind of number; `V` is the number, `C` a column of them. */
interface KernelNumbers<V extends number | bigint, C> {
  readonly make: () => Runner<V, C>;
  readonly amounts: (keys: Keys) => C & ArrayLike<V>;
  /** Totals without lines: rows need no order for them, and each slot is evaluated once. */
  readonly totals: (map: SlotMap, keys: Keys) => SlotTotals<ArrayLike<V>>;
  readonly column: (n: number) => C & { [row: number]: V };
  readonly zero: V;
  readonly add: (a: V, b: V) => V;
}

function kernelRun<V extends number | bigint, C>(
  component: FusedComponent,
  keys: Keys,
  ordered: () => Keys,
  scale: number,
  kernel: Kernel,
  { make, amounts, totals: totalsOf, column, zero, add }: KernelNumbers<V, C>,
): KernelRun {
  const { map, spanMap, grid, slots, spanSlots } = component;
  const { accumulate } = grid.component;
  let runner: Runner<V, C> | null = null;
  let sums: SlotTotals<ArrayLike<V>> | null = null;
  let made: ReturnType<typeof column> | null = null;
  let lineSums: V[] | null = null;
  let spanTotals: V[] | null = null;

  /** Each row starts from nothing, so its slot is taken back before it. */
  const addEach = (by: Keys, lines: { [row: number]: V } | null): V[] => {
    const sums = Array.from({ length: slots }, () => zero);
    const values = amounts(by);
    const each = make();
    slotsOf(map, by).forEach((slot, row) => {
      if (slot < 0) return;
      each.reset(slot);
      const line = each.add(slot, values[row]!);
      if (lines !== null) lines[row] = line;
      sums[slot] = add(sums[slot]!, line);
    });
    return sums;
  };
  const lines = (): ReturnType<typeof column> => {
    if (made !== null) return made;
    const by = ordered();
    made = column(by.day.length);
    if (accumulate === 'perTransaction') {
      lineSums = addEach(by, made);
    } else {
      runner = make();
      runner.rows(map, by, amounts(by), made);
    }
    return made;
  };
  const totals = (): SlotTotals<ArrayLike<V>> => (sums ??= totalsOf(map, keys));
  const sumsOfLines = (): readonly V[] => (lineSums ??= addEach(keys, null));
  const sumsOfSpans = (): V[] => {
    if (spanTotals !== null) return spanTotals;
    const bySpan = Array.from({ length: spanSlots }, () => zero);
    const values = amounts(keys);
    slotsOf(spanMap, keys).forEach((slot, row) => {
      if (slot >= 0) bySpan[slot] = add(bySpan[slot]!, values[row]!);
    });
    return (spanTotals = bySpan);
  };
  const totalOf = (slot: number): V => (runner === null ? totals().totals[slot]! : runner.total(slot));
  const sum = (slot: number): V => (accumulate === 'perPeriod' ? totalOf(slot) : sumsOfSpans()[slot]!);
  return {
    kernel,
    lines: () => lines() as unknown as KernelLines,
    earnings: () => (accumulate === 'perTransaction' ? sumsOfLines() : (runner?.earnings() ?? totals().earned)),
    lineSum: (slot) => sumsOfLines()[slot]!,
    spanTotal: (slot) => scaledDecimal(sum(slot), scale),
    sum,
  };
}
