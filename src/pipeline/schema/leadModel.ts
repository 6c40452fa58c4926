import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import type { LeadModel as Model } from '../estimate/lead/leadModel.js';

const Names = /* @__PURE__ */ z.array(z.string()).readonly();

/** @reexport */
export type LeadModel = Model;
/** How often leads with each value of a field were won and lost. */
export const LeadModel: z.ZodType<LeadModel> = /* @__PURE__ */ z
  .strictObject({
    stages: Names,
    wonStages: Names,
    fields: Names,
    tags: Names,
    groupBy: z.string().nullable(),
    smoothing: DecimalString,
    tagMinimum: DecimalString,
    rows: z
      .array(
        z.strictObject({
          group: z.string().nullable(),
          field: z.string(),
          value: z.string(),
          won: DecimalString,
          lost: DecimalString,
        }),
      )
      .readonly(),
  })
  .meta({
    id: 'LeadModel',
    title: 'Lead model',
    description: 'How often leads with each value of a field were won and lost',
  });
