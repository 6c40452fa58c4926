import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { decisionTableOf } from '../../mechanisms/rules/schema.js';
import { type Incentive as Outcome, INCENTIVE_KINDS, type IncentivePlan as Plan } from '../appraisal/incentivePlan.js';

const Id = /* @__PURE__ */ z.string().min(1);

/** @reexport */
export type Incentive = Outcome;
/** What somebody gets or has to expect: a factor on pay, or something that is no money. */
export const Incentive: z.ZodType<Incentive> = /* @__PURE__ */ z
  .union([
    z.strictObject({ kind: z.literal('payFactor'), factor: DecimalString }),
    z.strictObject({ kind: z.enum(INCENTIVE_KINDS), code: Id }),
  ])
  .meta({ id: 'Incentive', title: 'Incentive', description: 'What a result leads to' });

/** @reexport */
export type IncentivePlan = Plan;
/** Which results lead to what, and how often that is looked at again. */
export const IncentivePlan: z.ZodType<IncentivePlan> = /* @__PURE__ */ z
  .strictObject({
    id: Id,
    version: Id.exactOptional(),
    commissionPlans: z.array(Id).readonly().exactOptional(),
    outcomes: decisionTableOf(Incentive),
    review: z.strictObject({ every: z.enum(['month', 'quarter', 'half', 'year']), lastOn: PlainDate }).readonly(),
  })
  .meta({ id: 'IncentivePlan', title: 'Incentive plan', description: 'Which results lead to what' });
