import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import { RoundingMode } from '../../core/schema/rounding.js';
import { Tiers } from '../../core/schema/tiers.js';
import { type Charge as ChargeType, NEGATIVES } from '../charge/charge.js';
import { type ChargeModel as Model, PARTIALS, PERCENT_BASES } from '../charge/chargeModel.js';

const Name = /* @__PURE__ */ z.string().min(1);

/** @reexport */
export type ChargeModel = Model;
/** How a quantity, a series of events or an amount is turned into a price. */
export const ChargeModel: z.ZodType<ChargeModel> = /* @__PURE__ */ z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('perUnit'), rate: DecimalString }),
    z.strictObject({
      kind: z.literal('package'),
      size: DecimalString,
      price: DecimalString,
      free: DecimalString.exactOptional(),
      partial: z.enum(PARTIALS).exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('tiered'),
      tiers: Tiers,
      unitsPerBlock: z.array(DecimalString).readonly().exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('percentage'),
      rate: DecimalString,
      perEvent: DecimalString.exactOptional(),
      free: z
        .strictObject({ events: z.int().min(0).exactOptional(), amount: DecimalString.exactOptional() })
        .exactOptional(),
      perTransaction: z
        .strictObject({ min: DecimalString.exactOptional(), max: DecimalString.exactOptional() })
        .exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('percentOf'),
      rate: DecimalString,
      of: z.union([z.literal('all'), z.array(Name).readonly()]),
      basis: z.enum(PERCENT_BASES),
      min: DecimalString.exactOptional(),
      max: DecimalString.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('block'),
      blocks: z
        .array(z.strictObject({ upTo: DecimalString, price: DecimalString }))
        .min(1)
        .readonly(),
      overage: z
        .strictObject({
          rate: DecimalString,
          per: DecimalString.exactOptional(),
          partial: z.enum(['up', 'prorate']).exactOptional(),
        })
        .exactOptional(),
      flatWhenZero: z.boolean().exactOptional(),
    }),
    z.strictObject({ kind: z.literal('callerPriced'), multiplier: DecimalString.exactOptional() }),
  ])
  .meta({
    id: 'ChargeModel',
    title: 'Charge model',
    description: 'How a quantity, events or an amount become a price',
  });

/** @reexport */
export type Charge = ChargeType;
/** A charge: a model with what is done before and after it. */
export const Charge: z.ZodType<Charge> = /* @__PURE__ */ z
  .strictObject({
    code: Name,
    currency: Name,
    model: ChargeModel,
    usageDiscount: z
      .strictObject({ quantity: DecimalString.exactOptional(), rate: DecimalString.exactOptional() })
      .exactOptional(),
    percentOff: DecimalString.exactOptional(),
    maximum: DecimalString.exactOptional(),
    minimum: DecimalString.exactOptional(),
    rounding: z
      .strictObject({ mode: RoundingMode.exactOptional(), increment: DecimalString.exactOptional() })
      .exactOptional(),
    negative: z.enum(NEGATIVES).exactOptional(),
  })
  .meta({ id: 'Charge', title: 'Charge', description: 'A charge model with discount, limits and rounding' });
