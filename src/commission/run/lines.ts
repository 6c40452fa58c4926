import type { FixedColumn } from '../../core/fixed/column.js';
import { fail } from '../fail.js';

/** Whose earnings of which component and span a line belongs to. */
export interface LineSlot {
  readonly payeeId: string;
  readonly planId: string;
  readonly planVersion: string;
  readonly componentId: string;
  /** First day of the span in which it was earned. */
  readonly start: string;
}

/** Lines by column: an exact amount for each, without an object a line. */
export interface LineColumns extends FixedColumn {
  readonly n: number;
  /** Row of each line, −1 for an amount of the whole span. */
  readonly row: Int32Array;
  /** Position of each line's slot among {@link Lines.slots}, −1 where a row earns nothing here. */
  readonly slot: Int32Array;
}

/** One line as {@link Lines.at} gives it. */
export interface LineView {
  /** Row of the line, −1 for an amount of the whole span. */
  readonly row: number;
  readonly slot: LineSlot | null;
  /** In units of 10^−scale of the columns. */
  readonly earned: number | bigint;
}

/**
 * What each credit earned. A line that nobody reads costs no object: `forEach` gives numbers, `at` makes one view, and
 * `columns` hands out the arrays themselves.
 */
export interface Lines extends Iterable<LineView> {
  readonly n: number;
  /** Decimal places of the numbers. */
  readonly scale: number;
  readonly slots: readonly LineSlot[];
  readonly columns: LineColumns;
  /**
   * The line of an index from 0.
   *
   * @throws SalesModelError `columns.line`
   */
  at(line: number): LineView;
  /** Visits the lines in order with their scaled amounts, without making an object of each. */
  forEach(visit: (line: number, earned: number | bigint) => void): void;
}

/** What each payee earned in each component and span: totals without lines. */
export interface Earnings extends FixedColumn {
  readonly slots: readonly LineSlot[];
}

/** The parts that lines are made of; `slots`, `row` and `slot` are asked for only when somebody reads them. */
export interface LineSource extends FixedColumn {
  readonly n: number;
  readonly slots: readonly LineSlot[];
  row(): Int32Array;
  slot(): Int32Array;
}

/** Lines over their columns. */
export function linesOf(source: LineSource): Lines {
  const { n, scale, values } = source;
  let row: Int32Array | null = null;
  let slot: Int32Array | null = null;
  const columns: LineColumns = {
    n,
    scale,
    values,
    get row() {
      return (row ??= source.row());
    },
    get slot() {
      return (slot ??= source.slot());
    },
  };
  const viewOf = (line: number): LineView => ({
    row: columns.row[line]!,
    slot: source.slots[columns.slot[line]!] ?? null,
    earned: values[line]!,
  });
  return {
    n,
    scale,
    get slots() {
      return source.slots;
    },
    columns,
    at: (line) => {
      if (!Number.isInteger(line) || line < 0 || line >= n) fail('columns.line', ['line'], { lines: n, value: line });
      return viewOf(line);
    },
    forEach: (visit) => {
      for (let line = 0; line < n; line += 1) visit(line, values[line]!);
    },
    *[Symbol.iterator]() {
      for (let line = 0; line < n; line += 1) yield viewOf(line);
    },
  };
}
