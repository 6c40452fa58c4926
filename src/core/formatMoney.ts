import { type CurrencyTable, findCurrency, isoCurrencies } from './currency.js';
import { toText } from './decimal.js';
import { fail } from './fail.js';
import { amountOf, type Money } from './money.js';

/** The most decimals that `Intl.NumberFormat` writes. */
const MAX_DECIMALS = 100;

/** Engines read strings of more integer digits than a double can hold as infinity. */
const MAX_INTEGER_DIGITS = 300;

/**
 * An amount as text of a locale, every digit of it: at least the decimals of the currency, more where the amount has more.
 * Separators, symbol and their places come from the engine's locale data, so the text may differ between engines; the digits never do.
 *
 * @param value amount
 * @param locale BCP 47 language tag, such as `de-CH`
 * @param currencies default ISO 4217
 * @throws SalesModelError `currency.unknown`, `option.unknown` (no language tag), `decimal.scale` (more than 100 decimals),
 * `decimal.tooLong` (more than 300 digits before the point), `decimal.invalid`
 * @example
 * import { formatMoney, money } from 'salesmodel/core';
 *
 * formatMoney(money('9007199254740993.01', 'USD'), 'en'); // => '$9,007,199,254,740,993.01'
 * formatMoney(money('1234.5', 'CNY'), 'zh-CN'); // => '¥1,234.50'
 */
export function formatMoney(value: Money, locale: string, currencies: CurrencyTable = isoCurrencies): string {
  const { code, exponent } = findCurrency(value.currency, currencies, ['value', 'currency']);
  const amount = amountOf(value, ['value']);
  const decimals = Math.max(exponent, amount.dp());
  if (decimals > MAX_DECIMALS) fail('decimal.scale', ['value', 'amount'], { scale: MAX_DECIMALS, value: value.amount });
  if (amount.e >= MAX_INTEGER_DIGITS) {
    fail('decimal.tooLong', ['value', 'amount'], { max: MAX_INTEGER_DIGITS, digits: amount.e + 1 });
  }
  // Intl takes codes of three letters only; the code for "no currency" holds the place of any other.
  const known = /^[A-Z]{3}$/.test(code);
  const format = new Intl.NumberFormat(checkedLocale(locale), {
    style: 'currency',
    currency: known ? code : 'XXX',
    currencyDisplay: known ? 'symbol' : 'code',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  // A string keeps its digits, where a number would lose those beyond 2^53.
  const parts = format.formatToParts(toText(amount) as `${number}`);
  return parts.map((part) => (part.type === 'currency' && !known ? code : part.value)).join('');
}

function checkedLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? refused(locale);
  } catch {
    return refused(locale);
  }
}

function refused(locale: string): never {
  return fail('option.unknown', ['locale'], { expected: 'BCP 47', value: locale });
}
