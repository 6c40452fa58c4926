import type { RunInput, RunResult, Transaction } from '../schema.js';
import { compileSetup } from './runSetup.js';
import { merge, type Summary } from '../../core/summary.js';
import { computePartition, finishRun, type RunPart } from './batch/computePartition.js';
import { partitionRun, type RunPartition } from './batch/partitionRun.js';
import { LiveRun } from './change/liveRun.js';
import { columnTransactions } from './columnTransactions.js';
import { type ComputedRun, executeRun } from './executeRun.js';
import type { Run } from './run.js';
import { readColumns } from './readColumns.js';
import { readObjects } from './readObjects.js';
import type { RunDefinition, RunOptions } from './runOptions.js';
import type { TransactionColumns } from './transactionColumns.js';

/** A compiled definition. */
export interface RunEvaluator {
  /** Computes transactions given as objects. */
  objects(rows: readonly Transaction[], options: RunOptions): Run;
  /** Computes transactions given as columns. */
  columns(columns: TransactionColumns, options: RunOptions): Run;
  /**
   * Divides a run into partitions that can be computed apart, as plain JSON: each has some of the payees, with all rows
   * that concern them.
   *
   * @param by `payee`, one partition a payee, or how many partitions
   * @throws SalesModelError `batch.partitions`, `option.unknown`
   */
  partition(rows: readonly Transaction[], options: RunOptions, by: 'payee' | number): RunPartition[];
  /** Computes a partition of a run of this definition. */
  compute(partition: RunPartition): Summary<RunPart>;
  /** The summary of the partitions of two summaries; one that is in both counts once. */
  merge(a: Summary<RunPart>, b: Summary<RunPart>): Summary<RunPart>;
  /**
   * The result of the run, byte for byte that of `objects`, once every partition is in the summary.
   *
   * @throws SalesModelError `batch.incomplete`
   */
  finish(summary: Summary<RunPart>): RunResult;
}

/** Checks and compiles a definition into an evaluator of rows. */
export function compileRun(definition: RunDefinition): RunEvaluator {
  const setup = compileSetup(definition);
  return {
    objects: (rows, options) => {
      const compute = (list: readonly Transaction[]): ComputedRun =>
        executeRun(setup, options, (context) => readObjects(list, context));
      return new LiveRun(compute(rows), { rows: () => rows, isOfRows: true, compute });
    },
    columns: (columns, options) =>
      new LiveRun(
        executeRun(setup, options, (context) => readColumns(columns, context)),
        {
          rows: () => columnTransactions(columns, definition.payees, setup.plans[0]?.currency ?? ''),
          isOfRows: false,
          compute: (list) => executeRun(setup, options, (context) => readObjects(list, context)),
        },
      ),
    partition: (rows, options, by) => partitionRun(setup, rows, options, by),
    compute: (partition) => computePartition(setup, partition),
    merge,
    finish: finishRun,
  };
}

/** Computes a run: statements, ledger, rejected rows and totals. */
export function run(input: RunInput, options: Pick<RunOptions, 'detail'> = {}): RunResult {
  return runOf(input, options).result;
}

/** The run of an input. */
export function runOf(input: RunInput, { detail = 'statements' }: Pick<RunOptions, 'detail'> = {}): ComputedRun {
  const { transactions, asOf, periods, scores, adjustments, opening, closed, events, ...definition } = input;
  const options = {
    asOf,
    periods,
    ...(scores === undefined ? {} : { scores }),
    ...(adjustments === undefined ? {} : { adjustments }),
    ...(opening === undefined ? {} : { opening }),
    ...(closed === undefined ? {} : { closed }),
    ...(events === undefined ? {} : { events }),
    detail,
  };
  return executeRun(compileSetup(definition), options, (context) => readObjects(transactions, context));
}
