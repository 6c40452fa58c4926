import { explainConstant, type Explanation, explainInput, explainStep } from '../../core/explanation.js';
import type { TierChange } from './replayTiers.js';

/**
 * Returns a step of a tier history with the total and the threshold that decided it.
 *
 * @param change of the history that `replayTiers` returned
 * @example
 * import { renderExplanation } from 'salesmodel/core';
 * import { explainTier, presets, replayTiers } from 'salesmodel/segmentation';
 *
 * const events = [{ date: '2026-02-10', amount: '1200' }];
 * const { history } = replayTiers(presets['silver-gold-platinum'], events, { asOf: '2026-03-31' });
 * history.slice(1).map((change) => renderExplanation(explainTier(change), 'en').split('\n'));
 * // => [['2026-02-10: silver is reached = silver', '  total of the window = 1200', '  threshold of the ladder = 1000']]
 */
export function explainTier(change: TierChange): Explanation {
  const { date, from, to, reason, total, threshold } = change;
  const bounds = reason === 'upgrade' ? 'enter' : 'stay';
  const parts: Explanation[] = [];
  if (total !== null) parts.push(explainInput(['events'], total, 'tier.total'));
  const path = ['levels', reason === 'upgrade' ? to : (from ?? to), bounds];
  if (threshold !== null) parts.push(explainConstant(path, threshold, 'tier.threshold'));
  return explainStep(`tier.${reason}`, { date, from, to }, to, parts);
}
