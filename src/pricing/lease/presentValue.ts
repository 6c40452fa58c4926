import { Decimal, divide, ONE, plus, toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { roundDecimal } from '../../core/rounding.js';
import { fail } from '../fail.js';
import type { Flows } from './cashFlows.js';
import { type CashFlow, type OfferTerms, RATE_CONVENTIONS } from './offer.js';

const TWELVE: Decimal = /* @__PURE__ */ new Decimal(12);

/** 1 + the rate of a month, to 60 digits where it does not end. */
export function monthlyFactor({ rate, convention }: Pick<OfferTerms, 'rate' | 'convention'>, path: Path): Decimal {
  oneOf(convention, RATE_CONVENTIONS, [...path, 'convention']);
  const yearly = toDecimal(rate, [...path, 'rate']);
  const factor = convention === 'effective' ? plus(ONE, yearly) : nominalFactor(yearly);
  if (factor.lte(0)) fail('pricing.discountRate', [...path, 'rate'], { value: rate });
  return convention === 'effective' ? factor.pow(ONE.div(TWELVE)) : factor;
}

/** 1 + a twelfth of a yearly rate. */
export function nominalFactor(yearly: Decimal): Decimal {
  return plus(ONE, divide(yearly, TWELVE));
}

/** What a unit at the end of each month is worth at the start, to 60 digits. */
export function discounts(factor: Decimal, months: number): Decimal[] {
  const one = ONE.div(factor);
  const all = [ONE];
  for (let month = 1; month <= months; month++) all.push(all[month - 1]!.mul(one));
  return all;
}

/** Payments with their present values: each is the step of the rounded sum so far, so that they add up to the rounded total. */
export function withPresentValues(
  flows: Flows,
  discount: readonly Decimal[],
  increment: Decimal,
): { readonly rows: CashFlow[]; readonly total: Decimal } {
  let sum = new Decimal(0);
  let shown = new Decimal(0);
  const rows: CashFlow[] = [];
  flows.forEach((amount, month) => {
    if (amount.isZero()) return;
    sum = sum.add(amount.mul(discount[month]!));
    const rounded = roundDecimal(sum, increment, 'halfUp');
    rows.push({ month, amount: amount.toFixed(), presentValue: textOf(rounded.sub(shown), increment) });
    shown = rounded;
  });
  return { rows, total: shown };
}

/** An amount with the decimals of the increment, never a negative zero. */
export function textOf(amount: Decimal, increment: Decimal): string {
  return (amount.isZero() ? new Decimal(0) : amount).toFixed(increment.dp());
}
