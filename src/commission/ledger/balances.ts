import { dayNumber, type PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';
import type { LedgerEntry } from '../schema.js';
import { payableSums } from './payableSums.js';

/** What is open between a payee and a plan in one currency. */
export interface LedgerBalance {
  readonly payeeId: string;
  readonly planId: string;
  readonly currency: string;
  /** Owed and not paid; negative where the payee owes. */
  readonly payable: DecimalString;
  /** Earned, but put off by a cap. */
  readonly deferred: DecimalString;
  /** Earned, but not released. */
  readonly held: DecimalString;
  /** What the payee owes of draws. */
  readonly draw: DecimalString;
  /** Paid so far. */
  readonly paid: DecimalString;
}

/**
 * Returns what is payable, deferred, held, owed of draws and paid by payee, plan and currency after the entries up to a day,
 * sorted by them.
 *
 * @param ledger entries from the first period on, in any order
 * @param asOf last day that counts
 * @throws SalesModelError `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { balances, type LedgerEntry } from 'salesmodel/commission';
 *
 * const january = { payeeId: 'E1', planId: 'P', period: '2025-01-01', date: '2025-01-31', currency: 'USD' };
 * const ledger: LedgerEntry[] = [
 *   { ...january, id: '1', type: 'earning', amount: '7000.00', cause: { kind: 'component', id: 'C' } },
 *   { ...january, id: '2', type: 'deferral', amount: '-2000.00', cause: { kind: 'cap' } },
 *   { ...january, id: '3', type: 'payout', amount: '-5000.00', date: '2025-02-15', cause: { kind: 'payment' } },
 * ];
 * balances(ledger, '2025-01-31');
 * // => [{ payeeId: 'E1', planId: 'P', currency: 'USD', payable: '5000.00', deferred: '2000.00', held: '0.00', draw: '0.00', paid: '0.00' }]
 */
export function balances(ledger: readonly LedgerEntry[], asOf: PlainDate): readonly LedgerBalance[] {
  return payableSums(ledger, dayNumber(asOf, ['asOf']) + 1).map(
    ({ payeeId, planId, currency, places, payable, deferred, held, draw, paid }) => ({
      payeeId,
      planId,
      currency,
      payable: payable.toFixed(places),
      deferred: deferred.toFixed(places),
      held: held.toFixed(places),
      draw: draw.toFixed(places),
      paid: paid.toFixed(places),
    }),
  );
}
