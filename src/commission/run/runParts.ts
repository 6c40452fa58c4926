import type { Decimal } from '../../core/decimal.js';
import type { LinePlace } from './exactLines.js';
import type { Line, RunResult } from '../schema.js';
import type { CreditTable } from './creditFields.js';
import type { FusedSource } from './fusedSource.js';
import type { ItemSource } from './itemSource.js';
import type { Earnings, LineSource } from './lines.js';
import type { PlanRun, RunFacts } from './planRun.js';
import type { Reversals } from './reversals.js';
import type { RowAccount } from './rowAccount.js';
import type { PartOfRun } from './rowFrame.js';
import type { RowSurvey } from './surveyRows.js';

/** What a run is computed from. */
export interface RunFrame extends RowSurvey {
  readonly facts: RunFacts;
  /** `null` where these are all rows and payees. */
  readonly part: PartOfRun | null;
}

/** A run taken apart: the same whether kernels computed it or each credit was looked at. */
export interface RunParts {
  readonly kernel: RunResult['kernel'];
  /** The arithmetic under another sum of the magnitudes of all amounts. */
  kernelFor(amountBound: number): RunResult['kernel'];
  /** The sums of a plan's components in the kernels; `null` where single credits are looked at. */
  readonly kernels: ((planRun: PlanRun) => readonly FusedSource[]) | null;
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
