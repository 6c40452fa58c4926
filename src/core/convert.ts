import { dayNumber, type PlainDate } from './date.js';
import { type Decimal, divide, ONE, times } from './decimal.js';
import type { Reason } from './errors.js';
import { amountOf, type Money, moneyOf } from './money.js';
import { compileRates, type FoundRate, type RateOptions, type RateTable, type UsedQuote } from './rateTable.js';

/** The rates of a conversion and its day. */
export interface ConvertOptions extends RateOptions {
  readonly rates: RateTable;
  readonly on: PlainDate;
}

/** The converted amount with the quote that made it, or the rates that are missing. */
export type Conversion<C extends string> =
  | { readonly ok: true; readonly money: Money<C>; readonly quote: UsedQuote }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * An amount in another currency, unrounded; or `missingRate` with the currencies and the day for each rate that is not there.
 * A quote of the pair itself comes first, then the opposite quote if `inverse` is true, then the way through `via`.
 *
 * @param money amount
 * @param to code of the currency wanted
 * @param options `rates`: dated quotes; `on`: the day; `policy`: `exact` (default) takes quotes of that day only,
 * `previous` the newest of that day and before; `inverse`, `via`: allow opposite quotes, a third currency
 * @throws SalesModelError `rates.notPositive`, `rates.duplicate`, `rates.sameCurrency`, `date.invalid`, `option.unknown`,
 * `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { convert, money } from 'salesmodel/core';
 *
 * const rates = [{ from: 'EUR', to: 'USD', rate: '1.0837', on: '2026-03-31' }];
 * convert(money('19.99', 'EUR'), 'USD', { rates, on: '2026-03-31' });
 * // => { ok: true, money: { amount: '21.663163', currency: 'USD' }, quote: { from: 'EUR', to: 'USD', rate: '1.0837', legs: [{ from: 'EUR', to: 'USD', rate: '1.0837', on: '2026-03-31', inverted: false }] } }
 * convert(money('19.99', 'USD'), 'EUR', { rates, on: '2026-03-31' });
 * // => { ok: false, reasons: [{ code: 'missingRate', params: { from: 'USD', to: 'EUR', on: '2026-03-31' } }] }
 */
export function convert<C extends string>(money: Money, to: C, options: ConvertOptions): Conversion<C> {
  const { rates, on, via } = options;
  const day = dayNumber(on, ['on']);
  const find = compileRates(rates, options);
  const amount = amountOf(money, ['money']);
  const found = find(money.currency, to, day);
  if (found !== undefined) return { ok: true, money: moneyOf(converted(amount, found), to), quote: found.quote };

  const through = via !== undefined && via !== money.currency && via !== to;
  const legs: [string, string][] = through
    ? [
        [money.currency, via],
        [via, to],
      ]
    : [[money.currency, to]];
  const missing = legs.filter(([from, into]) => find(from, into, day) === undefined);
  return {
    ok: false,
    reasons: missing.map(([from, into]) => ({ code: 'missingRate', params: { from, to: into, on } })),
  };
}

/** An amount at a found rate: exact, or one division at the end where a quote was inverted. */
export function converted(amount: Decimal, { multiplier, divisor }: FoundRate): Decimal {
  const product = times(amount, multiplier);
  return divisor.eq(ONE) ? product : divide(product, divisor);
}
