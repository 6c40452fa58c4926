import { type Explanation, explainInput, explainPolicy, explainStep, explainSum } from '../../core/explanation.js';
import type { RatedDeal, WinRateOptions } from './winRate.js';
import { winRate } from './winRate.js';

/**
 * Returns which deals stand above and below the line of a win rate by count, and the policy that put them there.
 *
 * @param deals those of `winRate`
 * @param options those of `winRate`; the rate is by count
 * @throws SalesModelError the errors of `winRate`
 * @example
 * import { explainWinRate } from 'salesmodel/pipeline';
 *
 * const tree = explainWinRate([
 *   { id: 'D1', outcome: 'won', createdAt: '2026-01-01', closedAt: '2026-02-10', closeDate: null, amount: null },
 *   { id: 'D2', outcome: 'lost', createdAt: '2026-01-01', closedAt: '2026-01-21', closeDate: null, amount: null },
 * ]);
 * tree.value; // => '0.5'
 * tree.from.map(({ code, value }) => [code, value]); // => [['pipeline.wonDeals', '1'], ['pipeline.ratedDeals', '2'], ['policy', 'closed']]
 */
export function explainWinRate(
  deals: readonly RatedDeal[],
  options: Omit<WinRateOptions, 'basis' | 'valueField'> = {},
): Explanation {
  const { rate, sets, policy } = winRate(deals, { ...options, basis: 'count' });
  const places = new Map(deals.map(({ id }, at) => [id, at]));
  const members = (ids: readonly string[], set: string): Explanation[] =>
    ids.map((id) =>
      explainStep('pipeline.countedDeal', { id, set }, '1', [
        explainInput(['deals', places.get(id)!, 'outcome'], deals[places.get(id)!]!.outcome),
      ]),
    );
  const won = explainSum('pipeline.wonDeals', {}, members(sets.won, 'won'));
  const all = explainSum('pipeline.ratedDeals', {}, [
    ...members(sets.won, 'won'),
    ...members(sets.lost, 'lost'),
    ...members(sets.stale, 'stale'),
    ...(policy.denominator === 'created' ? members(sets.open, 'open') : []),
  ]);
  return explainStep('pipeline.winRate', {}, rate.value, [won, all, explainPolicy('denominator', policy.denominator)]);
}
