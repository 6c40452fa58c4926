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

/**
 * Returns an evaluator of rows for a definition that is checked and compiled once: for many runs of one plan, for columns,
 * for rows that come late and for batches that are computed apart.
 *
 * @param definition plans, payees, assignments, hierarchy, crediting rules and exchange rates
 * @throws SalesModelError `plan.*`, `assignment.*`, `crediting.heldCondition`, `quota.*`, `payee.duplicate`, `hierarchy.overlap`, `hierarchy.cycle`, and
 * the codes of tiers, curves, rules and decimals, with the place in the definition
 * @example
 * import { compileRun } from 'salesmodel/commission';
 * import { dayNumber } from 'salesmodel/core';
 *
 * const sales = { id: 'sales', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate: '0.05' } } as const;
 * const evaluator = compileRun({
 *   plans: [{ id: 'reps', currency: 'USD', period: 'month', components: [sales] }],
 *   payees: [{ id: 'ana' }],
 *   assignments: [{ payeeId: 'ana', planId: 'reps', from: '2026-01-01' }],
 * });
 * const options = { asOf: '2026-01-31', periods: { from: '2026-01-01', to: '2026-02-01' } };
 * const deal = { id: 'T1', date: '2026-01-15', amount: '45000.00', currency: 'USD', payeeId: 'ana' };
 * const live = evaluator.objects([deal], options);
 * live.result.statements[0]?.payout; // => '2250.00'
 * live.append([{ ...deal, id: 'T2', amount: '-5000.00' }]);
 * live.result.statements[0]?.payout; // => '2000.00'
 *
 * const day = Int32Array.of(dayNumber('2026-01-15'), dayNumber('2026-01-16'));
 * const columns = { n: 2, payee: Int32Array.of(0, 0), day, amount: Float64Array.of(4_500_000, -500_000), scale: 2 };
 * const { lines } = evaluator.columns(columns, options);
 * lines.columns.scale; // => 2
 * [...lines].map(({ earned }) => earned); // => [225000, -25000]
 */
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

/**
 * Returns what plans pay for transactions: statements by payee, plan and period, the ledger, the rows that were rejected and
 * why, and totals in which every row is credited, rejected, a duplicate or outside. The order of the input changes no byte.
 *
 * @param input definition, rows and periods; JSON from outside goes through `parseRunInput` first
 * @param options `detail: 'lines'` adds what each credit earned
 * @throws SalesModelError for a wrong definition, as `compileRun` does, `run.periodBorder`, `run.payee`, `run.plan`,
 * `period.order`, `date.invalid`, `option.unknown`, `score.duplicate`, `adjustment.duplicate`; a wrong row is never an
 * error
 * @example
 * import { run } from 'salesmodel/commission';
 *
 * const sales = { id: 'sales', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate: '0.05' } } as const;
 * const { statements, rejected, totals } = run({
 *   asOf: '2026-01-31',
 *   periods: { from: '2026-01-01', to: '2026-02-01' },
 *   plans: [{ id: 'reps', currency: 'USD', period: 'month', components: [sales] }],
 *   payees: [{ id: 'ana' }],
 *   assignments: [{ payeeId: 'ana', planId: 'reps', from: '2026-01-01' }],
 *   transactions: [
 *     { id: 'T1', date: '2026-01-15', amount: '45000.00', currency: 'USD', payeeId: 'ana' },
 *     { id: 'T2', date: '2026-01-32', amount: '900.00', currency: 'USD', payeeId: 'ana' },
 *   ],
 * });
 * statements.map(({ payeeId, period, payout }) => [payeeId, period.label, payout]); // => [['ana', '2026-01', '2250.00']]
 * rejected.map(({ id, code }) => [id, code]); // => [['T2', 'row.dateInvalid']]
 * totals.credited + totals.rejected + totals.duplicates + totals.outside === totals.rows; // => true
 */
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
