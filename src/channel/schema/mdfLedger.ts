import * as z from 'zod';
import { toDecimal } from '../../core/decimal.js';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { CLAIM_STATES, type MdfLedger as Ledger } from '../mdf/mdfLedger.js';

const Id = /* @__PURE__ */ z.string().min(1);
const Amount = /* @__PURE__ */ DecimalString.refine((value) => !toDecimal(value).lt(0), {
  error: 'must not be negative',
});
const once = (rows: readonly { readonly id: string }[]): boolean =>
  new Set(rows.map(({ id }) => id)).size === rows.length;

/** @reexport */
export type MdfLedger = Ledger;
/** What a partner has been granted for marketing, and what it asked for. */
export const MdfLedger: z.ZodType<MdfLedger> = /* @__PURE__ */ z
  .strictObject({
    partner: Id.exactOptional(),
    currency: Id,
    accruals: z
      .array(z.strictObject({ id: Id, on: PlainDate, amount: Amount }))
      .readonly()
      .refine(once, { error: 'must have each id once' }),
    claims: z
      .array(
        z
          .strictObject({
            id: Id,
            on: PlainDate,
            amount: Amount,
            proof: Id.exactOptional(),
            state: z.enum(CLAIM_STATES),
          })
          .refine(({ state, proof }) => state !== 'approved' || proof !== undefined, {
            error: 'an approved claim must have a proof',
            path: ['proof'],
          }),
      )
      .readonly()
      .refine(once, { error: 'must have each id once' }),
    expiryDays: z.int().min(1),
  })
  .meta({
    id: 'MdfLedger',
    title: 'Ledger of marketing funds',
    description: 'What a partner has been granted for marketing, and what it asked for.',
  });
