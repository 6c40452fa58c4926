import { compare } from './decimal.js';
import { amountOf, type Money, sameCurrency } from './money.js';
import { type Ratio, ratioOf } from './ratio.js';

/**
 * -1, 0 or 1 as the first amount is less than, equal to or greater than the second; `0.10` equals `0.1`.
 *
 * @param a amount
 * @param b amount in the same currency
 * @throws SalesModelError `money.currencyMismatch`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { compareMoney, money } from 'salesmodel/core';
 *
 * compareMoney(money('9.99', 'EUR'), money('10', 'EUR')); // => -1
 */
export function compareMoney<C extends string>(a: Money<C>, b: Money<NoInfer<C>>): -1 | 0 | 1 {
  return compare(amountOf(a, ['a']), sameCurrency(b, a.currency, ['b']));
}

/**
 * The least of some amounts, the first of equals.
 *
 * @param first amount
 * @param rest more amounts in the same currency
 * @throws SalesModelError `money.currencyMismatch`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { minMoney, money } from 'salesmodel/core';
 *
 * minMoney(money('10', 'EUR'), money('9.99', 'EUR')); // => { amount: '9.99', currency: 'EUR' }
 */
export function minMoney<C extends string>(first: Money<C>, ...rest: readonly Money<NoInfer<C>>[]): Money<C> {
  return extreme(-1, first, rest);
}

/**
 * The greatest of some amounts, the first of equals.
 *
 * @param first amount
 * @param rest more amounts in the same currency
 * @throws SalesModelError `money.currencyMismatch`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { maxMoney, money } from 'salesmodel/core';
 *
 * maxMoney(money('10', 'EUR'), money('9.99', 'EUR')); // => { amount: '10', currency: 'EUR' }
 */
export function maxMoney<C extends string>(first: Money<C>, ...rest: readonly Money<NoInfer<C>>[]): Money<C> {
  return extreme(1, first, rest);
}

/**
 * Whether an amount is zero.
 *
 * @param value amount
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { isZeroMoney, money } from 'salesmodel/core';
 *
 * isZeroMoney(money('0.00', 'EUR')); // => true
 */
export function isZeroMoney(value: Money): boolean {
  return amountOf(value, ['value']).isZero();
}

/**
 * The sign of an amount: -1, 0 or 1.
 *
 * @param value amount
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { money, moneySign } from 'salesmodel/core';
 *
 * moneySign(money('-0.01', 'EUR')); // => -1
 */
export function moneySign(value: Money): -1 | 0 | 1 {
  const amount = amountOf(value, ['value']);
  return amount.isZero() ? 0 : amount.isNegative() ? -1 : 1;
}

/**
 * The ratio of two amounts of one currency; its `value` is null where the second is 0.
 *
 * @param numerator amount
 * @param denominator amount in the same currency
 * @throws SalesModelError `money.currencyMismatch`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { money, moneyRatio } from 'salesmodel/core';
 *
 * moneyRatio(money('45000', 'EUR'), money('60000', 'EUR')); // => { numerator: '45000', denominator: '60000', value: '0.75' }
 */
export function moneyRatio<C extends string>(numerator: Money<C>, denominator: Money<NoInfer<C>>): Ratio {
  return ratioOf(amountOf(numerator, ['numerator']), sameCurrency(denominator, numerator.currency, ['denominator']));
}

function extreme<C extends string>(direction: -1 | 1, first: Money<C>, rest: readonly Money<C>[]): Money<C> {
  let best = first;
  let bestAmount = amountOf(first, ['first']);
  for (const [index, one] of rest.entries()) {
    const amount = sameCurrency(one, first.currency, ['rest', index]);
    if (compare(amount, bestAmount) === direction) [best, bestAmount] = [one, amount];
  }
  return best;
}
