import { compileRun, type RunEvaluator, type RunOptions, type TransactionColumns } from '../src/commission/index.js';
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

/** What the benchmarks measure: the library as an application calls it. Each function compiles a plan and returns the run that is timed. */

const OPTIONS: RunOptions = {
  asOf: '2025-12-31',
  periods: { from: '2025-01-01', to: '2026-01-01' },
  order: 'given',
};

/** The plan of the workload: monthly quotas as shares of a year, tiers of attainment, a cap in parts of the quota. */
function evaluator(work: Workload): RunEvaluator {
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

function columnsOf({ rows, payee, day, amount }: Workload): TransactionColumns {
  return { n: rows, payee, day, amount, scale: 2 };
}

/** From columns to a line a row and payouts by slot. */
export function columnsRun(work: Workload, order: RunOptions['order'] = 'given'): () => Float64Array {
  const compiled = evaluator(work);
  const columns = columnsOf(work);
  const options = { ...OPTIONS, ...(order === undefined ? {} : { order }) };
  return () => {
    const run = compiled.columns(columns, options);
    if (run.lines.n !== work.rows) throw new Error('a line is missing');
    return run.earnings.values as Float64Array;
  };
}

/** From columns to payouts by slot. */
export function totalsRun(work: Workload): () => Float64Array {
  const compiled = evaluator(work);
  const columns = columnsOf(work);
  return () => compiled.columns(columns, OPTIONS).earnings.values as Float64Array;
}

/** From objects with decimal strings to a line a row and payouts by slot. */
export function objectsRun(work: Workload, sales: readonly Sale[]): () => Float64Array {
  const compiled = evaluator(work);
  return () => {
    const run = compiled.objects(sales, OPTIONS);
    if (run.lines.n !== work.rows) throw new Error('a line is missing');
    return run.earnings.values as Float64Array;
  };
}
