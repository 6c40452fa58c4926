import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import { PlainDate } from '../../core/schema/date.js';

/** An agreement with a partner or a customer. Its state is a lifecycle's, by `contractLifecycle`. */
export interface Contract {
  readonly id: string;
  readonly partner?: string;
  readonly customer?: string;
  readonly value: DecimalString;
  /** First day. */
  readonly from: PlainDate;
  /** First day on which it no longer holds. */
  readonly to: PlainDate;
  readonly signedOn?: PlainDate;
  readonly termination?: { readonly kind: 'dissolve' | 'refund' | 'dispute'; readonly reason: string };
}
/** An agreement with a partner or a customer. */
export const Contract: z.ZodType<Contract> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    partner: z.string().min(1).exactOptional(),
    customer: z.string().min(1).exactOptional(),
    value: DecimalString,
    from: PlainDate,
    to: PlainDate,
    signedOn: PlainDate.exactOptional(),
    termination: z
      .strictObject({ kind: z.enum(['dissolve', 'refund', 'dispute']), reason: z.string().min(1) })
      .exactOptional(),
  })
  .refine(({ partner, customer }) => (partner === undefined) !== (customer === undefined), {
    error: 'must have either a partner or a customer',
  })
  .refine(({ from, to }) => from < to, { error: 'must begin before it ends' })
  .meta({ id: 'Contract', title: 'Contract', description: 'An agreement with a partner or a customer.' });

/** A contract in the archive. */
export interface ArchiveRecord {
  readonly id: string;
  readonly contract: string;
  readonly archivedOn?: PlainDate;
  /** Who is responsible for it. */
  readonly keeper: string;
  readonly confidential: boolean;
  readonly keepUntil?: PlainDate;
}
/** A contract in the archive. */
export const ArchiveRecord: z.ZodType<ArchiveRecord> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    contract: z.string().min(1),
    archivedOn: PlainDate.exactOptional(),
    keeper: z.string().min(1),
    confidential: z.boolean(),
    keepUntil: PlainDate.exactOptional(),
  })
  .meta({ id: 'ArchiveRecord', title: 'Archive record', description: 'A contract in the archive.' });

/** A record that somebody took out of the archive. */
export interface Loan {
  readonly id: string;
  readonly record: string;
  readonly person: string;
  readonly approvedBy: string;
  readonly lentOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly returnedOn?: PlainDate;
}
/** A record that somebody took out of the archive. */
export const Loan: z.ZodType<Loan> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    record: z.string().min(1),
    person: z.string().min(1),
    approvedBy: z.string().min(1),
    lentOn: PlainDate,
    dueOn: PlainDate,
    returnedOn: PlainDate.exactOptional(),
  })
  .refine(({ lentOn, dueOn }) => lentOn <= dueOn, { error: 'must not be due before it is lent' })
  .meta({ id: 'Loan', title: 'Loan of a record', description: 'A record that somebody took out of the archive.' });
