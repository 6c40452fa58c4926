import * as z from 'zod';

export const CARE_ACTIONS = [
  'call',
  'contactDatabase',
  'gift',
  'industrySigningNews',
  'knowledge',
  'promoteToProspects',
  'visit',
  'referralReward',
  'course',
  'thirdPartyReference',
  'seasonCard',
  'industryMarketInfo',
  'prospectEvent',
  'customerNews',
  'magazineAdvert',
  'companyNews',
  'introduceBusiness',
  'salespersonNews',
  'introduceAdvisers',
  'solveProblem',
  'onlineService',
] as const;

/**
 * What can be done for a customer.
 *
 * @useDeclaredType
 */
export type CareAction = (typeof CARE_ACTIONS)[number];

export const KEY_ACCOUNT_MEASURES = [
  'tailoredService',
  'regularContact',
  'preferentialBenefit',
  'longTermAgreement',
  'needsWatch',
  'addedValueService',
] as const;

/**
 * What is done for key accounts.
 *
 * @useDeclaredType
 */
export type KeyAccountMeasure = (typeof KEY_ACCOUNT_MEASURES)[number];

/** An action and how often it is due. */
export interface CareCadence {
  /** A code of the library, or one of your own. */
  readonly action: string;
  /** From 1 on. */
  readonly every: number;
  /** Months end at the last day of a shorter month. */
  readonly unit: 'day' | 'month';
}

/** How often which action is due for which class. */
export interface CarePolicy {
  readonly id: string;
  readonly version: string;
  readonly cadence: Readonly<Record<string, readonly CareCadence[]>>;
}

/** What can be done for a customer. */
export const CareAction: z.ZodType<CareAction> = /* @__PURE__ */ z
  .enum(CARE_ACTIONS)
  .meta({ id: 'CareAction', title: 'Action of care', description: 'What can be done for a customer.' });

/** What is done for key accounts. */
export const KeyAccountMeasure: z.ZodType<KeyAccountMeasure> = /* @__PURE__ */ z
  .enum(KEY_ACCOUNT_MEASURES)
  .meta({ id: 'KeyAccountMeasure', title: 'Measure for key accounts', description: 'What is done for key accounts.' });

/** How often which action is due for which class. */
export const CarePolicy: z.ZodType<CarePolicy> = /* @__PURE__ */ z
  .strictObject({
    id: z.string().min(1),
    version: z.string().min(1),
    cadence: z.record(
      z.string(),
      z
        .array(z.strictObject({ action: z.string().min(1), every: z.int().min(1), unit: z.enum(['day', 'month']) }))
        .readonly(),
    ),
  })
  .meta({ id: 'CarePolicy', title: 'Care policy', description: 'How often which action is due for which class.' });
