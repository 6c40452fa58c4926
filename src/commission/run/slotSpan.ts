import type { Decimal } from '../../core/decimal.js';
import type { QuantityBasis } from '../modifier/quantity.js';
import type { RateSpan } from '../rate/rateFunction.js';

/** What a plan and its assignments say of a payee in a span, computed when asked and once. */
export interface SlotSpan extends RateSpan {
  /** Quota of the window for `toDate` under `quotaBasis: "window"`, else of the span (to date). */
  quota(): Decimal;
  /** Whether the span's component measures against a quota and there is one. */
  readonly hasQuota: boolean;
  target(): Decimal;
  score(name: string): Decimal | undefined;
  /** The span alone, for limits of scope `period`. */
  readonly own: Pick<QuantityBasis, 'quota' | 'target'>;
  /** The window, for limits of scope `window`. */
  readonly window: Pick<QuantityBasis, 'quota' | 'target'>;
  /** An assignment has a day in the span. */
  readonly active: boolean;
}
