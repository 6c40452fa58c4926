import { compareText } from '../../core/compareText.js';
import type { PlainDate } from '../../core/date.js';
import { nextPeriod, periodOf } from '../../core/period.js';
import { toDecimal } from '../../core/decimal.js';
import { fail } from '../fail.js';
import { run } from '../run/compileRun.js';
import type { RunInput, Transaction } from '../schema.js';
import { movedPay, payeeGain, type PayeeTimingGain } from './timingGain.js';

/** A deal that pays somebody more when it is put off. */
export interface SandbaggedDeal extends PayeeTimingGain {
  readonly transactionId: string;
  readonly from: PlainDate;
  /** The first day of the period that pays the most. */
  readonly to: PlainDate;
}

/**
 * Returns the deals whose owners would have earned more by dating them in one of the next periods of the run, by payee,
 * then the largest gain, then deal. Each deal is moved alone, to the first day of a period, as long as that day is known
 * and inside the run.
 *
 * @param input the run
 * @param options `maxShiftPeriods`: how many periods a deal may be put off, from 1 on
 * @throws SalesModelError `inverse.shift`, and those of `run`
 * @example
 * import { sandbaggingReport, type RunInput } from 'salesmodel/commission';
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
 *   transactions: [sale('T1', '2026-01-10', '5000.00'), sale('T2', '2026-01-30', '20000.00'), sale('T3', '2026-02-10', '90000.00')],
 * };
 * sandbaggingReport(input, { maxShiftPeriods: 1 });
 * // => [{ payeeId: 'ana', gain: '3300', cause: 'rate', transactionId: 'T2', from: '2026-01-30', to: '2026-02-01' }]
 */
export function sandbaggingReport(
  input: RunInput,
  { maxShiftPeriods }: { readonly maxShiftPeriods: number },
): readonly SandbaggedDeal[] {
  if (!Number.isInteger(maxShiftPeriods) || maxShiftPeriods < 1) {
    fail('inverse.shift', ['options', 'maxShiftPeriods'], { value: maxShiftPeriods });
  }
  const report: SandbaggedDeal[] = [];
  const before = run(input);
  for (const deal of input.transactions) {
    const best = new Map<string, SandbaggedDeal>();
    for (const to of laterDays(input, deal, maxShiftPeriods)) {
      for (const difference of movedPay(input, before, deal.id, to, run)) {
        const { payeeId, total } = difference;
        const known = best.get(payeeId);
        if (!owns(deal, payeeId) || total.lte(0) || (known !== undefined && total.lte(toDecimal(known.gain)))) continue;
        best.set(payeeId, { ...payeeGain(difference), transactionId: deal.id, from: deal.date, to });
      }
    }
    report.push(...best.values());
  }
  return report.toSorted(
    (a, b) =>
      compareText(a.payeeId, b.payeeId) ||
      toDecimal(b.gain).cmp(toDecimal(a.gain)) ||
      compareText(a.transactionId, b.transactionId),
  );
}

function owns({ payeeId, splits }: Transaction, id: string): boolean {
  return payeeId === id || (splits?.some((split) => split.payeeId === id) ?? false);
}

/** The first days of the next periods of the plans. */
function laterDays({ plans, periods, asOf }: RunInput, { date }: Transaction, shifts: number): readonly PlainDate[] {
  const days = new Set<PlainDate>();
  for (const { period, fiscalStartMonth } of plans) {
    const calendar = fiscalStartMonth === undefined ? {} : { fiscalStartMonth };
    let at = periodOf(date, period, calendar);
    for (let shift = 0; shift < shifts; shift++) {
      at = nextPeriod(at, calendar);
      if (at.start < periods.to && at.start <= asOf) days.add(at.start);
    }
  }
  return [...days].toSorted(compareText);
}
