import * as z from 'zod';
import { PlainDate } from '../../core/schema/date.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { Period } from '../../core/schema/period.js';
import { Tiers } from '../../core/schema/tiers.js';
import { Rule } from '../../mechanisms/rules/schema.js';
import { type OfferTerms as Offer, RATE_CONVENTIONS } from '../lease/offer.js';
import type { KeyAccountAgreement as KeyAccount } from '../rebate/keyAccountAgreement.js';
import { NEGATIVE_DUES, PAY_ON, type RebateAgreement as Rebate, TIER_ON } from '../rebate/rebateAgreement.js';
import { INTERVALS, type SubscriptionItem as Subscription } from '../subscription/subscriptionItem.js';
import { Condition } from './quote.js';

const Name = /* @__PURE__ */ z.string().min(1);

/** @reexport */
export type OfferTerms = Offer;
/** What it costs to buy a thing or to lease it. */
export const OfferTerms: z.ZodType<OfferTerms> = /* @__PURE__ */ z
  .strictObject({
    buy: z.strictObject({ price: DecimalString, residual: DecimalString.exactOptional() }),
    lease: z.strictObject({
      upfront: DecimalString.exactOptional(),
      rent: DecimalString,
      timing: z.enum(['end', 'start']),
      escalation: z.strictObject({ rate: DecimalString, everyMonths: z.int().min(1).max(1200) }).exactOptional(),
      freeMonths: z.int().min(0).max(1200).exactOptional(),
      buyout: DecimalString.exactOptional(),
    }),
    horizonMonths: z.int().min(1).max(1200),
    rate: DecimalString,
    convention: z.enum(RATE_CONVENTIONS),
  })
  .meta({ id: 'OfferTerms', title: 'Lease or buy', description: 'What it costs to buy a thing or to lease it' });

/** @reexport */
export type RebateAgreement = Rebate;
/** A rebate on what a party buys in a period. */
export const RebateAgreement: z.ZodType<RebateAgreement> = /* @__PURE__ */ z
  .strictObject({
    code: Name,
    party: Name,
    period: Period,
    currency: Name,
    tierOn: z.enum(TIER_ON),
    payOn: z.enum(PAY_ON),
    tiers: Tiers,
    items: Rule.exactOptional(),
    negative: z.enum(NEGATIVE_DUES),
  })
  .meta({ id: 'RebateAgreement', title: 'Rebate', description: 'A rebate on what a party buys in a period' });

/** @reexport */
export type KeyAccountAgreement = KeyAccount;
/** What is agreed on with a key account. */
export const KeyAccountAgreement: z.ZodType<KeyAccountAgreement> = /* @__PURE__ */ z
  .strictObject({
    code: Name,
    customer: Name,
    currency: Name,
    from: PlainDate,
    to: PlainDate.exactOptional(),
    prices: z
      .array(z.strictObject({ sku: Name, price: DecimalString, minQty: DecimalString.exactOptional() }))
      .readonly(),
    conditions: z.array(Condition).readonly(),
    rebates: z.array(RebateAgreement).readonly(),
    freeTrial: z.strictObject({ skus: z.array(Name).readonly(), days: z.int().min(1) }).exactOptional(),
    allocationPriority: z.int().exactOptional(),
    mostFavoured: z.boolean().exactOptional(),
  })
  .meta({ id: 'KeyAccountAgreement', title: 'Key-account agreement', description: 'Terms of a key account' });

/** @reexport */
export type SubscriptionItem = Subscription;
/** Something that a customer pays for again and again. */
export const SubscriptionItem: z.ZodType<SubscriptionItem> = /* @__PURE__ */ z
  .strictObject({
    code: Name,
    customer: Name,
    quantity: DecimalString,
    unitAmount: DecimalString,
    interval: z.enum(INTERVALS),
    every: z.int().min(1),
    from: PlainDate,
    to: PlainDate.exactOptional(),
  })
  .meta({ id: 'SubscriptionItem', title: 'Subscription', description: 'What is paid for again and again' });
