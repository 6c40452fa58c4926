import type { PlainDate } from '../../core/date.js';
import { compareText } from '../../core/compareText.js';
import {
  Decimal,
  type DecimalLike,
  type DecimalString,
  minus,
  plus,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { notNegative } from '../notNegative.js';
import { availableFor } from './availableBudget.js';
import type { BudgetReservation, BudgetState } from './promotionBudget.js';

/** What a reservation was granted. */
export interface BudgetGrant {
  readonly granted: DecimalString;
  readonly shortfall: DecimalString;
  readonly state: BudgetState;
}

/** A changed budget, or why nothing was changed. */
export type BudgetChange =
  | { readonly ok: true; readonly granted: DecimalString; readonly state: BudgetState }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Reserves a part of a budget for a cart. The same id replaces its own amount, so that reserving twice reserves once. Beyond
 * what is available the grant is cut, or dropped where the budget says so.
 *
 * @param state budget with its reservations
 * @param request id, amount of at least 0, and the first day on which the reservation no longer holds
 * @param on the day
 * @throws SalesModelError `pricing.negativeQuantity`, `option.unknown`, `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { reserveBudget } from 'salesmodel/pricing';
 *
 * const spring = { budget: { code: 'spring', limit: '100', unit: 'amount' }, committed: '0', reservations: [] } as const;
 * const { granted, shortfall } = reserveBudget(spring, { id: 'cart-1', amount: '130' }, '2026-03-01');
 * [granted, shortfall]; // => ['100', '30']
 */
export function reserveBudget(
  state: BudgetState,
  { id, amount, expires }: { readonly id: string; readonly amount: DecimalLike; readonly expires?: PlainDate },
  on: PlainDate,
): BudgetGrant {
  const asked = notNegative(amount, ['request', 'amount']);
  const available = availableFor(state, on, id);
  const granted = asked.lte(available) ? asked : state.budget.over === 'drop' ? ZERO : available;
  const own = { id, amount: toText(granted), ...(expires === undefined ? {} : { expires }) };
  const others = state.reservations.filter((one) => one.id !== id);
  const reservations = granted.isZero() ? others : [...others, own].toSorted((a, b) => compareText(a.id, b.id));
  return { granted: toText(granted), shortfall: toText(minus(asked, granted)), state: { ...state, reservations } };
}

/**
 * Commits a reservation: what was spent counts against the limit for good, the rest goes back. Spending more than was
 * reserved draws on what is available and is cut there.
 *
 * @param state budget with its reservations
 * @param id of the reservation
 * @param on the day, which says what others still hold
 * @param actual what was spent, at least 0; default: all that was reserved
 * @returns `ok: false` with `unknownReservation` where the id is not there
 * @throws SalesModelError `pricing.negativeQuantity`, `option.unknown`, `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { commitBudget } from 'salesmodel/pricing';
 *
 * const spring = {
 *   budget: { code: 'spring', limit: '100', unit: 'amount' },
 *   committed: '0',
 *   reservations: [{ id: 'cart-1', amount: '30' }],
 * } as const;
 * const result = commitBudget(spring, 'cart-1', '2026-03-01', '25');
 * result.ok && result.state; // => { budget: { code: 'spring', limit: '100', unit: 'amount' }, committed: '25', reservations: [] }
 */
export function commitBudget(state: BudgetState, id: string, on: PlainDate, actual?: DecimalLike): BudgetChange {
  const own = state.reservations.find((one) => one.id === id);
  if (own === undefined) return unknown(id);
  const spent = Decimal.min(notNegative(actual ?? own.amount, ['actual']), availableFor(state, on, id));
  const committed = toText(plus(toDecimal(state.committed), spent));
  return { ok: true, granted: toText(spent), state: { ...state, committed, reservations: without(state, id) } };
}

/**
 * Releases a reservation: all of it goes back. Releasing it again changes nothing and finds no reservation.
 *
 * @param state budget with its reservations
 * @param id of the reservation
 * @returns `ok: false` with `unknownReservation` where the id is not there
 * @example
 * import { releaseBudget } from 'salesmodel/pricing';
 *
 * const spring = { budget: { code: 'spring', limit: '100', unit: 'amount' }, committed: '0', reservations: [] } as const;
 * releaseBudget(spring, 'cart-1');
 * // => { ok: false, reasons: [{ code: 'unknownReservation', params: { id: 'cart-1' } }] }
 */
export function releaseBudget(state: BudgetState, id: string): BudgetChange {
  const own = state.reservations.find((one) => one.id === id);
  if (own === undefined) return unknown(id);
  return { ok: true, granted: '0', state: { ...state, reservations: without(state, id) } };
}

function without({ reservations }: BudgetState, id: string): readonly BudgetReservation[] {
  return reservations.filter((one) => one.id !== id);
}

function unknown(id: string): BudgetChange {
  return { ok: false, reasons: [{ code: 'unknownReservation', params: { id } }] };
}
