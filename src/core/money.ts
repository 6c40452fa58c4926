import { type CurrencyTable, findCurrency, isoCurrencies } from './currency.js';
import {
  type Decimal,
  type DecimalLike,
  type DecimalString,
  divide,
  minus,
  plus,
  times,
  toDecimal,
  toText,
} from './decimal.js';
import type { Path } from './errors.js';
import { fail } from './fail.js';

/**
 * An amount in a currency. The type carries the code, so adding `Money<'USD'>` to `Money<'EUR'>` does not compile.
 * Amounts are exact: nothing but a rounding function or the division of {@link divideMoney} ever drops a digit.
 */
export interface Money<C extends string = string> {
  readonly amount: DecimalString;
  readonly currency: C;
}

/**
 * An amount in a currency, with the amount in canonical form.
 *
 * @param amount any decimal; digits beyond the minor unit are kept
 * @param currency code of a currency of the table
 * @param currencies default ISO 4217
 * @throws SalesModelError `currency.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { money } from 'salesmodel/core';
 *
 * money(1234.5, 'USD'); // => { amount: '1234.5', currency: 'USD' }
 */
export function money<C extends string>(
  amount: DecimalLike,
  currency: C,
  currencies: CurrencyTable = isoCurrencies,
): Money<C> {
  findCurrency(currency, currencies, ['currency']);
  return moneyOf(toDecimal(amount, ['amount']), currency);
}

/**
 * The exact sum of two amounts.
 *
 * @param a amount
 * @param b amount in the same currency
 * @throws SalesModelError `money.currencyMismatch`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { addMoney, money } from 'salesmodel/core';
 *
 * addMoney(money('0.1', 'EUR'), money('0.2', 'EUR')); // => { amount: '0.3', currency: 'EUR' }
 */
export function addMoney<C extends string>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  return moneyOf(plus(amountOf(a, ['a']), sameCurrency(b, a.currency, ['b'])), a.currency);
}

/**
 * The exact difference of two amounts.
 *
 * @param a amount
 * @param b amount in the same currency, to be taken from `a`
 * @throws SalesModelError `money.currencyMismatch`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { money, subtractMoney } from 'salesmodel/core';
 *
 * subtractMoney(money('0.1', 'EUR'), money('0.2', 'EUR')); // => { amount: '-0.1', currency: 'EUR' }
 */
export function subtractMoney<C extends string>(a: Money<C>, b: Money<NoInfer<C>>): Money<C> {
  return moneyOf(minus(amountOf(a, ['a']), sameCurrency(b, a.currency, ['b'])), a.currency);
}

/**
 * The exact sum of a list of amounts; zero for an empty list.
 *
 * @param list amounts, all in the currency
 * @param currency code of the sum
 * @throws SalesModelError `money.currencyMismatch`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { money, sumMoney } from 'salesmodel/core';
 *
 * sumMoney([money('0.1', 'EUR'), money('0.2', 'EUR')], 'EUR'); // => { amount: '0.3', currency: 'EUR' }
 */
export function sumMoney<C extends string>(list: readonly Money<NoInfer<C>>[], currency: C): Money<C> {
  const amounts = list.map((one, index) => sameCurrency(one, currency, [index]));
  return moneyOf(
    amounts.reduce((sum, amount) => plus(sum, amount), toDecimal(0)),
    currency,
  );
}

/**
 * The exact product of an amount and a number.
 *
 * @param value amount
 * @param factor any decimal
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { money, multiplyMoney } from 'salesmodel/core';
 *
 * multiplyMoney(money('19.99', 'EUR'), '0.075'); // => { amount: '1.49925', currency: 'EUR' }
 */
export function multiplyMoney<C extends string>(value: Money<C>, factor: DecimalLike): Money<C> {
  return moneyOf(times(amountOf(value, ['value']), toDecimal(factor, ['factor'])), value.currency);
}

/**
 * The quotient of an amount and a number, exact where it ends, else to 40 significant digits, half even.
 *
 * @param value amount
 * @param divisor any decimal but 0
 * @throws SalesModelError `money.divideByZero`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { divideMoney, money } from 'salesmodel/core';
 *
 * divideMoney(money('10', 'EUR'), 4); // => { amount: '2.5', currency: 'EUR' }
 * divideMoney(money('10', 'EUR'), 3).amount; // => '3.333333333333333333333333333333333333333'
 */
export function divideMoney<C extends string>(value: Money<C>, divisor: DecimalLike): Money<C> {
  const by = toDecimal(divisor, ['divisor']);
  if (by.isZero()) fail('money.divideByZero', ['divisor']);
  return moneyOf(divide(amountOf(value, ['value']), by), value.currency);
}

/**
 * The amount with the opposite sign.
 *
 * @param value amount
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { money, negateMoney } from 'salesmodel/core';
 *
 * negateMoney(money('5', 'EUR')); // => { amount: '-5', currency: 'EUR' }
 */
export function negateMoney<C extends string>(value: Money<C>): Money<C> {
  return moneyOf(amountOf(value, ['value']).negated(), value.currency);
}

/** Money of an amount that was read already. */
export function moneyOf<C extends string>(amount: Decimal, currency: C): Money<C> {
  return { amount: toText(amount), currency };
}

/** The amount of a money, read. */
export function amountOf(value: Money, path: Path): Decimal {
  return toDecimal(value.amount, [...path, 'amount']);
}

/** The amount of a money that must be in a currency. */
export function sameCurrency(value: Money, currency: string, path: Path): Decimal {
  if (value.currency !== currency) {
    fail('money.currencyMismatch', [...path, 'currency'], { expected: currency, currency: value.currency });
  }
  return amountOf(value, path);
}
