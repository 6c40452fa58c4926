import * as z from 'zod';

/** How long customers count as new, active and dormant, in days and inclusive. */
export interface LifecyclePolicy {
  readonly id: string;
  readonly version: string;
  /** Since the first order. Default 90. */
  readonly newDays?: number;
  /** Since the last order; a longer gap before it makes a customer reactivated. Default 180. */
  readonly activeDays?: number;
  /** Since the last order. Default 365. */
  readonly dormantDays?: number;
  /**
   * Whether active and dormant have these limits, or twice and four times the median gap between the customer's own purchase
   * days, where there are three or more. Default `fixed`.
   */
  readonly basis?: 'fixed' | 'ownInterval';
}
const Days = /* @__PURE__ */ z.int().min(0).exactOptional();

/** How long customers count as new, active and dormant, in days and inclusive. */
export const LifecyclePolicy: z.ZodType<LifecyclePolicy> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    version: z.string().min(1),
    newDays: Days,
    activeDays: Days,
    dormantDays: Days,
    basis: z.enum(['fixed', 'ownInterval']).exactOptional(),
  })
  .meta({
    id: 'LifecyclePolicy',
    title: 'Policy of lifecycle stages',
    description: 'How long customers count as new, active and dormant.',
  });
