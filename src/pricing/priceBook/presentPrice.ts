import { findCurrency, isoCurrencies } from '../../core/currency.js';
import { Decimal, times, toText, ZERO } from '../../core/decimal.js';
import { roundDecimal } from '../../core/rounding.js';
import type { Ask } from './ask.js';
import type { Decision } from './bookEngine.js';
import { fractionToDecimal } from '../../core/decimalFraction.js';
import type { PricedUnit } from './priceBook.js';

/** The price of a requested unit, unrounded: that of a base unit times the size of the unit. */
export function unitPrice({ price }: Decision, { size }: Ask): Decimal {
  return fractionToDecimal({
    numerator: times(price.numerator, size.factor),
    denominator: times(price.denominator, size.per),
  });
}

/** A unit price at the scale of its currency, half up, never a negative zero. */
export function roundedPrice(exact: Decimal, currency: string): string {
  const known = findCurrency(currency, isoCurrencies, ['currency']);
  const amount = roundDecimal(exact, new Decimal(`1e-${known.exponent}`), 'halfUp');
  return (amount.isZero() ? ZERO : amount).toFixed(known.exponent);
}

/** A decision as a result. */
export function presentPrice(decision: Decision, ask: Ask): PricedUnit {
  const { rule, kind, price } = decision;
  const exact = unitPrice(decision, ask);
  const isCharge = rule !== null && 'charge' in rule.rule.price;
  return {
    status: 'priced',
    exact: toText(exact),
    amount: roundedPrice(exact, ask.currency),
    ...(isCharge
      ? {
          total: toText(
            ask.quantity.isZero()
              ? price.numerator
              : fractionToDecimal({ ...price, numerator: times(price.numerator, ask.quantity) }),
          ),
        }
      : {}),
    currency: ask.currency,
    unit: ask.unit,
    list: rule === null ? null : rule.list.list.code,
    rule: rule === null ? null : rule.rule.code,
    kind,
  };
}
