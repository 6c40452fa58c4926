import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import { plus } from '../../core/decimal.js';
import type { LedgerEntry, LedgerType } from '../schema.js';
import { entryId } from './entryId.js';
import { payableSums } from './payableSums.js';

/**
 * Returns the memo entries for what is earned and not paid at the end of a period: by payee, plan and currency an
 * `accrual` on its last day and the `accrualReversal` on the day after, both of what is payable, deferred and held together.
 * Nothing open gives no entries.
 *
 * @param ledger entries from the first period on, in any order
 * @param periodEnd first day after the period
 * @throws SalesModelError `date.invalid`, `date.range`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { accruals, type LedgerEntry } from 'salesmodel/commission';
 *
 * const january = { payeeId: 'E1', planId: 'P', period: '2025-01-01', date: '2025-01-31', currency: 'USD' };
 * const ledger: LedgerEntry[] = [
 *   { ...january, id: '1', type: 'earning', amount: '7000.00', cause: { kind: 'component', id: 'C' } },
 *   { ...january, id: '2', type: 'payout', amount: '-7000.00', date: '2025-02-15', cause: { kind: 'payment' } },
 * ];
 * accruals(ledger, '2025-02-01').map(({ type, date, amount }) => [type, date, amount]);
 * // => [['accrual', '2025-01-31', '7000.00'], ['accrualReversal', '2025-02-01', '-7000.00']]
 */
export function accruals(ledger: readonly LedgerEntry[], periodEnd: PlainDate): readonly LedgerEntry[] {
  const end = dayNumber(periodEnd, ['periodEnd']);
  const lastDay = fromDayNumber(end - 1, ['periodEnd']);
  return payableSums(ledger, end).flatMap(
    ({ payeeId, planId, currency, period, places, payable, deferred, held }): LedgerEntry[] => {
      const open = plus(payable, plus(deferred, held));
      if (open.isZero()) return [];
      const cause = { kind: 'unpaid', id: currency };
      const memo = (type: LedgerType, date: string, amount: string): LedgerEntry => ({
        id: entryId(payeeId, planId, lastDay, type, cause),
        payeeId,
        planId,
        period,
        date,
        type,
        amount,
        currency,
        cause,
      });
      return [
        memo('accrual', lastDay, open.toFixed(places)),
        memo('accrualReversal', periodEnd, open.neg().toFixed(places)),
      ];
    },
  );
}
