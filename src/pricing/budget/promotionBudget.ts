import type { PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';

/** What a budget counts, and what becomes of a grant beyond its limit. */
export const BUDGET_UNITS = ['amount', 'uses'] as const;
export const BUDGET_OVERS = ['cap', 'drop'] as const;

/** What a promotion may cost: an amount, or a number of uses. */
export interface PromotionBudget {
  readonly code: string;
  readonly limit: DecimalString;
  readonly unit: (typeof BUDGET_UNITS)[number];
  /** What becomes of a grant beyond the limit: `cap` cuts it (default), `drop` gives nothing. */
  readonly over?: (typeof BUDGET_OVERS)[number];
}

/** An amount that is kept for a cart until it is committed or released, while a day lies before `expires`. */
export interface BudgetReservation {
  readonly id: string;
  readonly amount: DecimalString;
  readonly expires?: PlainDate;
}

/** A budget with what was spent of it and what is reserved, by id. */
export interface BudgetState {
  readonly budget: PromotionBudget;
  readonly committed: DecimalString;
  readonly reservations: readonly BudgetReservation[];
}
