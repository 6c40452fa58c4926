import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';

/** Something that happened to a payee or a transaction. */
export interface RunEvent {
  /** `termination`: the payee leaves, with this day as the last one; other types have no effect on draws. */
  readonly type: string;
  readonly date: PlainDate;
  readonly payeeId?: string;
  readonly transactionId?: string;
}
/** Something that happened to a payee or a transaction. */
export const RunEvent: z.ZodType<RunEvent> = /* @__PURE__ */ z
  .strictObject({
    type: z.string().min(1),
    date: PlainDate,
    payeeId: z.string().min(1).exactOptional(),
    transactionId: z.string().min(1).exactOptional(),
  })
  .meta({ id: 'RunEvent', title: 'Run event', description: 'Something that happened to a payee or a transaction' });
