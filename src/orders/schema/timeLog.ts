import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';

/** How much of somebody's time an activity took: a share of the column that it stands in, or minutes. */
export interface TimeLog {
  readonly person?: string;
  readonly role?: string;
  readonly season?: string;
  /** Code of the activity. */
  readonly activity: string;
  /** Fraction of all the time of its person, role and season. */
  readonly share?: DecimalString;
  readonly minutes?: DecimalString;
  /** Order that the activity worked for. */
  readonly order?: string;
  readonly purpose?: string;
}
/** How much of somebody's time an activity took: a share of the column that it stands in, or minutes. */
export const TimeLog: z.ZodType<TimeLog> = /* @__PURE__ */ z
  .strictObject({
    person: z.string().min(1).exactOptional(),
    role: z.string().min(1).exactOptional(),
    season: z.string().min(1).exactOptional(),
    activity: z.string().min(1),
    share: DecimalString.exactOptional(),
    minutes: DecimalString.exactOptional(),
    order: z.string().min(1).exactOptional(),
    purpose: z.string().min(1).exactOptional(),
  })
  .refine(({ share, minutes }) => (share === undefined) !== (minutes === undefined), {
    error: 'must have either share or minutes',
  })
  .meta({ id: 'TimeLog', title: 'Time log', description: 'How much of somebody’s time an activity took.' });
