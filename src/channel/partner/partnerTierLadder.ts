import type { DecimalString } from '../../core/decimal.js';
import type { GradeLadder } from '../../mechanisms/scoring/ladder/gradeLadder.js';

/** What a tier brings to a partner. */
export interface TierBenefits {
  /** Code of the rebate agreement; without one there is no rebate. */
  readonly rebate?: string;
  /** Part of purchases that is put aside for marketing, 0 to 1. */
  readonly mdfRate: DecimalString;
  /** Days for which a registered deal is protected. */
  readonly protectionDays: number;
}

/**
 * Tiers of partners as data: bronze, silver and gold by the score of their performance. One failed review is tolerated, and
 * nobody falls more than one tier at once; a review without a score changes nothing.
 *
 * @example
 * import { assignGrade } from 'salesmodel/mechanisms/scoring';
 * import { partnerTierLadder } from 'salesmodel/channel';
 *
 * assignGrade(partnerTierLadder, { grade: 'bronze' }, { score: '86' }).grade; // => 'gold'
 */
export const partnerTierLadder: GradeLadder = {
  demoteAfter: 2,
  maxDown: 1,
  missing: 'hold',
  grades: [
    { id: 'bronze' },
    { id: 'silver', enter: [{ metric: 'score', min: '70' }], stay: [{ metric: 'score', min: '65' }] },
    { id: 'gold', enter: [{ metric: 'score', min: '85' }], stay: [{ metric: 'score', min: '80' }] },
  ],
};

/**
 * What the tiers of `partnerTierLadder` bring.
 *
 * @example
 * import { partnerTierBenefits } from 'salesmodel/channel';
 *
 * partnerTierBenefits['gold']; // => { rebate: 'partner-gold', mdfRate: '0.03', protectionDays: 120 }
 */
export const partnerTierBenefits: Readonly<Record<string, TierBenefits>> = {
  bronze: { mdfRate: '0', protectionDays: 60 },
  silver: { rebate: 'partner-silver', mdfRate: '0.02', protectionDays: 90 },
  gold: { rebate: 'partner-gold', mdfRate: '0.03', protectionDays: 120 },
};
