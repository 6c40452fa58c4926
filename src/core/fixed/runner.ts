import type { Kernel } from './kernel.js';
import type { RowKeys, SlotMap } from './slots.js';

/**
 * Running totals of slots and what is earned on them, in increments of the table's rounding.
 *
 * The line of an amount is what the rounded earning of its slot grows by, so the lines of a slot add up to its
 * earning. Everything a runner returns is the same in all three kernels.
 */
export interface Runner<Value extends number | bigint, Column> {
  readonly kernel: Kernel;
  /**
   * Adds the amounts of rows to their slots, in row order.
   *
   * @param lines receives the line of each row, 0 for a row without a slot
   * @returns the number of rows without a slot
   */
  rows(map: SlotMap, keys: RowKeys, amounts: Column, lines: Column): number;
  /** The same for items whose slots are known; −1 is none. */
  items(slots: Int32Array, amounts: Column, lines: Column): number;
  /** Adds one amount to a slot and returns its line. */
  add(slot: number, amount: Value): Value;
  /** Takes a slot back to 0, for a new pass over its items. */
  reset(slot: number): void;
  total(slot: number): Value;
  /** The rounded earning on the total. */
  earned(slot: number): Value;
  /** The rounded earnings of all slots. */
  earnings(): ArrayLike<Value>;
}

/** What slots come to without lines, by slot. */
export interface SlotTotals<Column> {
  readonly totals: Column;
  /** The rounded earnings on the totals, in increments. */
  readonly earned: Column;
  /** The number of rows without a slot. */
  readonly without: number;
}
