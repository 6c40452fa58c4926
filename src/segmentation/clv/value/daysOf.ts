import type { RepeatSummary } from '../../schema/summary.js';
import { UNIT_DAYS } from '../../summary/repeatSummaries.js';
import type { BuyingModel } from '../model/clvModel.js';

/** A model of purchases, and the unit of its times where it was fitted to histories that name one. */
export type TimedModel = BuyingModel & { readonly timeUnit?: RepeatSummary['unit'] | null };

/** Days in the unit of a model. */
export function daysOf({ timeUnit }: TimedModel, otherwise: RepeatSummary['unit']): number {
  return UNIT_DAYS[timeUnit ?? otherwise];
}
