import type { Scorecard } from '../../mechanisms/scoring/scorecard/scorecard.js';
import { EIGHT_S } from './eightS.js';

/**
 * The scorecard of the eight systems of a sales model as data: marks from 1 to 5, equal in weight; 5 gives 100 points.
 *
 * @example
 * import { eightSScorecard } from 'salesmodel/team';
 *
 * eightSScorecard.items.map(({ id }) => id).join(' '); // => 'productMix benefitDistribution channel brand regionalOperation control team promotionFlow'
 */
export const eightSScorecard: Scorecard = /* @__PURE__ */ (() => ({
  id: 'eight-s',
  scale: 12,
  itemScale: 12,
  items: EIGHT_S.map((id) => ({
    id,
    metric: id,
    weight: '1',
    normaliser: { kind: 'attainment' as const, target: '5' },
  })),
}))();
