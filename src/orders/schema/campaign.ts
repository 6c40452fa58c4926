import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import { Period } from '../../core/schema/period.js';

/** A promotion that has a plan and a result, all in one currency. */
export interface Campaign {
  readonly id: string;
  readonly period: Period;
  readonly channel: 'online' | 'offline' | 'both';
  readonly content: string;
  readonly budget: DecimalString;
  /** Quantity that would have been sold without it. */
  readonly baselineQty: DecimalString;
  readonly actualQty: DecimalString;
  /** Margin of a unit at its usual price. */
  readonly unitMargin: DecimalString;
  /** Taken off each unit. */
  readonly discount: DecimalString;
  readonly fixedCost: DecimalString;
  /** Margin lost on other products. */
  readonly cannibalised?: DecimalString;
  /** Margin won on other products. */
  readonly halo?: DecimalString;
}
/** A promotion that has a plan and a result, all in one currency. */
export const Campaign: z.ZodType<Campaign> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    period: Period,
    channel: z.enum(['online', 'offline', 'both']),
    content: z.string(),
    budget: DecimalString,
    baselineQty: DecimalString,
    actualQty: DecimalString,
    unitMargin: DecimalString,
    discount: DecimalString,
    fixedCost: DecimalString,
    cannibalised: DecimalString.exactOptional(),
    halo: DecimalString.exactOptional(),
  })
  .meta({ id: 'Campaign', title: 'Campaign', description: 'A promotion that has a plan and a result.' });
