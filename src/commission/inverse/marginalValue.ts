import { compareText } from '../../core/compareText.js';
import { type Decimal, type DecimalString, minus, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { run } from '../run/compileRun.js';
import type { Line, RunInput, RunResult, Transaction } from '../schema.js';
import { payAtLastRate } from './payAtLastRate.js';
import { componentOf } from './payTarget.js';
import { type PayCause, payDifferences } from './payDifference.js';

/** Pay beyond a deal's own, and what unlocked it. */
export interface UnlockedPay {
  /** `credit` for people who do not own the deal, else what changed: the `rate` on other sales, a modifier. */
  readonly reason: 'credit' | PayCause;
  readonly payeeId: string;
  readonly amount: DecimalString;
}

/** What a deal is worth to those who are paid. */
export interface MarginalValue {
  /** By how much it raises earnings, of all people and periods. */
  readonly total: DecimalString;
  /**
   * The deal at the rate that its last unit earns, before modifiers. Where the plan states no rate for it (money, target
   * pay, an amount a credit, a table, a rate along a third quantity), what its line earns before modifiers.
   */
  readonly own: DecimalString;
  /** By payee, then reason; `total` = `own` + these. */
  readonly unlocked: readonly UnlockedPay[];
}

/**
 * Returns what a deal adds to the earnings of a run: its own commission, and what it unlocks beyond that on other sales,
 * through gates and milestones, and for other people. Plans of one currency.
 *
 * @param input the run, with or without the deal
 * @param deal a transaction of the run or one more
 * @throws SalesModelError those of `run`
 * @example
 * import { marginalValue, type RunInput } from 'salesmodel/commission';
 *
 * const tiers = { mode: 'whole', tiers: [{ upTo: '100000', rate: '0.05' }, { upTo: null, rate: '0.08' }] } as const;
 * const sale = (id: string, amount: string) => ({ id, date: '2026-01-10', amount, currency: 'USD', payeeId: 'ana' });
 * const input: RunInput = {
 *   asOf: '2026-01-31',
 *   periods: { from: '2026-01-01', to: '2026-02-01' },
 *   plans: [{
 *     id: 'P', currency: 'USD', period: 'month',
 *     components: [{ id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'tiers', tiers } }],
 *   }],
 *   payees: [{ id: 'ana' }],
 *   assignments: [{ payeeId: 'ana', planId: 'P', from: '2026-01-01', to: null }],
 *   transactions: [sale('T1', '95000.00')],
 * };
 * marginalValue(input, sale('T2', '10000.00'));
 * // => { total: '3650', own: '800', unlocked: [{ reason: 'rate', payeeId: 'ana', amount: '2850' }] }
 */
export function marginalValue(input: RunInput, deal: Transaction): MarginalValue {
  const others = input.transactions.filter(({ id }) => id !== deal.id);
  const without = run({ ...input, transactions: others });
  const withDeal = run({ ...input, transactions: [...others, deal] }, { detail: 'lines' });
  const own = ownPay(input, withDeal, deal);

  const differences = payDifferences(without, withDeal);
  const unlocked: UnlockedPay[] = [];
  const unlock = (reason: UnlockedPay['reason'], payeeId: string, amount: Decimal): void => {
    if (!amount.isZero()) unlocked.push({ reason, payeeId, amount: toText(amount) });
  };
  for (const { payeeId, total, causes } of differences) {
    if (!own.has(payeeId)) unlock('credit', payeeId, total);
    else for (const [cause, amount] of causes) if (cause !== 'rate') unlock(cause, payeeId, amount);
  }
  for (const [payeeId, mine] of own) {
    const causes = differences.find((difference) => difference.payeeId === payeeId)?.causes;
    unlock('rate', payeeId, minus(causes?.get('rate') ?? ZERO, mine));
  }
  return {
    total: toText(differences.map(({ total }) => total).reduce(plus, ZERO)),
    own: toText([...own.values()].reduce(plus, ZERO)),
    unlocked: unlocked.toSorted((a, b) => compareText(a.payeeId, b.payeeId) || compareText(a.reason, b.reason)),
  };
}

/** By owner, what the deal earns at the rate of its last unit. */
function ownPay(
  input: RunInput,
  { statements, lines = [] }: RunResult,
  deal: Transaction,
): ReadonlyMap<string, Decimal> {
  const own = new Map<string, Decimal>();
  let gross: readonly Line[] | null = null;
  for (const line of lines) {
    if (line.transactionId !== deal.id || line.level > 0) continue;
    const { payeeId, planId, period, componentId } = line;
    const isOf = (place: { payeeId: string; planId: string; period: string }): boolean =>
      place.payeeId === payeeId && place.planId === planId && place.period === period;
    const statement = statements.find((each) => isOf({ ...each, period: each.period.start }))!;
    const figures = statement.components.find(({ id }) => id === componentId)!;
    const payee = input.payees.find(({ id }) => id === payeeId);
    const paid =
      payAtLastRate(line, componentOf(input, statement, { payeeId, period, componentId }), figures, deal, payee) ??
      (gross ??= grossLines(input, deal))
        .filter((each) => isOf(each) && each.componentId === componentId && each.kind === line.kind && each.level === 0)
        .map(({ earned }) => toDecimal(earned))
        .reduce(plus, ZERO);
    own.set(payeeId, plus(own.get(payeeId) ?? ZERO, paid));
  }
  return own;
}

/** The lines of a deal without any modifiers. */
function grossLines(input: RunInput, deal: Transaction): readonly Line[] {
  const plans = input.plans.map((plan) => ({
    ...plan,
    modifiers: [],
    components: plan.components.map((component) => ({ ...component, modifiers: [] })),
  }));
  const transactions = [...input.transactions.filter(({ id }) => id !== deal.id), deal];
  const { lines = [] } = run({ ...input, plans, transactions }, { detail: 'lines' });
  return lines.filter(({ transactionId }) => transactionId === deal.id);
}
