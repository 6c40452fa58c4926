import { dayNumber, type PlainDate } from '../../core/date.js';
import { Decimal, type DecimalString, minus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { BUDGET_OVERS, BUDGET_UNITS, type BudgetReservation, type BudgetState } from './promotionBudget.js';

/**
 * Returns what is left of a budget on a day: the limit less what was committed and what is reserved and has not expired.
 *
 * @param state budget with its reservations
 * @param on the day
 * @throws SalesModelError `option.unknown`, `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { availableBudget } from 'salesmodel/pricing';
 *
 * availableBudget({
 *   budget: { code: 'spring', limit: '1000', unit: 'amount' },
 *   committed: '200',
 *   reservations: [{ id: 'cart-1', amount: '50', expires: '2026-03-02' }, { id: 'cart-2', amount: '70' }],
 * }, '2026-03-02'); // => '730'
 */
export function availableBudget(state: BudgetState, on: PlainDate): DecimalString {
  return toText(availableFor(state, on, null));
}

/** What is left beside the reservation of one id; never below 0. */
export function availableFor(
  { budget, committed, reservations }: BudgetState,
  on: PlainDate,
  id: string | null,
  path: Path = [],
): Decimal {
  const day = dayNumber(on, ['on']);
  oneOf(budget.unit, BUDGET_UNITS, [...path, 'budget', 'unit']);
  oneOf(budget.over ?? 'cap', BUDGET_OVERS, [...path, 'budget', 'over']);
  let left = toDecimal(budget.limit, [...path, 'budget', 'limit']);
  left = minus(left, toDecimal(committed, [...path, 'committed']));
  reservations.forEach((one, index) => {
    const at = [...path, 'reservations', index];
    if (one.id !== id && isLive(one, day, at)) left = minus(left, toDecimal(one.amount, [...at, 'amount']));
  });
  return Decimal.max(ZERO, left);
}

/** Whether a reservation holds on a day. */
export function isLive({ expires }: BudgetReservation, day: number, path: Path = []): boolean {
  return expires === undefined || day < dayNumber(expires, [...path, 'expires']);
}
