import { dayNumber } from '../../core/date.js';
import { type Decimal, minus, plus, toDecimal, ZERO } from '../../core/decimal.js';
import type { LedgerEntry } from '../schema.js';

/** The sums of the entries of one payee, plan and currency. */
export interface PayableSums {
  readonly payeeId: string;
  readonly planId: string;
  readonly currency: string;
  /** First day of the latest period that has an entry. */
  period: string;
  /** Most decimals of an amount. */
  places: number;
  payable: Decimal;
  deferred: Decimal;
  held: Decimal;
  paid: Decimal;
  /** Owed of draws. */
  draw: Decimal;
}

/**
 * Adds up a ledger by payee, plan and currency, sorted by them. Memo entries do not count.
 *
 * @param before first day that does not count
 * @throws SalesModelError `date.invalid`, `decimal.invalid`
 */
export function payableSums(ledger: readonly LedgerEntry[], before: number): readonly PayableSums[] {
  const groups = new Map<string, PayableSums>();
  ledger.forEach((entry, index) => {
    const { payeeId, planId, currency, period, type, amount: text } = entry;
    const day = dayNumber(entry.date, ['ledger', index, 'date']);
    const amount = toDecimal(text, ['ledger', index, 'amount']);
    if (day >= before || type === 'accrual' || type === 'accrualReversal') return;
    const key = JSON.stringify([payeeId, planId, currency]);
    let sums = groups.get(key);
    if (sums === undefined) {
      sums = {
        payeeId,
        planId,
        currency,
        period,
        places: 0,
        payable: ZERO,
        deferred: ZERO,
        held: ZERO,
        paid: ZERO,
        draw: ZERO,
      };
      groups.set(key, sums);
    }
    if (period > sums.period) sums.period = period;
    sums.places = Math.max(sums.places, text.length - 1 - (text + '.').indexOf('.'));
    sums.payable = plus(sums.payable, amount);
    if (type === 'deferral' || type === 'deferralRelease') sums.deferred = minus(sums.deferred, amount);
    if (type === 'hold' || type === 'release') sums.held = minus(sums.held, amount);
    if (entry.debt !== undefined) sums.draw = plus(sums.draw, toDecimal(entry.debt, ['ledger', index, 'debt']));
    if (type === 'payout') sums.paid = minus(sums.paid, amount);
  });
  return [...groups.values()].sort(
    (a, b) =>
      compareText(a.payeeId, b.payeeId) || compareText(a.planId, b.planId) || compareText(a.currency, b.currency),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
