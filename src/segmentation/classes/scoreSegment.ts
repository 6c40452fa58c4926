import { type DecimalString, times, toDecimal } from '../../core/decimal.js';
import { roundDecimal } from '../../core/rounding.js';
import type { ItemScore, Scorecard, ScoreFacts } from '../../mechanisms/scoring/scorecard/scorecard.js';
import { scoreScorecard } from '../../mechanisms/scoring/scorecard/scoreScorecard.js';
import type { MarketPolicy } from '../schema/classes.js';

/** How a market scores, from 0 to 100 each; `null` where something that is needed is not known. */
export interface MarketScore {
  readonly attractiveness: DecimalString | null;
  readonly fit: DecimalString | null;
  /** Attractiveness × fit ÷ 100, half even to 2 decimals. */
  readonly score: DecimalString | null;
  /** Contributions to both, by metric. */
  readonly items: readonly ItemScore[];
  readonly missing: readonly string[];
  readonly policyVersion: string;
}

const card = (id: string, weights: Readonly<Record<string, string>>): Scorecard => ({
  id,
  missing: 'void',
  items: Object.entries(weights).map(([metric, weight]) => ({
    id: metric,
    metric,
    weight,
    normaliser: { kind: 'direct' },
  })),
});

/** Four parts make a market attractive, ability, channel and margin make it fit. A high score of competition says that there is little. */
export const marketSegment: MarketPolicy = {
  id: 'market-segment',
  version: '1',
  attractiveness: /* @__PURE__ */ card('attractiveness', { size: '25', growth: '25', need: '25', competition: '25' }),
  fit: /* @__PURE__ */ card('fit', { ability: '50', channel: '25', margin: '25' }),
};

/**
 * Returns how much a market is worth going after: how attractive it is, how well we fit it, and both together, by which
 * markets are ranked.
 *
 * @param facts scores from 0 to 100, by metric
 * @param policy two scorecards; default: the preset `market-segment`
 * @throws SalesModelError those of `scoreScorecard`
 * @example
 * import { scoreSegment } from 'salesmodel/segmentation';
 *
 * const facts = { size: 80, growth: 60, need: 70, competition: 30, ability: 90, channel: 50, margin: 70 };
 * const { attractiveness, fit, score } = scoreSegment(facts);
 * [attractiveness, fit, score]; // => ['60.00', '75.00', '45.00']
 */
export function scoreSegment(facts: ScoreFacts, policy: MarketPolicy = marketSegment): MarketScore {
  const parts = [scoreScorecard(policy.attractiveness, facts), scoreScorecard(policy.fit, facts)] as const;
  const totals = parts.map((part) => (part.status === 'scored' ? part.total : null));
  const [attractiveness, fit] = totals as [DecimalString | null, DecimalString | null];
  const score =
    attractiveness === null || fit === null
      ? null
      : roundDecimal(
          times(times(toDecimal(attractiveness), toDecimal(fit)), toDecimal('0.01')),
          toDecimal('0.01'),
          'halfEven',
        ).toFixed(2);
  const items = parts.flatMap((part) => part.items);
  const missing = items.filter(({ status }) => status !== 'ok').map(({ id }) => id);
  return { attractiveness, fit, score, items, missing, policyVersion: `${policy.id}@${policy.version}` };
}
