import { approvalLifecycle } from './approval/approvalLifecycle.js';
import type { ApprovalMatrix } from './approval/approvalMatrix.js';
import type { OfferTerms } from './lease/offer.js';
import type { PricedOffer } from './market/goodBetterBest.js';

const cnSalesAuthority: ApprovalMatrix = {
  code: 'cn-sales-authority',
  roles: [
    { role: 'representative', level: 1 },
    { role: 'supervisor', level: 2 },
    { role: 'manager', level: 3 },
  ],
  limits: [
    { role: 'representative', maxDiscount: '0.05', minMargin: '0.30', maxAmount: '50000' },
    { role: 'supervisor', maxDiscount: '0.10', minMargin: '0.25', maxAmount: '200000' },
    { role: 'manager', maxDiscount: '0.20', minMargin: '0.15' },
  ],
};

const nioBattery: OfferTerms = {
  buy: { price: '70000' },
  lease: { rent: '980', timing: 'end' },
  horizonMonths: 96,
  rate: '0.05',
  convention: 'nominal12',
};

const silverGoldPlatinum: readonly PricedOffer[] = [
  { code: 'silver', price: '49', cost: '20' },
  { code: 'gold', price: '99', cost: '40' },
  { code: 'platinum', price: '199', cost: '75' },
];

/**
 * Ready definitions by code; their figures are examples, to be copied and changed.
 *
 * - `approvalLifecycle`: the states of an approval
 * - `cnSalesAuthority`: representative, supervisor and manager with their discounts, margins and amounts
 * - `nioBattery`: a car's battery bought for 70,000 or leased for 980 a month, the terms of 2020
 * - `nioBattery2024`: the same leased for 728 a month
 * - `silverGoldPlatinum`: three offers side by side
 *
 * @example
 * import { presets } from 'salesmodel/pricing';
 *
 * presets.cnSalesAuthority.limits.map(({ role, maxDiscount }) => [role, maxDiscount]);
 * // => [['representative', '0.05'], ['supervisor', '0.10'], ['manager', '0.20']]
 */
export const presets = {
  approvalLifecycle,
  cnSalesAuthority,
  nioBattery,
  nioBattery2024: { ...nioBattery, lease: { ...nioBattery.lease, rent: '728' } },
  silverGoldPlatinum,
} as const;
