import { type Currency, type CurrencyTable, findCurrency, isoCurrencies, minorUnit } from './currency.js';
import type { Decimal } from './decimal.js';
import { amountOf, type Money } from './money.js';
import { oneOf } from './oneOf.js';
import { ROUNDING_MODES, roundDecimal, type RoundingMode, type RoundingPolicy, toIncrement } from './rounding.js';

/**
 * An amount rounded by a policy, with the decimals of its currency, or of the increment if that has more.
 *
 * @param value amount
 * @param policy `increment`: default one minor unit; `mode`: default `halfEven`
 * @param currencies default ISO 4217
 * @throws SalesModelError `currency.unknown`, `rounding.increment`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { money, roundMoney } from 'salesmodel/core';
 *
 * roundMoney(money('1.2', 'USD')); // => { amount: '1.20', currency: 'USD' }
 * roundMoney(money('12.5', 'JPY'), { mode: 'halfUp' }); // => { amount: '13', currency: 'JPY' }
 * roundMoney(money('1234.5', 'USD'), { increment: '5' }); // => { amount: '1235.00', currency: 'USD' }
 */
export function roundMoney<C extends string>(
  value: Money<C>,
  policy: Pick<RoundingPolicy, 'increment' | 'mode'> = {},
  currencies: CurrencyTable = isoCurrencies,
): Money<C> {
  const currency = findCurrency(value.currency, currencies, ['value', 'currency']);
  const increment = toIncrement(policy.increment ?? minorUnit(currency), ['policy', 'increment']);
  const mode = oneOf(policy.mode ?? 'halfEven', ROUNDING_MODES, ['policy', 'mode']);
  return rounded(value, currency, increment, mode);
}

/**
 * An amount rounded to what can be paid in cash: the currency's cash increment, or its minor unit where it has none.
 * For payable totals only; lines and taxes keep their minor units.
 *
 * @param value amount
 * @param mode default `halfUp`, the usual rule at the till
 * @param currencies default ISO 4217 with the cash increments set by national rules
 * @throws SalesModelError `currency.unknown`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { money, roundCash } from 'salesmodel/core';
 *
 * roundCash(money('12.32', 'CHF')); // => { amount: '12.30', currency: 'CHF' }
 * roundCash(money('12.33', 'CHF')); // => { amount: '12.35', currency: 'CHF' }
 */
export function roundCash<C extends string>(
  value: Money<C>,
  mode: RoundingMode = 'halfUp',
  currencies: CurrencyTable = isoCurrencies,
): Money<C> {
  const currency = findCurrency(value.currency, currencies, ['value', 'currency']);
  const increment = toIncrement(currency.cashIncrement ?? minorUnit(currency), ['currencies', value.currency]);
  return rounded(value, currency, increment, oneOf(mode, ROUNDING_MODES, ['mode']));
}

function rounded<C extends string>(
  value: Money<C>,
  currency: Currency,
  increment: Decimal,
  mode: RoundingMode,
): Money<C> {
  const amount = roundDecimal(amountOf(value, ['value']), increment, mode);
  return { amount: amount.toFixed(Math.max(currency.exponent, increment.dp())), currency: value.currency };
}
