import type { GradeLadder, LadderPeriod, LadderStep } from '../../mechanisms/scoring/ladder/gradeLadder.js';
import { compileLadder } from '../../mechanisms/scoring/ladder/compileLadder.js';
import { partnerTierBenefits, partnerTierLadder, type TierBenefits } from './partnerTierLadder.js';

/** The tier of a partner and the way to it. */
export interface PartnerTier {
  readonly tier: string;
  /** `null` where the tier brings nothing that is known. */
  readonly benefits: TierBenefits | null;
  /** What each review made of it. */
  readonly steps: readonly LadderStep[];
}

/**
 * Returns the tier of a partner who began in the lowest one, after all reviews, with its benefits.
 *
 * @param history values of each review in the order of time
 * @param ladder default `partnerTierLadder`, on the metric `score`
 * @param benefits by tier; default those of `partnerTierLadder`, and none for another ladder
 * @throws SalesModelError those of `runLadder`
 * @example
 * import { partnerTier } from 'salesmodel/channel';
 *
 * const { tier, benefits, steps } = partnerTier([
 *   { period: '2026-Q1', metrics: { score: '88' } },
 *   { period: '2026-Q2', metrics: { score: '74' } },
 *   { period: '2026-Q3', metrics: { score: '76' } },
 * ]);
 * steps.map(({ grade }) => grade); // => ['gold', 'gold', 'silver']
 * [tier, benefits?.protectionDays]; // => ['silver', 90]
 */
export function partnerTier(
  history: readonly LadderPeriod[],
  ladder: GradeLadder = partnerTierLadder,
  benefits: Readonly<Record<string, TierBenefits>> = ladder === partnerTierLadder ? partnerTierBenefits : {},
): PartnerTier {
  const { run } = compileLadder(ladder);
  const lowest = ladder.grades[0]!.id;
  const steps = run({ grade: lowest }, history);
  const tier = steps.at(-1)?.grade ?? lowest;
  return { tier, benefits: (Object.hasOwn(benefits, tier) ? benefits[tier] : null) ?? null, steps };
}
