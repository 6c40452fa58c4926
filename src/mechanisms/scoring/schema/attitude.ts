import * as z from 'zod';
import { DecimalString } from '../../../core/schema/decimal.js';
import type { AttitudeRubric as Rubric, Rating as RatingType } from '../attitude/rubric.js';

const Name = /* @__PURE__ */ z.string().min(1);

/** @reexport */
export type AttitudeRubric = Rubric;
/** How ratings of raters in several roles are turned into a score. */
export const AttitudeRubric: z.ZodType<AttitudeRubric> = /* @__PURE__ */ z
  .strictObject({
    dimensions: z
      .array(z.strictObject({ id: Name, weight: DecimalString, min: DecimalString, max: DecimalString }))
      .readonly(),
    roles: z.array(z.strictObject({ role: Name, weight: DecimalString })).readonly(),
    aggregate: z.enum(['mean', 'median', 'trimmedMean']).exactOptional(),
    trim: DecimalString.exactOptional(),
    minRaters: z.int().min(1).exactOptional(),
    self: z.enum(['exclude', 'include']).exactOptional(),
  })
  .meta({
    id: 'AttitudeRubric',
    title: 'Rubric of a rater panel',
    description: 'How ratings of raters in several roles are turned into a score',
  });

/** @reexport */
export type Rating = RatingType;
/** What one rater says of one dimension. */
export const Rating: z.ZodType<Rating> = /* @__PURE__ */ z
  .strictObject({ dimension: Name, rater: Name, role: Name, value: DecimalString })
  .meta({ id: 'Rating', title: 'Rating', description: 'What one rater says of one dimension' });
