import * as z from 'zod';
import { Curve } from '../../core/schema/curve.js';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { RoundingMode } from '../../core/schema/rounding.js';
import type { DynamicPricePolicy as Policy } from '../market/dynamicPricePolicy.js';
import type { MarketSnapshot as Snapshot } from '../market/marketSnapshot.js';
import type { ProductProfile as Profile } from '../market/productProfile.js';

const Name = /* @__PURE__ */ z.string().min(1);
const Texts = /* @__PURE__ */ z.array(z.string()).readonly();

/** @reexport */
export type DynamicPricePolicy = Policy;
/** How a price moves with demand, stock, time or rivals, and how far. */
export const DynamicPricePolicy: z.ZodType<DynamicPricePolicy> = /* @__PURE__ */ z
  .strictObject({
    code: Name,
    factors: z
      .array(
        z.strictObject({
          code: Name,
          input: Name,
          curve: Curve,
          min: DecimalString.exactOptional(),
          max: DecimalString.exactOptional(),
        }),
      )
      .readonly(),
    maxUp: DecimalString.exactOptional(),
    maxDown: DecimalString.exactOptional(),
    perDayUp: DecimalString.exactOptional(),
    perDayDown: DecimalString.exactOptional(),
    floor: DecimalString.exactOptional(),
    ceiling: DecimalString.exactOptional(),
    round: z.strictObject({ increment: DecimalString, mode: RoundingMode }).exactOptional(),
  })
  .meta({ id: 'DynamicPricePolicy', title: 'Dynamic price', description: 'How a price moves, and how far' });

/** @reexport */
export type MarketSnapshot = Snapshot;
/** What was known of a market on a day. */
export const MarketSnapshot: z.ZodType<MarketSnapshot> = /* @__PURE__ */ z
  .strictObject({
    id: Name,
    on: PlainDate,
    segment: Name,
    size: DecimalString,
    growth: DecimalString,
    ownShare: DecimalString,
    rivalShares: z.record(Name, DecimalString).readonly(),
    positioning: z.string(),
    source: Name,
  })
  .meta({ id: 'MarketSnapshot', title: 'Market snapshot', description: 'What was known of a market on a day' });

/** @reexport */
export type ProductProfile = Profile;
/** What a product is, whom it is for and where it stands. */
export const ProductProfile: z.ZodType<ProductProfile> = /* @__PURE__ */ z
  .strictObject({
    id: Name,
    features: z.array(z.strictObject({ code: Name, text: z.string() })).readonly(),
    strengths: Texts,
    weaknesses: Texts,
    uses: Texts,
    rivals: Texts,
    positioning: z.string(),
  })
  .meta({ id: 'ProductProfile', title: 'Product profile', description: 'What a product is and where it stands' });
