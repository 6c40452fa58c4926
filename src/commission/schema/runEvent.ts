import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';

/** Something that happened to a payee, to a transaction or (without either) to everybody. */
export interface RunEvent {
  /**
   * `termination`: the payee leaves, with this day as the last one; `holdReleased` ends holds; any other type is for the
   * schedules that name it.
   */
  readonly type: string;
  readonly date: PlainDate;
  readonly payeeId?: string;
  readonly transactionId?: string;
}
/** Something that happened to a payee, to a transaction or (without either) to everybody. */
export const RunEvent: z.ZodType<RunEvent> = /* @__PURE__ */ z
  .strictObject({
    type: z.string().min(1),
    date: PlainDate,
    payeeId: z.string().min(1).exactOptional(),
    transactionId: z.string().min(1).exactOptional(),
  })
  .meta({ id: 'RunEvent', title: 'Run event', description: 'Something that happened to a payee or a transaction' });
