import * as z from 'zod';
import type { PlainDate as Text } from '../date.js';
import { NO_DAY, parseDay } from '../parseDay.js';

/**
 * A calendar date `YYYY-MM-DD` from 0001-01-01 to 9999-12-31, without time or zone.
 *
 * @useDeclaredType
 */
export type PlainDate = Text;
/** A calendar date `YYYY-MM-DD` from 0001-01-01 to 9999-12-31, without time or zone. */
export const PlainDate: z.ZodType<PlainDate> = /* @__PURE__ */ z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { abort: true })
  .refine((date) => parseDay(date) !== NO_DAY)
  .meta({ id: 'PlainDate', title: 'Date', description: 'A calendar date YYYY-MM-DD, 0001-01-01 to 9999-12-31.' });
