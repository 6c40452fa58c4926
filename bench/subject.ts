import {
  compileRun,
  type Line,
  type Run,
  type RunEvaluator,
  type RunOptions,
  type TransactionColumns,
} from '../src/commission/index.js';
import { lines, payouts, sameAs } from './proof.js';
import {
  BOUND_PERCENTS,
  CAP_PERCENT,
  MONTHS,
  money,
  payeeId,
  RATE_TEXTS,
  type Sale,
  type Workload,
} from './workload.js';

/** What the benchmarks measure: the library as an application calls it. Each function compiles a plan and returns what is timed. */

type Order = RunOptions['order'];

function options(order: Order): RunOptions {
  return {
    asOf: '2025-12-31',
    periods: { from: '2025-01-01', to: '2026-01-01' },
    ...(order === undefined ? {} : { order }),
  };
}

/** The plan of the workload: monthly quotas as shares of a year, tiers of attainment, a cap in parts of the quota. */
export function evaluator(work: Workload): RunEvaluator {
  const payees = Array.from({ length: work.payees }, (_, payee) => payee);
  return compileRun({
    plans: [
      {
        id: 'P',
        currency: 'USD',
        period: 'month',
        quotas: { Q: { amount: '0', per: 'year' } },
        components: [
          {
            id: 'C',
            measure: { kind: 'amount' },
            accumulate: 'perPeriod',
            quota: 'Q',
            rate: {
              kind: 'tiers',
              axis: 'attainment',
              tiers: {
                mode: 'marginal',
                tiers: RATE_TEXTS.map((rate, tier) => ({
                  upTo: BOUND_PERCENTS[tier] === undefined ? null : String(BOUND_PERCENTS[tier] / 100),
                  rate,
                })),
              },
            },
            modifiers: [{ kind: 'cap', limit: { ofQuota: String(CAP_PERCENT / 100) } }],
          },
        ],
      },
    ],
    payees: payees.map((payee) => ({ id: payeeId(payee) })),
    assignments: payees.map((payee) => {
      const quotas = Array.from(work.quota.subarray(payee * MONTHS, (payee + 1) * MONTHS));
      return {
        payeeId: payeeId(payee),
        planId: 'P',
        from: '2025-01-01',
        quotas: {
          Q: {
            amount: money(quotas.reduce((sum, quota) => sum + quota, 0)),
            seasonality: quotas.map((quota) => money(quota)),
          },
        },
      };
    }),
  });
}

/** From columns to a line a row and earnings by slot. */
export function columnLines(work: Workload, order: Order, more: Partial<TransactionColumns> = {}): () => Run {
  const compiled = evaluator(work);
  const columns = { ...columnsOf(work), ...more };
  return () => read(compiled.columns(columns, { ...options(order), detail: 'lines' }));
}

/** From columns to earnings by slot. */
export function columnTotals(work: Workload): () => Run {
  const compiled = evaluator(work);
  const columns = columnsOf(work);
  return () => readEarnings(compiled.columns(columns, options('given')));
}

/** From objects with decimal strings to a line a row and earnings by slot. */
export function objectLines(work: Workload, sales: readonly Sale[]): () => Run {
  const compiled = evaluator(work);
  return () => read(compiled.objects(sales, options('verify')));
}

/** From objects to earnings by slot. */
export function objectTotals(work: Workload, sales: readonly Sale[]): () => Run {
  const compiled = evaluator(work);
  return () => readEarnings(compiled.objects(sales, options('verify')));
}

/** From objects with decimal strings to objects with decimal strings, with statements and ledger. */
export function objectResult(work: Workload, sales: readonly Sale[]): () => readonly Line[] {
  const compiled = evaluator(work);
  return () => compiled.objects(sales, { ...options('verify'), detail: 'lines' }).result.lines ?? [];
}

export function columnsOf({ rows, payee, day, amount }: Workload): TransactionColumns {
  return { n: rows, payee, day, amount, scale: 2 };
}

/** A run makes what is asked for. */
function read(run: Run): Run {
  if (run.lines.n === 0) throw new Error('a run has lines');
  return readEarnings(run);
}

function readEarnings(run: Run): Run {
  if (run.earnings.values.length === 0) throw new Error('a run has earnings');
  return run;
}

/** A check of the earnings of a run. */
export function rightTotals(work: Workload): (run: Run) => void {
  const check = sameAs(payouts(work));
  return ({ earnings }) => check(earnings.values as Float64Array);
}

/**
 * A check of the earnings of a run and of every line.
 *
 * @param order rows in the order in which they count; without it as they stand
 */
export function rightLines(work: Workload, order?: Uint32Array): (run: Run) => void {
  const totals = rightTotals(work);
  const check = sameAs(lines(work, order));
  return (run) => {
    totals(run);
    const { row, values } = run.lines.columns;
    const byRow = new Float64Array(work.rows);
    row.forEach((at, line) => (byRow[at] = Number(values[line])));
    check(byRow);
  };
}

/** A check of lines as objects: every sale has one, and its amount is right. */
export function rightResult(work: Workload): (result: readonly Line[]) => void {
  const check = sameAs(lines(work));
  return (result) => {
    const byRow = new Float64Array(work.rows).fill(NaN);
    for (const { transactionId, earned } of result) {
      byRow[Number(transactionId?.slice(1))] = Math.round(Number(earned) * 100);
    }
    check(byRow);
  };
}
