import type { RateTable } from '../../core/rateTable.js';
import type {
  Adjustment,
  CommissionPlan,
  Crediting,
  OpeningBalance,
  Payee,
  PlanAssignment,
  RunInput,
  RunResult,
  Score,
  Transaction,
} from '../schema.js';
import type { HierarchyLink } from '../../team/schema.js';
import { compileSetup } from './runSetup.js';
import { type ComputedRun, executeRun, type Run } from './executeRun.js';
import { readColumns } from './readColumns.js';
import { readObjects } from './readObjects.js';
import type { TransactionColumns } from './transactionColumns.js';

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
  /** Default `statements`. */
  readonly detail?: 'statements' | 'lines';
  /** Default `verify`. */
  readonly order?: 'verify' | 'sort' | 'given';
}

/** A compiled definition. */
export interface RunEvaluator {
  /** Computes transactions given as objects. */
  objects(rows: readonly Transaction[], options: RunOptions): Run;
  /** Computes transactions given as columns. */
  columns(columns: TransactionColumns, options: RunOptions): Run;
}

/** Checks and compiles a definition into an evaluator of rows. */
export function compileRun(definition: RunDefinition): RunEvaluator {
  const setup = compileSetup(definition);
  return {
    objects: (rows, options) => executeRun(setup, options, (context) => readObjects(rows, context)),
    columns: (columns, options) => executeRun(setup, options, (context) => readColumns(columns, context)),
  };
}

/** Computes a run: statements, ledger, rejected rows and totals. */
export function run(input: RunInput, options: Pick<RunOptions, 'detail'> = {}): RunResult {
  return runOf(input, options).result;
}

/** The run of an input. */
export function runOf(input: RunInput, { detail = 'statements' }: Pick<RunOptions, 'detail'> = {}): ComputedRun {
  const { transactions, asOf, periods, scores, adjustments, opening, ...definition } = input;
  const options = {
    asOf,
    periods,
    ...(scores === undefined ? {} : { scores }),
    ...(adjustments === undefined ? {} : { adjustments }),
    ...(opening === undefined ? {} : { opening }),
    detail,
  };
  return executeRun(compileSetup(definition), options, (context) => readObjects(transactions, context));
}
