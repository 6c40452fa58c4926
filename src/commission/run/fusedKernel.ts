import type { Decimal } from '../../core/decimal.js';
import { bigintsOf, type FixedColumn } from '../../core/fixed/column.js';
import { bigRunner } from '../../core/fixed/bigRunner.js';
import { scaledDecimal } from '../../core/fixed/decimalColumn.js';
import { doubleRunner } from '../../core/fixed/doubleRunner.js';
import { chooseKernel, type Kernel } from '../../core/fixed/kernel.js';
import type { Runner } from '../../core/fixed/runner.js';
import { type RowKeys, slotsOf } from '../../core/fixed/slots.js';
import type { FusedComponent } from './fusedComponent.js';

/** Lines in increments of a plan's rounding. */
export type KernelLines = Float64Array | readonly bigint[];

/** What the kernels make of a component's rows. */
export interface KernelRun {
  readonly kernel: Kernel;
  /** Line of each row in increments of the plan's rounding, in the order of the keys; 0 without a slot. */
  lines(): KernelLines;
  /** Sum of the amounts of a span slot. */
  spanTotal(slot: number): Decimal;
  /** Rounded earning of a line slot, in increments. */
  earned(slot: number): number | bigint;
  /** For `perTransaction`: the sum of the lines of a slot, in increments. */
  lineSum(slot: number): number | bigint;
}

/**
 * Runs the rows of one component through the fastest kernel whose bound holds.
 *
 * @param bound sum of the magnitudes of all amounts, NaN for bigints
 */
export function runKernel(component: FusedComponent, keys: RowKeys, amounts: FixedColumn, bound: number): KernelRun {
  const { values, scale } = amounts;
  const { table } = component;
  const kernel = values instanceof Float64Array ? chooseKernel(table, bound) : 'bigint';
  if (kernel !== 'bigint' && values instanceof Float64Array) {
    return kernelRun<number, Float64Array>(component, keys, scale, kernel, {
      make: () => doubleRunner(table, kernel),
      amounts: values,
      column: () => new Float64Array(values.length),
      zero: 0,
      add: (a, b) => a + b,
    });
  }
  const big = bigintsOf(amounts);
  return kernelRun<bigint, bigint[]>(component, keys, scale, 'bigint', {
    make: () => bigRunner(table),
    amounts: big,
    column: () => Array.from({ length: big.length }, () => 0n),
    zero: 0n,
    add: (a, b) => a + b,
  });
}

/** A kernel of either kind of number; `V` is the number, `C` a column of them. */
interface KernelNumbers<V extends number | bigint, C> {
  readonly make: () => Runner<V, C>;
  readonly amounts: C & ArrayLike<V>;
  readonly column: () => C & { [row: number]: V };
  readonly zero: V;
  readonly add: (a: V, b: V) => V;
}

function kernelRun<V extends number | bigint, C>(
  component: FusedComponent,
  keys: RowKeys,
  scale: number,
  kernel: Kernel,
  { make, amounts, column, zero, add }: KernelNumbers<V, C>,
): KernelRun {
  const { map, spanMap, grid, slots, spanSlots } = component;
  const { accumulate } = grid.component;
  const isEach = accumulate === 'perTransaction';
  const lineSums = isEach ? Array.from({ length: slots }, () => zero) : [];
  let runner: Runner<V, C> | null = null;
  let made: ReturnType<typeof column> | null = null;
  let spanTotals: V[] | null = null;

  const lines = (): ReturnType<typeof column> => {
    if (made !== null) return made;
    made = column();
    runner = make();
    if (!isEach) {
      runner.rows(map, keys, amounts, made);
      return made;
    }
    const slotOfRow = slotsOf(map, keys);
    for (let row = 0; row < slotOfRow.length; row += 1) {
      const slot = slotOfRow[row]!;
      if (slot < 0) continue;
      // Each row starts from nothing, so its slot is taken back before it.
      runner.reset(slot);
      const line = runner.add(slot, amounts[row]!);
      made[row] = line;
      lineSums[slot] = add(lineSums[slot]!, line);
    }
    return made;
  };
  const totals = (): Runner<V, C> => {
    if (runner !== null) return runner;
    runner = make();
    runner.rowTotals(map, keys, amounts);
    return runner;
  };
  const sumsOfSpans = (): V[] => {
    if (spanTotals !== null) return spanTotals;
    spanTotals = Array.from({ length: spanSlots }, () => zero);
    const slotOfRow = slotsOf(spanMap, keys);
    for (let row = 0; row < slotOfRow.length; row += 1) {
      const slot = slotOfRow[row]!;
      if (slot >= 0) spanTotals[slot] = add(spanTotals[slot]!, amounts[row]!);
    }
    return spanTotals;
  };
  return {
    kernel,
    lines: () => lines() as unknown as KernelLines,
    earned: (slot) => totals().earned(slot),
    lineSum: (slot) => {
      lines();
      return lineSums[slot]!;
    },
    spanTotal: (slot) => scaledDecimal(accumulate === 'perPeriod' ? totals().total(slot) : sumsOfSpans()[slot]!, scale),
  };
}
