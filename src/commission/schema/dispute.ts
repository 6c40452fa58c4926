import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';

/** What somebody objects to: the statement of a period, one line of it, or an entry of the ledger. */
export type DisputeTarget =
  | { readonly statement: { readonly period: string } }
  | { readonly line: { readonly period: string; readonly componentId: string; readonly transactionId: string | null } }
  | { readonly entry: string };

/** An objection to what was paid. Its way from `open` to the end is the lifecycle `commission-dispute`. */
export interface Dispute {
  readonly id: string;
  readonly payeeId: string;
  readonly planId: string;
  readonly target: DisputeTarget;
  readonly reason: string;
  /** What the payee asks for, signed, in the plan's currency. */
  readonly claimed: DecimalString;
  readonly opened: PlainDate;
  /** Absent while nothing is decided. */
  readonly resolution?:
    | { readonly decision: 'accepted'; readonly date: PlainDate; readonly amount: DecimalString }
    | { readonly decision: 'rejected' | 'withdrawn'; readonly date: PlainDate };
}
const id = /* @__PURE__ */ z.string().min(1);
/** An objection to what was paid. */
export const Dispute: z.ZodType<Dispute> = /* @__PURE__ */ z
  .strictObject({
    id,
    payeeId: id,
    planId: id,
    target: z.union([
      z.strictObject({ statement: z.strictObject({ period: PlainDate }).readonly() }).readonly(),
      z
        .strictObject({
          line: z.strictObject({ period: PlainDate, componentId: id, transactionId: id.nullable() }).readonly(),
        })
        .readonly(),
      z.strictObject({ entry: id }).readonly(),
    ]),
    reason: z.string(),
    claimed: DecimalString,
    opened: PlainDate,
    resolution: z
      .union([
        z.strictObject({ decision: z.literal('accepted'), date: PlainDate, amount: DecimalString }).readonly(),
        z.strictObject({ decision: z.enum(['rejected', 'withdrawn']), date: PlainDate }).readonly(),
      ])
      .exactOptional(),
  })
  .meta({ id: 'Dispute', title: 'Dispute', description: 'An objection to what was paid' });
