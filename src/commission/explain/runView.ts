import { fromDayNumber } from '../../core/date.js';
import { type Decimal, toText } from '../../core/decimal.js';
import { explainInput, type Explanation } from '../../core/explanation.js';
import type { ComputedRun } from '../run/executeRun.js';
import { type Rows, rowState } from '../run/rows.js';
import type { CreditTable } from '../run/creditFields.js';
import type { PlanRun } from '../run/planRun.js';
import type { RunResult } from '../schema.js';
import { PlanView } from './planView.js';

/** A computed run as explanations look at it: its plans, and where rows and their credits stand. */
export class RunView {
  readonly kernel: RunResult['kernel'];
  readonly table: CreditTable;
  readonly plans: readonly PlanView[];
  private byId: Map<string, number> | null = null;
  private readonly views = new Map<PlanRun, PlanView>();

  constructor(readonly computed: ComputedRun) {
    const { parts } = computed;
    this.kernel = parts.kernel;
    this.table = parts.table;
    this.plans = parts.lineRuns().map((planRun) => this.planOf(planRun));
  }

  /** A plan over the credits of one of its runs: as they were made, or as earlier reversals had left them. */
  planOf(planRun: PlanRun): PlanView {
    let view = this.views.get(planRun);
    if (view === undefined) {
      view = new PlanView(this, planRun, this.computed.parts.itemsOf(planRun));
      this.views.set(planRun, view);
    }
    return view;
  }

  get rows(): Rows {
    return this.table.rows;
  }

  payee(id: string): number {
    return this.computed.setup.payees.get(id) ?? -1;
  }

  payeeId(payee: number): string {
    return this.table.payees[payee]?.id ?? '';
  }

  /** The row of an id that is accepted or outside of the run, −1 for none. */
  row(id: string): number {
    const { rows } = this;
    if (rows.state === null) {
      // Rows without ids are named by their position; others mostly ascend. Both need no index.
      const place = Number(id);
      if (String(place) === id && place >= 0 && place < rows.n && rows.id(place) === id) return place;
      const found = rows.seq === null ? ascending(rows, id) : -1;
      if (found >= 0) return found;
    }
    return this.index().get(id) ?? -1;
  }

  /** Credits of a row, from the first up to the one before the last: those of a row stand together. */
  creditsOf(row: number): { readonly first: number; readonly end: number } {
    const { n, row: rowOf } = this.table.credits;
    let low = 0;
    let high = n;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rowOf[middle]! < row) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < n && rowOf[end] === row) end += 1;
    return { first: low, end };
  }

  /** A score as it was given; `null` where nobody gave it. */
  scoreNode(payee: number, start: number, name: string, value: Decimal | undefined): Explanation {
    const period = fromDayNumber(start);
    const payeeId = this.payeeId(payee);
    const { scores = [] } = this.computed.options;
    const index = scores.findIndex(
      (score) => score.payeeId === payeeId && score.period === period && score.name === name,
    );
    return index < 0 || value === undefined
      ? explainInput(['scores'], null, 'measure.scoreAbsent', { name, period })
      : explainInput(['scores', index, 'value'], toText(value), 'measure.score', { name, period });
  }

  private index(): Map<string, number> {
    if (this.byId !== null) return this.byId;
    const { rows } = this;
    const index = new Map<string, number>();
    for (let row = 0; row < rows.n; row += 1) {
      const state = rows.state?.[row] ?? rowState.accepted;
      if (state === rowState.accepted || state === rowState.outside) index.set(rows.id(row), row);
    }
    return (this.byId = index);
  }
}

const views = new WeakMap<ComputedRun, RunView>();

/** The view of a run: what it finds once is not looked for again. */
export function viewOf(computed: ComputedRun): RunView {
  let view = views.get(computed);
  if (view === undefined) views.set(computed, (view = new RunView(computed)));
  return view;
}

function ascending(rows: Rows, id: string): number {
  let low = 0;
  let high = rows.n;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows.id(middle) < id) low = middle + 1;
    else high = middle;
  }
  return low < rows.n && rows.id(low) === id ? low : -1;
}
