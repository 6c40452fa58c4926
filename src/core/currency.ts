import { CASH_INCREMENTS, ISO_4217 } from './currencyTable.js';
import { Decimal, type DecimalString, toText } from './decimal.js';
import type { Path } from './errors.js';
import { fail } from './fail.js';
import { toIncrement } from './rounding.js';

/**
 * The ISO 4217 codes in use that have a minor unit.
 *
 * @useDeclaredType
 */
export type CurrencyCode = keyof typeof ISO_4217;

/** A currency: its code, its number and how far it is divided. */
export interface Currency<C extends string = string> {
  readonly code: C;
  /** ISO 4217 numeric code of three digits; null for a currency of your own. */
  readonly numeric: string | null;
  /** Decimals of the minor unit: 2 for cents, 0 where there is none. */
  readonly exponent: number;
  /** Smallest amount payable in cash, where it is not one minor unit. */
  readonly cashIncrement: DecimalString | null;
}

/** Currencies by code. A plain value: pass your own where a function takes one, there is no registry. */
export type CurrencyTable = Readonly<Record<string, Currency>>;

/** The currencies of ISO 4217, of the edition that `CURRENCY_EDITION` names: the default wherever a table of currencies is taken. */
export const isoCurrencies: CurrencyTable = /* @__PURE__ */ Object.fromEntries(
  /* @__PURE__ */ Object.entries(ISO_4217).map(([code, [numeric, exponent]]) => [
    code,
    { code, numeric, exponent, cashIncrement: CASH_INCREMENTS[code] ?? null },
  ]),
);

/** The largest exponent of a currency of one's own; enough for every token in use. */
const MAX_EXPONENT = 30;

/**
 * A table of currencies that has one more, or one changed.
 *
 * @param currency `code`: 3 to 12 capital letters or digits, a letter first; `exponent`: decimals of its minor unit, 0 to 30
 * @param currencies the table to extend, default ISO 4217; it stays as it is
 * @throws SalesModelError `currency.invalid`, `rounding.increment`, `decimal.invalid`
 * @example
 * import { defineCurrency, money, roundMoney } from 'salesmodel/core';
 *
 * const currencies = defineCurrency({ code: 'POINTS', exponent: 0 });
 * roundMoney(money('12.6', 'POINTS', currencies), {}, currencies); // => { amount: '13', currency: 'POINTS' }
 */
export function defineCurrency(
  currency: { readonly code: string; readonly exponent: number } & Partial<Currency>,
  currencies: CurrencyTable = isoCurrencies,
): CurrencyTable {
  const { code, exponent, numeric = null, cashIncrement = null } = currency;
  if (!/^[A-Z][A-Z0-9]{2,11}$/.test(code)) refuse('code', 'A…Z 0…9, 3…12', code);
  if (!Number.isInteger(exponent) || exponent < 0 || exponent > MAX_EXPONENT) {
    refuse('exponent', `0…${MAX_EXPONENT}`, exponent);
  }
  if (numeric !== null && !/^\d{3}$/.test(numeric)) refuse('numeric', '000…999', numeric);
  if (cashIncrement !== null) toIncrement(cashIncrement, ['currency', 'cashIncrement']);
  return { ...currencies, [code]: { code, numeric, exponent, cashIncrement } };
}

/**
 * The currency of a code.
 *
 * @param code alphabetic code, such as `EUR`
 * @param currencies the table to look in, default ISO 4217
 * @throws SalesModelError `currency.unknown`
 * @example
 * import { currencyOf } from 'salesmodel/core';
 *
 * currencyOf('CHF'); // => { code: 'CHF', numeric: '756', exponent: 2, cashIncrement: '0.05' }
 */
export function currencyOf<C extends string>(code: C, currencies: CurrencyTable = isoCurrencies): Currency<C> {
  return findCurrency(code, currencies, ['code']);
}

/** {@link currencyOf} with the place of the code in the input. */
export function findCurrency<C extends string>(code: C, currencies: CurrencyTable, path: Path): Currency<C> {
  if (!Object.hasOwn(currencies, code)) fail('currency.unknown', path, { value: code });
  return currencies[code] as Currency<C>;
}

/** One minor unit of a currency, such as 0.01. */
export function minorUnit(currency: Currency): DecimalString {
  return toText(new Decimal(10).pow(-currency.exponent));
}

function refuse(field: string, expected: string, value: unknown): never {
  return fail('currency.invalid', ['currency', field], { expected, value });
}
