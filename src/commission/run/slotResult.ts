import type { Decimal } from '../../core/decimal.js';
import type { ModifiedEarning } from '../modifier/runModifiers.js';
import type { PeriodAmount } from '../modifier/sequence.js';

/** What a component earned for a payee in a span, with everything that statements and explanations show of it. */
export interface SlotResult {
  /** Exact total before each modifier and after the last; of the window to date for `toDate`. */
  readonly stages: readonly Decimal[];
  /** Exact running sum of the credits after the modifiers; of the window to date for `toDate`. */
  readonly creditSum: Decimal;
  /** Rounded amounts behind the credits; of the window to date for `toDate`. */
  readonly windowAmounts: readonly PeriodAmount[];
  /** Rounded total; of the window to date for `toDate`. */
  readonly total: Decimal;
  /** What the span earned, rounded. */
  readonly earned: Decimal;
  /** `earned` less all effects. */
  readonly beforeModifiers: Decimal;
  /** What each modifier of the list changed in this span. */
  readonly effects: readonly Decimal[];
  /** Rounded amounts of this span that belong to no credit. */
  readonly periodAmounts: readonly PeriodAmount[];
  /** Running sum of the rounded credits of the span before the limits that come last. */
  readonly beforeLate: readonly Decimal[];
  /** Rounded earning of each credit of the span in canonical order; `null` where only totals were computed. */
  readonly lines: readonly Decimal[] | null;
  readonly deferrals: ModifiedEarning['deferrals'];
}
