import * as z from 'zod';
import { toDecimal, plus, ZERO } from '../../core/decimal.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { PlainDate } from '../../core/schema/date.js';

/** A quantity that moved on a day. */
export interface Movement {
  readonly on: PlainDate;
  readonly quantity: DecimalString;
}

/** A product of an order, with what of it was shipped and delivered. */
export interface OrderLine {
  readonly id: string;
  readonly sku: string;
  readonly quantity: DecimalString;
  readonly price: DecimalString;
  readonly due: PlainDate;
  readonly shipped: readonly Movement[];
  readonly delivered: readonly Movement[];
}

/** An order of a partner or a customer. */
export interface Order {
  readonly id: string;
  readonly partner?: string;
  readonly customer?: string;
  readonly placedOn: PlainDate;
  readonly lines: readonly OrderLine[];
}

const movements = /* @__PURE__ */ z
  .array(/* @__PURE__ */ z.strictObject({ on: PlainDate, quantity: DecimalString }))
  .readonly();

/** A product of an order, with what of it was shipped and delivered. */
export const OrderLine: z.ZodType<OrderLine> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    sku: z.string().min(1),
    quantity: DecimalString,
    price: DecimalString,
    due: PlainDate,
    shipped: movements,
    delivered: movements,
  })
  .refine(({ shipped, delivered }) => sum(delivered).lte(sum(shipped)), {
    error: 'must not have more delivered than shipped',
  })
  .meta({ id: 'OrderLine', title: 'Order line', description: 'A product of an order and what of it has moved.' });

/** An order of a partner or a customer. */
export const Order: z.ZodType<Order> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    partner: z.string().min(1).exactOptional(),
    customer: z.string().min(1).exactOptional(),
    placedOn: PlainDate,
    lines: z.array(OrderLine).readonly(),
  })
  .refine(({ partner, customer }) => (partner === undefined) !== (customer === undefined), {
    error: 'must have either a partner or a customer',
  })
  .meta({ id: 'Order', title: 'Order', description: 'An order of a partner or a customer.' });

function sum(moved: readonly Movement[]): typeof ZERO {
  return moved.reduce((total, { quantity }) => plus(total, toDecimal(quantity)), ZERO);
}
