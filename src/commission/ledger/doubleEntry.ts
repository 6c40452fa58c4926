import type { PlainDate } from '../../core/date.js';
import { type DecimalString, toDecimal } from '../../core/decimal.js';
import type { LedgerEntry, LedgerType } from '../schema.js';

/** Names or numbers of the accounts that a ledger is booked to. */
export interface LedgerChart {
  readonly expense: string;
  /** What is owed to payees. */
  readonly payable: string;
  /** What caps have put off. */
  readonly deferred: string;
  /** What is not released. Default: the deferred account. */
  readonly held?: string;
  /** What payees owe of draws. */
  readonly receivable: string;
  readonly cash: string;
  /** Default: the expense account. */
  readonly rounding?: string;
  /** What clears a payable in one currency against the one it is paid in. Default: the expense account. */
  readonly fx?: string;
}

/** One side of a booking: either debit or credit is set, the other is "0". */
export interface Posting {
  /** Id of the entry. */
  readonly entry: string;
  readonly date: PlainDate;
  readonly account: string;
  readonly debit: DecimalString;
  readonly credit: DecimalString;
  readonly currency: string;
}

/** The account on the other side of the payable; memo entries have none. */
const COUNTERPARTS: Readonly<Record<LedgerType, keyof LedgerChart | null>> = {
  earning: 'expense',
  bonus: 'expense',
  adjustment: 'expense',
  retro: 'expense',
  deferral: 'deferred',
  deferralRelease: 'deferred',
  clawback: 'expense',
  hold: 'held',
  release: 'held',
  forfeit: 'expense',
  drawAdvance: 'receivable',
  drawRecovery: 'receivable',
  drawForgiveness: 'receivable',
  rounding: 'rounding',
  fx: 'fx',
  payout: 'cash',
  accrual: null,
  accrualReversal: null,
};

/**
 * Returns the debit and the credit of every entry, in the order of the ledger. What raises the payable credits it and
 * debits the other account, what lowers it does the reverse, so that debits equal credits in each entry. Memo entries
 * (accruals) are not booked.
 *
 * @param ledger entries in any order
 * @param chart account by role
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { doubleEntry, type LedgerEntry } from 'salesmodel/commission';
 *
 * const payout: LedgerEntry = {
 *   id: 'E1/P@1/2025-01-01/payout/payment',
 *   payeeId: 'E1',
 *   planId: 'P',
 *   period: '2025-01-01',
 *   date: '2025-01-31',
 *   type: 'payout',
 *   amount: '-5000.00',
 *   currency: 'USD',
 *   cause: { kind: 'payment' },
 * };
 * const chart = { expense: '6400', payable: '2140', deferred: '2150', receivable: '1300', cash: '1000' };
 * doubleEntry([payout], chart).map(({ account, debit, credit }) => [account, debit, credit]);
 * // => [['2140', '5000.00', '0'], ['1000', '0', '5000.00']]
 */
export function doubleEntry(ledger: readonly LedgerEntry[], chart: LedgerChart): readonly Posting[] {
  const accounts = {
    ...chart,
    held: chart.held ?? chart.deferred,
    rounding: chart.rounding ?? chart.expense,
    fx: chart.fx ?? chart.expense,
  };
  return ledger.flatMap(({ id, date, type, amount, debt, currency }, index) => {
    // An advance that is no debt is pay.
    const counterpart = type === 'drawAdvance' && debt === undefined ? 'expense' : COUNTERPARTS[type];
    if (counterpart === null) return [];
    // What is forgiven moves no payable: the debt becomes an expense.
    const isForgiven = type === 'drawForgiveness';
    const [moved, against] = isForgiven ? ([debt ?? '0', 'debt'] as const) : ([amount, 'amount'] as const);
    const other = isForgiven ? accounts.expense : accounts.payable;
    const value = toDecimal(moved, ['ledger', index, against]);
    const size = value.isNegative() ? moved.slice(1) : moved;
    const isFalling = value.isNegative();
    const own = accounts[counterpart];
    // A debt that falls credits its own account.
    const [debited, credited] = isFalling ? [other, own] : [own, other];
    const common = { entry: id, date, currency };
    return [
      { ...common, account: debited, debit: size, credit: '0' },
      { ...common, account: credited, debit: '0', credit: size },
    ];
  });
}
