import * as z from 'zod';
import type { Tiers as TiersType } from '../tiers.js';
import { DecimalString } from './decimal.js';

/** @reexport */
export type Tiers = TiersType;
/** Bands of a quantity: volume prices, commission rates, rebates, bonus bands, package fees. */
export const Tiers: z.ZodType<Tiers> = /* @__PURE__ */ z
  .strictObject({
    mode: z.enum(['marginal', 'whole', 'anchored', 'interpolated']),
    boundary: z.enum(['lower', 'upper']).exactOptional(),
    anchor: DecimalString.exactOptional(),
    flatWhenZero: z.boolean().exactOptional(),
    tiers: z
      .array(
        z.strictObject({
          upTo: DecimalString.nullable(),
          rate: DecimalString.exactOptional(),
          flat: DecimalString.exactOptional(),
          amount: DecimalString.exactOptional(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Tiers', title: 'Tiers', description: 'Bands of a quantity with a rate, a flat or an amount each' });
