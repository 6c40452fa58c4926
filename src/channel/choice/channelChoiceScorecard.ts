import type { Scorecard } from '../../mechanisms/scoring/scorecard/scorecard.js';

/**
 * A scorecard of channels: fit to the market 40, coverage 25, control 15, benefit for the cost 20, each rated from 0 to 100.
 *
 * @example
 * import { scoreScorecard } from 'salesmodel/mechanisms/scoring';
 * import { channelChoiceScorecard } from 'salesmodel/channel';
 *
 * const result = scoreScorecard(channelChoiceScorecard, { marketFit: 75, coverage: 90, control: 60, costBenefit: 65 });
 * result.status === 'scored' && result.total; // => '74.50'
 */
export const channelChoiceScorecard: Scorecard = /* @__PURE__ */ (() => ({
  id: 'channel-choice',
  weights: 'mustSumTo100' as const,
  items: [item('marketFit', '40'), item('coverage', '25'), item('control', '15'), item('costBenefit', '20')],
}))();

function item(id: string, weight: string): Scorecard['items'][number] {
  return { id, metric: id, weight, normaliser: { kind: 'direct' } };
}
