import * as z from 'zod';
import { DecimalString } from '../../../core/schema/decimal.js';
import type { GradeBands as Bands } from '../bands/gradeBands.js';

/** @reexport */
export type GradeBands = Bands;
/** Grades of totals, the best first. */
export const GradeBands: z.ZodType<GradeBands> = /* @__PURE__ */ z
  .strictObject({
    bands: z.array(z.strictObject({ id: z.string().min(1), min: DecimalString.exactOptional() })).readonly(),
  })
  .meta({ id: 'GradeBands', title: 'Grade bands', description: 'Grades of totals, the best first' });
