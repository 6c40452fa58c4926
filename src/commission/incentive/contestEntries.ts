import { addMonths, dayNumber } from '../../core/date.js';
import { type Decimal, plus, toDecimal, ZERO } from '../../core/decimal.js';
import { fail } from '../fail.js';
import { isRatioMeasure } from '../measure/compileMeasure.js';
import { run } from '../run/compileRun.js';
import type { CommissionPlan, Contest, Line, RejectedRow, RunInput } from '../schema.js';
import type { ContestEntry } from './settleContest.js';

/** What a contest is measured on; the fields are those of a run. */
export type ContestInput = Pick<
  RunInput,
  'asOf' | 'payees' | 'transactions' | 'crediting' | 'hierarchy' | 'rates' | 'scores'
>;

/** Entries by payee, and the rows that count for nobody, with reasons. */
export interface ContestEntries {
  readonly entries: readonly ContestEntry[];
  readonly rejected: readonly RejectedRow[];
}

/**
 * Returns what each payee sold in the days of a contest, measured as a commission run measures it: owners and splits,
 * exchange rates, conditions. A sale that comes back in these days counts for what is left of it. Somebody who sold
 * nothing has the value 0. The day on which a value was reached comes with sums over transactions; ratios, scores and
 * collections have none.
 *
 * @param contest measure, condition, currency and days
 * @param input payees and transactions; `payee.*` of a payee are the facts of an entry
 * @throws SalesModelError `contest.period` for more than twelve calendar months, and those of `run`
 * @example
 * import { contestEntries, settleContest, type Contest } from 'salesmodel/commission';
 *
 * const contest: Contest = {
 *   id: 'march',
 *   currency: 'USD',
 *   measure: { kind: 'amount' },
 *   period: { from: '2026-03-01', to: '2026-04-01' },
 *   prizes: [{ rank: 1, amount: '500' }],
 *   ties: 'earliest',
 * };
 * const sale = (id: string, date: string, payeeId: string) => ({ id, date, payeeId, amount: '900.00', currency: 'USD' });
 * const { entries } = contestEntries(contest, {
 *   asOf: '2026-03-31',
 *   payees: [{ id: 'ana' }, { id: 'bo' }],
 *   transactions: [sale('T1', '2026-03-20', 'ana'), sale('T2', '2026-03-09', 'bo'), sale('T3', '2026-04-01', 'ana')],
 * });
 * entries.map(({ payeeId, value, reachedOn }) => [payeeId, value, reachedOn]);
 * // => [['ana', '900', '2026-03-20'], ['bo', '900', '2026-03-09']]
 * settleContest(contest, entries).awards[0]?.payeeId; // => 'bo'
 */
export function contestEntries(contest: Contest, input: ContestInput): ContestEntries {
  const { from, to } = contest.period;
  const first = dayNumber(from, ['contest', 'period', 'from']);
  const last = dayNumber(to, ['contest', 'period', 'to']);
  const start = `${from.slice(0, 8)}01`;
  const end = addMonths(start, 12);
  if (last <= first || last > dayNumber(end)) fail('contest.period', ['contest', 'period'], { from, to, end });

  const plan: CommissionPlan = {
    id: contest.id,
    currency: contest.currency,
    // What comes back counts as little as if it had never been sold.
    clawback: { basis: 'asEarned', attainment: 'reduceOriginal' },
    period: 'year',
    fiscalStartMonth: Number(from.slice(5, 7)),
    components: [
      {
        id: contest.id,
        measure: contest.measure,
        ...(contest.where !== undefined && { where: contest.where }),
        accumulate: 'perPeriod',
        rate: { kind: 'flat', rate: '0' },
      },
    ],
  };
  // The days of the contest are those of the assignments, so that each credit counts on its own day.
  const result = run(
    {
      ...input,
      periods: { from: start, to: end },
      plans: [plan],
      assignments: input.payees.map(({ id }) => ({ payeeId: id, planId: plan.id, from, to })),
    },
    { detail: 'lines' },
  );
  const reached = hasDays(contest) ? reachedDays(result.lines ?? [], input) : new Map<string, string>();
  const attributes = new Map(input.payees.map((payee) => [payee.id, payee.attributes ?? {}]));
  return {
    entries: result.statements.map(({ payeeId, components: [figures] }): ContestEntry => {
      const reachedOn = reached.get(payeeId);
      return {
        payeeId,
        value: figures?.measure ?? null,
        ...(reachedOn !== undefined && { reachedOn }),
        facts: { payee: { ...attributes.get(payeeId), id: payeeId } },
      };
    }),
    rejected: result.rejected.filter(({ code }) => code !== 'row.unassigned'),
  };
}

function hasDays({ measure }: Contest): boolean {
  return !isRatioMeasure(measure) && measure.kind !== 'score' && measure.kind !== 'collected';
}

/**
 * The first day on which each payee's running sum is at its value at the end, or above. What comes back is taken off the
 * sale that it belongs to.
 */
function reachedDays(lines: readonly Line[], { transactions }: ContestInput): ReadonlyMap<string, string> {
  const rows = new Map(transactions.map((row) => [row.id, row]));
  const sold = lines.flatMap(({ payeeId, transactionId, measure }) => {
    const row = transactionId === null ? undefined : rows.get(transactionId);
    return row === undefined ? [] : [{ payeeId, row, measure: toDecimal(measure) }];
  });
  const add = (sums: Map<string, Decimal>, key: string, amount: Decimal): Decimal => {
    const sum = plus(sums.get(key) ?? ZERO, amount);
    sums.set(key, sum);
    return sum;
  };
  const totals = new Map<string, Decimal>();
  const back = new Map<string, Decimal>();
  for (const { payeeId, row, measure } of sold) {
    add(totals, payeeId, measure);
    if (row.reverses !== undefined) add(back, JSON.stringify([payeeId, row.reverses]), measure);
  }
  const reached = new Map<string, string>();
  const running = new Map<string, Decimal>();
  for (const { payeeId, row, measure } of sold) {
    if (row.reverses !== undefined) continue;
    const key = JSON.stringify([payeeId, row.id]);
    const sum = add(running, payeeId, plus(measure, back.get(key) ?? ZERO));
    back.delete(key);
    if (!reached.has(payeeId) && sum.gte(totals.get(payeeId)!)) reached.set(payeeId, row.date);
  }
  return reached;
}
