import * as z from 'zod';
import type { Currency as CurrencyType } from '../currency.js';
import type { Money as MoneyType } from '../money.js';
import type { RateQuote as RateQuoteType, RateTable as RateTableType } from '../rateTable.js';
import { PlainDate } from './date.js';
import { DecimalString } from './decimal.js';

/** The form of a code; whether the currency exists is a question for a table of currencies. */
const code = /* @__PURE__ */ z.string().regex(/^[A-Z][A-Z0-9]{2,11}$/);

/** @reexport */
export type Currency = CurrencyType;
/** A currency: its code, its number and how far it is divided. */
export const Currency: z.ZodType<Currency> = /* @__PURE__ */ z
  .strictObject({
    code,
    numeric: z
      .string()
      .regex(/^\d{3}$/)
      .nullable(),
    exponent: z.int().min(0).max(30),
    cashIncrement: DecimalString.nullable(),
  })
  .meta({ id: 'Currency', title: 'Currency', description: 'A currency and its minor unit' });

/** @reexport */
export type Money<C extends string = string> = MoneyType<C>;
/** An amount in a currency. */
export const Money: z.ZodType<Money> = /* @__PURE__ */ z
  .strictObject({ amount: DecimalString, currency: code })
  .meta({ id: 'Money', title: 'Money', description: 'An exact amount in a currency' });

/** @reexport */
export type RateQuote = RateQuoteType;
/** One unit of `from` was worth `rate` units of `to` on a day. */
export const RateQuote: z.ZodType<RateQuote> = /* @__PURE__ */ z
  .strictObject({ from: code, to: code, rate: DecimalString, on: PlainDate })
  .meta({
    id: 'RateQuote',
    title: 'Exchange rate',
    description: 'Units of one currency for one unit of another on a day',
  });

/** @reexport */
export type RateTable = RateTableType;
/** Dated exchange rates, in any order. */
export const RateTable: z.ZodType<RateTable> = /* @__PURE__ */ z
  .array(RateQuote)
  .readonly()
  .meta({ id: 'RateTable', title: 'Exchange rates', description: 'Dated exchange rates, in any order' });
