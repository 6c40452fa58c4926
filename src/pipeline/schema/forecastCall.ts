import * as z from 'zod';
import { Instant, PlainDate } from '../../core/schema/date.js';
import { Money } from '../../core/schema/money.js';
import { Period } from '../../core/schema/period.js';
import { FORECAST_CATEGORIES } from '../definition/forecastCategory.js';
import type { ForecastCall as Call } from '../forecast/forecastCall.js';

/** @reexport */
export type ForecastCall = Call;
/** What somebody says that they, or their people, will sell. */
export const ForecastCall: z.ZodType<ForecastCall> = /* @__PURE__ */ z
  .strictObject({
    ownerId: z.string().min(1),
    period: Period,
    category: z.enum(FORECAST_CATEGORIES),
    amount: Money,
    at: z.union([PlainDate, Instant]),
    by: z.string().min(1),
  })
  .meta({ id: 'ForecastCall', title: 'Forecast call', description: 'What somebody says will be sold' });
