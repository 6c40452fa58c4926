import { currencyOf, minorUnit } from '../../core/currency.js';
import { type Decimal, type DecimalLike, type DecimalString, plus, toDecimal, toText } from '../../core/decimal.js';
import { explainInput, explainStep, type Explanation } from '../../core/explanation.js';
import { toIncrement } from '../../core/rounding.js';
import type { PlanPayment } from '../schema.js';
import { compilePayment } from './compilePayment.js';
import { explainPayment } from './explainPayment.js';
import { payOut } from './payOut.js';

/** What {@link settlePayments} starts from. */
export interface PaymentOptions {
  /** Carried into the first period, signed. Default "0". */
  readonly carry?: DecimalLike;
  /** Currency of the payments, for its smallest unit and its cash. Default: units of 0.01, no coarser cash. */
  readonly currency?: string;
}

/** A period after its payment: `payable + carryIn = payout + carryOut + forfeited − forgiven − cashRounding`. */
export interface PaymentSettlement {
  readonly carryIn: DecimalString;
  readonly payout: DecimalString;
  readonly carryOut: DecimalString;
  /** Above the maximum and lost. */
  readonly forfeited: DecimalString;
  /** Owed by the payee and not asked back. */
  readonly forgiven: DecimalString;
  /** What rounding to cash added, signed. */
  readonly cashRounding: DecimalString;
  readonly explanation: Explanation;
}

/**
 * Returns for each period what is paid of its payable and of what was carried in, and what goes on into the next: a
 * payable below the minimum, what is above the maximum, a negative payable. Both limits see the payable with what was
 * carried in.
 *
 * @param payment limits and what becomes of what is not paid
 * @param payables of periods, one after the other, signed, without what is carried in
 * @param options carried into the first period, currency
 * @throws SalesModelError `payment.negative` (a limit), `payment.limits` (a maximum below the minimum),
 * `option.unknown`, `rounding.increment`, `currency.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { settlePayments } from 'salesmodel/commission';
 *
 * const paid = settlePayments({ minimum: '50', maximum: '5000' }, ['7000', '30', '-2100', '60']);
 * paid.map(({ payout }) => payout); // => ['5000.00', '2030.00', '0.00', '0.00']
 * paid.map(({ carryOut }) => carryOut); // => ['2000.00', '0.00', '-2100.00', '-2040.00']
 */
export function settlePayments(
  payment: PlanPayment,
  payables: readonly DecimalLike[],
  options: PaymentOptions = {},
): readonly PaymentSettlement[] {
  const compiled = compilePayment(payment, ['payment']);
  const currency = options.currency === undefined ? null : currencyOf(options.currency);
  const unit = toIncrement(currency === null ? '0.01' : minorUnit(currency), ['options', 'currency']);
  const cashUnit = toDecimal(currency?.cashIncrement ?? toText(unit));
  const cash = compiled.cash === null ? null : (compiled.cash.increment ?? cashUnit);
  const money = (amount: Decimal): DecimalString => amount.toFixed(Math.max(unit.dp(), amount.dp()));
  const { carry: opening = '0' } = options;
  let carry = toDecimal(opening, ['options', 'carry']);
  let before: Explanation = explainInput(['options', 'carry'], given(opening));
  return payables.map((amount, index): PaymentSettlement => {
    const payable = toDecimal(amount, ['payables', index]);
    const carryIn = carry;
    const paid = payOut(plus(payable, carryIn), compiled, cash);
    carry = paid.carryOut;
    const nodes = [
      explainInput(['payables', index], given(amount)),
      ...(carryIn.isZero() ? [] : [explainStep('payment.carryIn', {}, toText(carryIn), [before])]),
    ];
    const node = explainPayment(paid, payment, nodes, ['payment']);
    before = explainStep('payment.carried', {}, toText(carry), [node]);
    return {
      carryIn: money(carryIn),
      payout: money(paid.due),
      carryOut: money(paid.carryOut),
      forfeited: money(paid.forfeited),
      forgiven: money(paid.forgiven),
      cashRounding: money(paid.cashRounding),
      explanation: { ...node, value: money(paid.due) },
    };
  });
}

/** What the caller gave, as an explanation can show it. */
function given(value: DecimalLike): string | number {
  return typeof value === 'number' || typeof value === 'string' ? value : toText(toDecimal(value));
}
