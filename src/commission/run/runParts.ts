import type { Decimal } from '../../core/decimal.js';
import type { LinePlace } from './exactLines.js';
import type { Line, RunResult } from '../schema.js';
import type { RunOptions } from './compileRun.js';
import type { CreditTable } from './creditFields.js';
import type { PlanGrid } from './grid.js';
import type { ItemSource } from './itemSource.js';
import type { Earnings, LineSource } from './lines.js';
import type { PlanRun, RunFacts } from './planRun.js';
import type { ReadRows } from './read/readContext.js';
import type { Reversals } from './reversals.js';
import type { RowAccount } from './rowAccount.js';
import type { RunSetup } from './runSetup.js';

/** What a run is computed from. */
export interface RunFrame {
  readonly setup: RunSetup;
  readonly options: RunOptions;
  readonly asOf: number;
  readonly grids: readonly PlanGrid[];
  /** Earliest day whose credits can still move money; Infinity where the windows of the run say it all. */
  readonly since: number;
  readonly reading: ReadRows;
  readonly facts: RunFacts;
}

/** A run taken apart: the same whether kernels computed it or each credit was looked at. */
export interface RunParts {
  readonly kernel: RunResult['kernel'];
  readonly table: CreditTable;
  readonly account: RowAccount;
  /** `null` where no row takes another one back. */
  readonly reversals: Reversals | null;
  /** Plans over the credits of the run, for totals. */
  planRuns(): readonly PlanRun[];
  /** The same plans, where each line is known by itself. */
  lineRuns(): readonly PlanRun[];
  /** The credits of a plan's components. */
  itemsOf(planRun: PlanRun): readonly ItemSource[];
  /** The credits of a component without everything reversed, where that lowers the attainment they were counted in. */
  afterReversals(planRun: PlanRun, component: number): ItemSource | null;
  lineSource(): LineSource;
  earnings(): Earnings;
  /** Lines as objects, by payee, plan, component and canonical order. */
  detail(releasedOf: (place: LinePlace) => Decimal | undefined): readonly Line[];
}
