import * as z from 'zod';
import type { PlainDate as Text } from '../date.js';
import { type Instant as Moment, parseInstant } from '../instant.js';
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

/**
 * A point in time with its offset from UTC, `2026-03-31T09:30:00+08:00` or `…Z`, to the millisecond.
 *
 * @useDeclaredType
 */
export type Instant = Moment;
/** A point in time with its offset from UTC, `2026-03-31T09:30:00+08:00` or `…Z`, to the millisecond. */
export const Instant: z.ZodType<Instant> = /* @__PURE__ */ z
  .string()
  .refine((instant) => !Number.isNaN(parseInstant(instant)))
  .meta({ id: 'Instant', title: 'Instant', description: 'A point in time, ISO 8601 with an offset' });
