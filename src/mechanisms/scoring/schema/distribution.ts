import * as z from 'zod';
import { DecimalString } from '../../../core/schema/decimal.js';
import type { GradeShare as Share } from '../forcedDistribution.js';

/** @reexport */
export type GradeShare = Share;
/** A grade and the share of the group that is meant to have it. */
export const GradeShare: z.ZodType<GradeShare> = /* @__PURE__ */ z
  .strictObject({ grade: z.string().min(1), share: DecimalString })
  .meta({
    id: 'GradeShare',
    title: 'Grade with its share',
    description: 'A grade and the share of the group that is meant to have it',
  });
