import * as z from 'zod';
import type { DecimalString as Decimals } from '../../core/decimal.js';
import { DecimalString } from '../../core/schema/decimal.js';

/** What a partner reports of its stock of a product in a period. */
export interface ChannelInventory {
  readonly partner: string;
  readonly sku: string;
  /** Name of the period; periods are in the order of their names, such as `2026-03`. */
  readonly period: string;
  readonly opening: Decimals;
  /** Received, not negative. */
  readonly in: Decimals;
  /** Sold, not negative. */
  readonly out: Decimals;
  /** Sent back to the maker, not negative. */
  readonly returns: Decimals;
  /** Found more (positive) or less (negative) than expected. */
  readonly adjustment: Decimals;
  readonly closing: Decimals;
}

/** What a partner reports of its stock of a product in a period. */
export const ChannelInventory: z.ZodType<ChannelInventory> = /* @__PURE__ */ z
  .strictObject({
    partner: z.string().min(1),
    sku: z.string().min(1),
    period: z.string().min(1),
    opening: DecimalString,
    in: DecimalString,
    out: DecimalString,
    returns: DecimalString,
    adjustment: DecimalString,
    closing: DecimalString,
  })
  .refine((report) => [report.in, report.out, report.returns].every((flow) => !flow.startsWith('-')), {
    error: 'must have no negative in, out or returns',
  })
  .meta({
    id: 'ChannelInventory',
    title: 'Stock report of a partner',
    description: 'What a partner reports of its stock of a product in a period.',
  });
