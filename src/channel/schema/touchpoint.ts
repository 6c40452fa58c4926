import * as z from 'zod';
import type { PlainDate as Day } from '../../core/date.js';
import type { DecimalString as Dec } from '../../core/decimal.js';
import type { Instant as Moment } from '../../core/instant.js';
import { Instant, PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';

/** One contact of a customer with a channel. */
export interface Touchpoint {
  /** The way of one customer to a purchase or not. */
  readonly journey: string;
  readonly channel: string;
  readonly medium: 'online' | 'offline';
  readonly at: Day | Moment;
  /** Order of touches of one time. Default 0. */
  readonly seq?: number;
  /** What was bought there. */
  readonly value?: Dec;
  /** The customer came of its own accord. */
  readonly direct?: boolean;
}
/** One contact of a customer with a channel. */
export const Touchpoint: z.ZodType<Touchpoint> = /* @__PURE__ */ z
  .strictObject({
    journey: z.string().min(1),
    channel: z.string().min(1),
    medium: z.enum(['online', 'offline']),
    at: z.union([PlainDate, Instant]),
    seq: z.int().exactOptional(),
    value: DecimalString.exactOptional(),
    direct: z.boolean().exactOptional(),
  })
  .meta({ id: 'Touchpoint', title: 'Touchpoint', description: 'One contact of a customer with a channel.' });
