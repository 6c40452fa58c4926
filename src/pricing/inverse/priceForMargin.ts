import {
  type DecimalLike,
  type DecimalString,
  divide,
  minus,
  ONE,
  plus,
  times,
  toDecimal,
  toText,
} from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { ceilQuotient, type IncrementOption, readIncrement } from './roundUp.js';

/** What a price has to bring in. */
export interface MarginTarget {
  readonly cost: DecimalLike;
  /** The part of the pocket price that stays as margin, below 1. */
  readonly margin: DecimalLike;
  /** What goes off behind the invoice, as a fraction of the price. Default 0. */
  readonly offInvoiceRate?: DecimalLike;
  /** What goes off behind the invoice as an amount. Default 0. */
  readonly fixedOffInvoice?: DecimalLike;
}

/** A price that reaches what was asked, rounded up, beside the exact one; or the reason `unreachable`. */
export type TargetPrice =
  | { readonly ok: true; readonly price: DecimalString; readonly exact: DecimalString }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the lowest price whose pocket price holds a margin: (cost ÷ (1 − margin) + fixed) ÷ (1 − rate), rounded up, so that
 * the margin is at least the target and one increment less misses it.
 *
 * @param target cost, margin, and what goes off behind the invoice
 * @param options `increment` of the price, default 0.01
 * @returns `unreachable` where the margin or the rate is 1 or more
 * @throws SalesModelError `rounding.increment`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { priceForMargin } from 'salesmodel/pricing';
 *
 * const price = priceForMargin({ cost: 60, margin: '0.3', offInvoiceRate: '0.05', fixedOffInvoice: '2.5' });
 * price.ok && price.price; // => '92.86'
 */
export function priceForMargin(target: MarginTarget, options: IncrementOption = {}): TargetPrice {
  const cost = toDecimal(target.cost, ['target', 'cost']);
  const left = minus(ONE, toDecimal(target.margin, ['target', 'margin']));
  const kept = minus(ONE, toDecimal(target.offInvoiceRate ?? '0', ['target', 'offInvoiceRate']));
  const fixed = toDecimal(target.fixedOffInvoice ?? '0', ['target', 'fixedOffInvoice']);
  const increment = readIncrement(options);
  if (left.lte(0) || kept.lte(0)) return { ok: false, reasons: [{ code: 'unreachable', params: { supremum: '1' } }] };
  const [needed, share] = [plus(cost, times(fixed, left)), times(left, kept)];
  return {
    ok: true,
    price: ceilQuotient(needed, share, increment).toFixed(increment.dp()),
    exact: toText(divide(needed, share)),
  };
}
