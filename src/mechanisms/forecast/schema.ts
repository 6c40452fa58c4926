import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import type { ForecastModel as Model } from './forecastModel.js';
import type { MonthlySales as Row } from './monthlySeries.js';

const Weight = /* @__PURE__ */ z.number().min(0).max(1).exactOptional();
const Count = /* @__PURE__ */ z.int().min(1);
const Season = /* @__PURE__ */ z.int().min(2);

/** @reexport */
export type ForecastModel = Model;
/** A model with its settings. */
export const ForecastModel: z.ZodType<ForecastModel> = /* @__PURE__ */ z
  .union([
    z.strictObject({ model: z.literal('naive') }),
    z.strictObject({ model: z.literal('seasonalNaive'), period: Season }),
    z.strictObject({ model: z.literal('drift') }),
    z.strictObject({ model: z.literal('movingAverage'), window: Count }),
    z.strictObject({ model: z.literal('ses'), alpha: Weight, level: z.number().exactOptional() }),
    z.strictObject({ ...holtFields(), trend: z.literal('additive').exactOptional(), phi: Weight }),
    z.strictObject({ ...holtFields(), trend: z.literal('multiplicative'), phi: z.literal(1).exactOptional() }),
    z.strictObject({
      model: z.literal('holtWinters'),
      period: Season,
      seasonal: z.enum(['additive', 'multiplicative']).exactOptional(),
      alpha: Weight,
      beta: Weight,
      gamma: Weight,
      start: z
        .union([
          z.literal('decompose'),
          z.strictObject({ level: z.number(), trend: z.number(), season: z.array(z.number()).readonly() }),
        ])
        .exactOptional(),
    }),
    z.strictObject({
      model: z.literal('croston'),
      alpha: Weight,
      variant: z.enum(['croston', 'sba']).exactOptional(),
    }),
  ])
  .meta({ id: 'ForecastModel', title: 'Forecast model', description: 'A model of a time series with its settings' });

/** @reexport */
export type MonthlySales = Row;
/** What a month sold. */
export const MonthlySales: z.ZodType<MonthlySales> = /* @__PURE__ */ z
  .strictObject({
    month: z.string().regex(/^(?!0000)\d{4}-(?:0[1-9]|1[0-2])$/),
    value: z.union([DecimalString, z.number()]),
  })
  .meta({ id: 'MonthlySales', title: 'Monthly sales', description: 'What a month sold' });

function holtFields() {
  return {
    model: z.literal('holt'),
    alpha: Weight,
    beta: Weight,
    start: z
      .union([z.enum(['secondPoint', 'firstPoint']), z.strictObject({ level: z.number(), trend: z.number() })])
      .exactOptional(),
  };
}
