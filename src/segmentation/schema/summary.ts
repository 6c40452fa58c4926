import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import { PlainDate } from '../../core/schema/date.js';
import type { RepeatRecency } from '../summary/recency.js';

/** One order, or one line of an order, of a customer. A negative amount takes back. */
export interface OrderRow {
  readonly customer: string;
  readonly date: PlainDate;
  readonly amount: DecimalString;
  /** The order that the row belongs to; needed where distinct orders are counted. */
  readonly id?: string;
  readonly profit?: DecimalString;
  /** All rows that name one name the same. */
  readonly currency?: string;
}
/** One order, or one line of an order, of a customer. A negative amount takes back. */
export const OrderRow: z.ZodType<OrderRow> = /* @__PURE__ */ z
  .strictObject({
    customer: z.string().min(1),
    date: PlainDate,
    amount: DecimalString,
    id: z.string().min(1).exactOptional(),
    profit: DecimalString.exactOptional(),
    currency: z.string().min(1).exactOptional(),
  })
  .meta({ id: 'OrderRow', title: 'Row of an order log', description: 'One order, or one line of an order.' });

const Count = /* @__PURE__ */ z.int().min(0);
const Day = /* @__PURE__ */ PlainDate.nullable();

/** What one customer bought up to a day. Without any order the days are `null`. */
export interface CustomerSummary {
  readonly customer: string;
  readonly firstOrder: PlainDate | null;
  readonly lastOrder: PlainDate | null;
  /** The last day of an order before `lastOrder`; `null` when all orders are of one day. */
  readonly previousOrder: PlainDate | null;
  readonly orders: number;
  /** Distinct days with an order. */
  readonly purchaseDays: number;
  readonly spend: DecimalString;
  /** Absent where the profit of a row is not known. */
  readonly profit?: DecimalString;
  readonly asOf: PlainDate;
}
/** What one customer bought up to a day. Without any order the days are `null`. */
export const CustomerSummary: z.ZodType<CustomerSummary> = /* @__PURE__ */ z
  .strictObject({
    customer: z.string().min(1),
    firstOrder: Day,
    lastOrder: Day,
    previousOrder: Day,
    orders: Count,
    purchaseDays: Count,
    spend: DecimalString,
    profit: DecimalString.exactOptional(),
    asOf: PlainDate,
  })
  .meta({
    id: 'CustomerSummary',
    title: 'Orders of a customer',
    description: 'What one customer bought up to a day.',
  });

/** The repeat purchases of one customer, as models of customer lifetime take them. */
export interface RepeatSummary {
  readonly customer: string;
  /** Purchase days after the first. */
  readonly x: number;
  /** Time from the first to the last purchase, 0 when `x` is. */
  readonly tx: RepeatRecency;
  /** Time from the first purchase to the end of observation. */
  readonly T: number;
  /** Mean of what was spent a purchase day after the first, `null` when `x` is 0. */
  readonly meanSpend: DecimalString | null;
  readonly unit: 'day' | 'week' | 'month';
}
/** The repeat purchases of one customer, as models of customer lifetime take them. */
export const RepeatSummary: z.ZodType<RepeatSummary> = /* @__PURE__ */ z
  .strictObject({
    customer: z.string().min(1),
    x: Count,
    tx: z.number().min(0),
    T: z.number().min(0),
    meanSpend: DecimalString.nullable(),
    unit: z.enum(['day', 'week', 'month']),
  })
  .refine(({ x, tx, T, meanSpend }) => tx <= T && (x === 0) === (tx === 0) && (x === 0) === (meanSpend === null))
  .meta({
    id: 'RepeatSummary',
    title: 'Repeat purchases of a customer',
    description: 'The repeat purchases of one customer, as models of customer lifetime take them.',
  });
