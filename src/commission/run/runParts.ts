import type { Line, RunResult } from '../schema.js';
import type { RunOptions } from './compileRun.js';
import type { CreditTable } from './creditFields.js';
import type { PlanGrid } from './grid.js';
import type { ItemSource } from './itemSource.js';
import type { Earnings, LineSource } from './lines.js';
import type { PlanRun, RunFacts } from './planRun.js';
import type { ReadRows } from './read/readContext.js';
import type { RowAccount } from './rowAccount.js';
import type { RunSetup } from './runSetup.js';

/** What a run is computed from. */
export interface RunFrame {
  readonly setup: RunSetup;
  readonly options: RunOptions;
  readonly asOf: number;
  readonly grids: readonly PlanGrid[];
  readonly reading: ReadRows;
  readonly facts: RunFacts;
}

/** A run taken apart: the same whether kernels computed it or each credit was looked at. */
export interface RunParts {
  readonly kernel: RunResult['kernel'];
  readonly table: CreditTable;
  readonly account: RowAccount;
  /** Plans over the credits of the run, for totals. */
  planRuns(): readonly PlanRun[];
  /** The same plans, where each line is known by itself. */
  lineRuns(): readonly PlanRun[];
  /** The credits of a plan's components. */
  itemsOf(planRun: PlanRun): readonly ItemSource[];
  lineSource(): LineSource;
  earnings(): Earnings;
  /** Lines as objects, by payee, plan, component and canonical order. */
  detail(): readonly Line[];
}
