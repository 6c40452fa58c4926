import type { Scorecard } from '../../mechanisms/scoring/scorecard/scorecard.js';

/**
 * A scorecard of how well a dealer fits: operation, category fit, cash, logistics and territory, equal in weight, each
 * rated from 0 to 100.
 *
 * @example
 * import { scoreScorecard } from 'salesmodel/mechanisms/scoring';
 * import { partnerFitScorecard } from 'salesmodel/orders';
 *
 * const ratings = { operation: 80, categoryFit: 90, cash: 60, logistics: 70, territory: 75 };
 * const result = scoreScorecard(partnerFitScorecard, ratings);
 * result.status === 'scored' && result.total; // => '75.00'
 */
export const partnerFitScorecard: Scorecard = /* @__PURE__ */ (() => ({
  id: 'partner-fit',
  weights: 'mustSumTo100' as const,
  items: ['operation', 'categoryFit', 'cash', 'logistics', 'territory'].map((id) => ({
    id,
    metric: id,
    weight: '20',
    normaliser: { kind: 'direct' as const },
  })),
}))();
