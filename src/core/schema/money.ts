import * as z from 'zod';
import type { Money as MoneyType } from '../money.js';
import type { RateQuote as Quote, RateTable as Table } from '../rateTable.js';
import { PlainDate } from './date.js';
import { DecimalString } from './decimal.js';

/** An amount in a currency. */
export type Money = MoneyType;
export const Money: z.ZodType<Money> = /* @__PURE__ */ z
  .strictObject({ amount: DecimalString, currency: z.string().min(1) })
  .meta({ id: 'Money', title: 'Money', description: 'An amount in a currency' });

/** One unit of `from` was worth `rate` units of `to` on a day. */
export type RateQuote = Quote;
export const RateQuote: z.ZodType<RateQuote> = /* @__PURE__ */ z
  .strictObject({ from: z.string().min(1), to: z.string().min(1), rate: DecimalString, on: PlainDate })
  .meta({
    id: 'RateQuote',
    title: 'Exchange rate',
    description: 'Units of one currency for a unit of another on a day',
  });

/** Dated exchange rates, in any order. */
export type RateTable = Table;
export const RateTable: z.ZodType<RateTable> = /* @__PURE__ */ z
  .array(RateQuote)
  .readonly()
  .meta({ id: 'RateTable', title: 'Exchange rates', description: 'Dated exchange rates, in any order' });
