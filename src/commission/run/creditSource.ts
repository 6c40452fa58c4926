import type { Decimal } from '../../core/decimal.js';
import type { RateCredit } from '../rate/rateFunction.js';

/** The sums of a component's quantities over the credits of one payee and span. */
export interface QuantitySums {
  readonly count: number;
  readonly numerators: readonly Decimal[];
  /** `null` for quantities that are no ratios. */
  readonly denominators: readonly (Decimal | null)[];
}

/** The credits that a component counts, by payee and span. */
export interface CreditSource {
  /** In canonical order. */
  credits(payee: number, span: number): readonly RateCredit[];
  totals(payee: number, span: number): QuantitySums;
  /** For `perTransaction`, where a kernel has done it: the sum of what the credits earned, each rounded. */
  roundedSum?(payee: number, span: number): Decimal;
}
