import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import { Rule } from '../../mechanisms/rules/schema.js';

/** What somebody is paid who brings a customer. */
export interface ReferralTerms {
  /** Of the plan that comes of it. */
  readonly id: string;
  readonly name?: string;
  /** ISO code of the rewards. */
  readonly currency: string;
  /** The span that limits count in, and that is paid. Default `month`. */
  readonly period?: 'month' | 'quarter' | 'half' | 'year';
  /** For each order that somebody new places, not negative. */
  readonly reward: DecimalString;
  /** How many referrals a person is paid in a period, from 1 on. Default: all. */
  readonly limit?: number;
  /** Which orders count. Default: all. */
  readonly qualifies?: Rule;
  /** What whoever brought the referrer is paid, along links of the kind `relation` (default `referredBy`). */
  readonly secondLevel?: { readonly reward: DecimalString; readonly limit?: number; readonly relation?: string };
  /** Whether rewards wait until the customer has paid the order. Default `collected`. */
  readonly hold?: 'collected' | 'none';
}
/** What somebody is paid who brings a customer. */
export const ReferralTerms: z.ZodType<ReferralTerms> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    name: z.string().exactOptional(),
    currency: z.string().min(1),
    period: z.enum(['month', 'quarter', 'half', 'year']).exactOptional(),
    reward: DecimalString,
    limit: z.int().min(1).exactOptional(),
    qualifies: Rule.exactOptional(),
    secondLevel: z
      .strictObject({
        reward: DecimalString,
        limit: z.int().min(1).exactOptional(),
        relation: z.string().min(1).exactOptional(),
      })
      .readonly()
      .exactOptional(),
    hold: z.enum(['collected', 'none']).exactOptional(),
  })
  .meta({ id: 'ReferralTerms', title: 'Referral terms', description: 'What somebody is paid who brings a customer' });
