import type { RateTable } from '../../core/rateTable.js';
import type { HierarchyLink } from '../../team/schema.js';
import type {
  Adjustment,
  ClosedPeriods,
  CommissionPlan,
  Crediting,
  OpeningBalance,
  Payee,
  PlanAssignment,
  RunEvent,
  Score,
} from '../schema.js';

/** What a run is computed by, whatever rows come in: checked and compiled once. */
export interface RunDefinition {
  readonly plans: readonly CommissionPlan[];
  readonly payees: readonly Payee[];
  readonly assignments: readonly PlanAssignment[];
  readonly hierarchy?: readonly HierarchyLink[];
  readonly crediting?: Crediting;
  readonly rates?: RateTable;
}

/** What differs from run to run. */
export interface RunOptions {
  readonly asOf: string;
  readonly periods: { readonly from: string; readonly to: string };
  readonly scores?: readonly Score[];
  readonly adjustments?: readonly Adjustment[];
  readonly opening?: readonly OpeningBalance[];
  readonly closed?: ClosedPeriods;
  readonly events?: readonly RunEvent[];
  /**
   * Default `statements`. With `lines` the result has what each credit earned, and a run over columns is made ready for
   * lines instead of adding amounts up while it reads them.
   */
  readonly detail?: 'statements' | 'lines';
  /** Default `verify`. */
  readonly order?: 'verify' | 'sort' | 'given';
}
