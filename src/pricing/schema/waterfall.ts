import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import { WATERFALL_BASES, WATERFALL_STAGES, type WaterfallDefinition as Definition } from '../waterfall/waterfall.js';

const Name = /* @__PURE__ */ z.string().min(1);

/** @reexport */
export type WaterfallDefinition = Definition;
/** The steps from a list price to the margin that is left of it. */
export const WaterfallDefinition: z.ZodType<WaterfallDefinition> = /* @__PURE__ */ z
  .strictObject({
    code: Name,
    steps: z
      .array(
        z.strictObject({
          code: Name,
          stage: z.enum(WATERFALL_STAGES),
          basis: z.enum(WATERFALL_BASES).exactOptional(),
          rate: DecimalString.exactOptional(),
          amount: DecimalString.exactOptional(),
          days: DecimalString.exactOptional(),
        }),
      )
      .readonly(),
    yearDays: z.union([z.literal(360), z.literal(365)]).exactOptional(),
  })
  .meta({ id: 'WaterfallDefinition', title: 'Waterfall', description: 'Steps from a list price to its margin' });
