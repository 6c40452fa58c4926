import { type DecimalLike, type DecimalString, minus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { notNegative } from '../read.js';

/** The credit of a partner, in one currency. */
export interface CreditFacts {
  readonly limit: DecimalLike;
  /** What is used: open invoices and orders. */
  readonly used: DecimalLike;
  /** The part of it that is overdue. Default 0. */
  readonly overdue?: DecimalLike;
  readonly onHold?: boolean;
}

/** Whether an order may be taken on credit, and what is still free. */
export type CreditCheck =
  | { readonly ok: true; readonly free: DecimalString }
  | { readonly ok: false; readonly free: DecimalString; readonly reasons: readonly Reason[] };

/**
 * Returns whether an order fits into the credit of a partner, or all of `onHold`, `overdue`, `overLimit`.
 *
 * @param credit limit, use, overdue amount, hold
 * @param amount of the order; exactly what is free is allowed
 * @throws SalesModelError `quantity.negative`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { creditCheck } from 'salesmodel/orders';
 *
 * creditCheck({ limit: 50000, used: 32000 }, 18000); // => { ok: true, free: '18000' }
 * const refused = creditCheck({ limit: 50000, used: 32000, overdue: 900 }, 20000);
 * refused.ok || refused.reasons.map(({ code }) => code); // => [ 'amountOverdue', 'overLimit' ]
 */
export function creditCheck(
  { limit, used, overdue = ZERO, onHold = false }: CreditFacts,
  amount: DecimalLike,
): CreditCheck {
  const free = minus(toDecimal(limit, ['credit', 'limit']), toDecimal(used, ['credit', 'used']));
  const late = notNegative(overdue, ['credit', 'overdue']);
  const asked = notNegative(amount, ['amount']);
  const excess = minus(asked, free);
  const reasons: readonly Reason[] = [
    ...(onHold ? [{ code: 'onHold', params: {} }] : []),
    ...(late.gt(0) ? [{ code: 'amountOverdue', params: { overdue: toText(late) } }] : []),
    ...(excess.gt(0)
      ? [{ code: 'overLimit', params: { amount: toText(asked), free: toText(free), excess: toText(excess) } }]
      : []),
  ];
  return reasons.length === 0 ? { ok: true, free: toText(free) } : { ok: false, free: toText(free), reasons };
}
