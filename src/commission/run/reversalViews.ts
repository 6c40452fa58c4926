import type { PlanGrid } from './grid.js';
import type { PlanRun } from './planRun.js';

/**
 * The plans of a run as they were before and after rows took others back. Payees are computed apart, so all share the
 * few states at borders of periods, and one whose credits did not change stays in the state before.
 */
export class ReversalViews {
  private readonly made = new Map<number, readonly PlanRun[]>();
  private readonly borders: readonly number[];

  /**
   * @param changes days of the reversals that change a payee's earnings, ascending
   * @param make the plans over what is left of the credits at the start of a day
   */
  constructor(
    private readonly changes: ReadonlyMap<number, readonly number[]>,
    grids: readonly PlanGrid[],
    private readonly make: (day: number) => readonly PlanRun[],
  ) {
    const days = grids.flatMap(({ allPeriods }) => allPeriods.flatMap(({ start, end }) => [start, end]));
    this.borders = [...new Set(days)].sort((a, b) => a - b);
  }

  /** Days on which the credits of a payee changed, ascending. */
  changesOf(payee: number): readonly number[] {
    return this.changes.get(payee) ?? [];
  }

  /** The plans as a payee's credits were at the start of a day; `null` before all changes. */
  at(payee: number, day: number): readonly PlanRun[] | null {
    const last = this.changesOf(payee).findLast((change) => change < day);
    if (last === undefined) return null;
    const border = this.borders.find((each) => each > last) ?? day;
    let runs = this.made.get(border);
    if (runs === undefined) this.made.set(border, (runs = this.make(border)));
    return runs;
  }
}
