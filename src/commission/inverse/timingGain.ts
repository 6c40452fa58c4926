import { type Decimal, type DecimalString, plus, toText, ZERO } from '../../core/decimal.js';
import type { PlainDate } from '../../core/date.js';
import { fail } from '../fail.js';
import { run } from '../run/compileRun.js';
import type { RunInput, RunResult, Transaction } from '../schema.js';
import { type PayCause, type PayDifference, payDifferences } from './payDifference.js';

/** What the other date of a deal changes for somebody. */
export interface PayeeTimingGain {
  readonly payeeId: string;
  readonly gain: DecimalString;
  /** The cause of the largest part of it. */
  readonly cause: PayCause;
}

/** What the other date of a deal changes. */
export interface TimingGain {
  /** Of all people; negative where it pays less. */
  readonly gain: DecimalString;
  /** By payee; those without a change are left out. */
  readonly payees: readonly PayeeTimingGain[];
}

/**
 * Returns by how much earnings rise, over all periods of the run together, when a deal is dated otherwise.
 *
 * @param input the run
 * @param move the deal and its other date
 * @throws SalesModelError `transaction.unknown`, and those of `run`
 * @example
 * import { timingGain, type RunInput } from 'salesmodel/commission';
 *
 * const tiers = { mode: 'whole', tiers: [{ upTo: '100000', rate: '0.05' }, { upTo: null, rate: '0.08' }] } as const;
 * const sale = (id: string, date: string, amount: string) => ({ id, date, amount, currency: 'USD', payeeId: 'ana' });
 * const input: RunInput = {
 *   asOf: '2026-02-28',
 *   periods: { from: '2026-01-01', to: '2026-03-01' },
 *   plans: [{
 *     id: 'P', currency: 'USD', period: 'month',
 *     components: [{ id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'tiers', tiers } }],
 *   }],
 *   payees: [{ id: 'ana' }],
 *   assignments: [{ payeeId: 'ana', planId: 'P', from: '2026-01-01', to: null }],
 *   transactions: [
 *     sale('T1', '2026-01-10', '30000.00'), sale('T2', '2026-01-30', '20000.00'), sale('T3', '2026-02-10', '90000.00'),
 *   ],
 * };
 * timingGain(input, { transactionId: 'T2', to: '2026-02-01' }).gain; // => '3300'
 */
export function timingGain(
  input: RunInput,
  { transactionId, to }: { readonly transactionId: string; readonly to: PlainDate },
): TimingGain {
  const differences = movedPay(input, run(input), transactionId, to, run);
  return { gain: toText(differences.map(({ total }) => total).reduce(plus, ZERO)), payees: differences.map(payeeGain) };
}

/** How pay differs from `before` when a deal is dated otherwise. */
export function movedPay(
  input: RunInput,
  before: RunResult,
  transactionId: string,
  to: PlainDate,
  compute: (input: RunInput) => RunResult,
): readonly PayDifference[] {
  if (input.transactions.every(({ id }) => id !== transactionId)) {
    fail('transaction.unknown', ['move', 'transactionId'], { transactionId });
  }
  const moved = input.transactions.map((row): Transaction => (row.id === transactionId ? { ...row, date: to } : row));
  return payDifferences(before, compute({ ...input, transactions: moved }));
}

export function payeeGain({ payeeId, total, causes }: PayDifference): PayeeTimingGain {
  const sign = total.isNegative() ? -1 : 1;
  const size = (amount: Decimal): Decimal => amount.times(sign);
  const [cause] = [...causes].reduce((a, b) => (size(b[1]).gt(size(a[1])) ? b : a));
  return { payeeId, gain: toText(total), cause };
}
