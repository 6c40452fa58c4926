import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { Collection } from './transaction.js';

/** A claim on a customer and what came in on it. */
export interface Receivable {
  readonly id: string;
  /** Day of the invoice. */
  readonly issued: PlainDate;
  /** Last day on which payment is in time. */
  readonly due: PlainDate;
  readonly amount: DecimalString;
  /** In the claim's currency. */
  readonly collections?: readonly Collection[];
}
/** A claim on a customer and what came in on it. */
export const Receivable: z.ZodType<Receivable> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    issued: PlainDate,
    due: PlainDate,
    amount: DecimalString,
    collections: z.array(Collection).readonly().exactOptional(),
  })
  .meta({ id: 'Receivable', title: 'Receivable', description: 'A claim on a customer and what came in on it' });
