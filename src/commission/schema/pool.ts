import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import { Quantity } from './modifier.js';

/** Money for a group, and by what its members share it. */
export interface Pool {
  readonly id: string;
  readonly label?: string;
  /** ISO code. */
  readonly currency: string;
  /** The money, fixed or a part of the group's target pay, quota or measure. */
  readonly amount: Quantity;
  /** Ids of payees, each once. */
  readonly members: readonly string[];
  /** In equal parts, in proportion to a figure of each member, or by given weights. */
  readonly weights: 'equal' | 'measure' | 'attainment' | 'earned' | { readonly [payeeId: string]: DecimalString };
}
/** Money for a group, and by what its members share it. */
export const Pool: z.ZodType<Pool> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    label: z.string().exactOptional(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    amount: Quantity,
    members: z.array(z.string().min(1)).min(1).readonly(),
    weights: z.union([
      z.enum(['equal', 'measure', 'attainment', 'earned']),
      z.record(z.string(), DecimalString).readonly(),
    ]),
  })
  .meta({ id: 'Pool', title: 'Pool', description: 'Money for a group, and by what its members share it' });
