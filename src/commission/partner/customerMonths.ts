import { completeMonths } from '../../core/civil.js';
import { compareText } from '../../core/compareText.js';
import { dayNumber } from '../../core/date.js';
import { toDecimal } from '../../core/decimal.js';
import type { Transaction } from '../schema.js';

/**
 * Returns the transactions with `measures.customerMonths`: the complete months since the first sale of the same owner to
 * the same customer, 0 on its day. Plans ask about it to pay for so many months. A sale is a row of a positive amount;
 * rows without a customer, and those of customers without a sale, stay as they are.
 *
 * @param transactions rows of all time, in any order
 * @param customer name of the attribute that tells customers apart
 * @throws SalesModelError `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { customerMonths } from 'salesmodel/commission';
 *
 * const bill = (id: string, date: string) => ({
 *   id, date, amount: '50', currency: 'USD', payeeId: 'ana', attributes: { customer: 'acme' },
 * });
 * customerMonths([bill('T1', '2026-01-31'), bill('T2', '2026-02-28'), bill('T3', '2027-01-30')]).map(
 *   ({ measures }) => measures?.['customerMonths'],
 * ); // => ['0', '1', '11']
 */
export function customerMonths(transactions: readonly Transaction[], customer = 'customer'): Transaction[] {
  const keys = transactions.map((row) => keyOf(row, customer));
  const days = transactions.map(({ date }, at) => dayNumber(date, ['transactions', at, 'date']));
  const first = new Map<string, number>();
  transactions.forEach(({ amount, reverses }, at) => {
    const key = keys[at];
    if (key === null || key === undefined || reverses !== undefined) return;
    if (toDecimal(amount, ['transactions', at, 'amount']).lte(0)) return;
    first.set(key, Math.min(first.get(key) ?? Infinity, days[at]!));
  });
  return transactions.map((row, at) => {
    const start = first.get(keys[at] ?? '');
    if (start === undefined) return row;
    const months = completeMonths(start, Math.max(start, days[at]!));
    return { ...row, measures: { ...row.measures, customerMonths: String(months) } };
  });
}

function keyOf({ attributes, payeeId, splits }: Transaction, customer: string): string | null {
  const who = attributes?.[customer];
  if (who === undefined) return null;
  const owners = payeeId ?? (splits ?? []).map((split) => split.payeeId).toSorted(compareText);
  return JSON.stringify([owners, who]);
}
