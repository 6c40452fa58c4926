import { compareText } from '../../core/compareText.js';
import { type DecimalLike, type DecimalString, minus, toDecimal, toText } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import type { Scorecard, ScoreFacts, ScoreResult } from '../../mechanisms/scoring/scorecard/scorecard.js';
import { scoreScorecard } from '../../mechanisms/scoring/scorecard/scoreScorecard.js';
import { partnerScreeningScorecard } from './partnerScorecards.js';

/** How a candidate is screened. */
export interface ScreeningOptions {
  /** Default `partnerScreeningScorecard`. */
  readonly scorecard?: Scorecard;
  /** Least total, in points. Default 60. */
  readonly minimum?: DecimalLike;
}

/** What screening says of a candidate. */
export interface PartnerScreening {
  /** Whether nothing speaks against it. */
  readonly ok: boolean;
  readonly score: ScoreResult;
  /**
   * What speaks against the candidate, by code, then by what it is about: `belowMinimum`, `gateFired`, `gateUnknown`,
   * `metricMissing`, `noScore`.
   */
  readonly reasons: readonly Reason[];
  /** Items whose own score is below the minimum, the widest gap first, then by id. */
  readonly gaps: readonly { readonly item: string; readonly score: DecimalString; readonly gap: DecimalString }[];
}

/**
 * Returns the score of a candidate with everything that speaks against it: a total below the minimum, gates that leave
 * nothing of the score, ratings that are missing. A gate that nobody can decide speaks against it too.
 *
 * @param ratings by metric of the scorecard; of the default one `strength`, `reputation`, `salesAbility` and `willingness`,
 *   0 to 100
 * @param options scorecard and least total
 * @throws SalesModelError those of `scoreScorecard`
 * @example
 * import { screenPartner } from 'salesmodel/channel';
 *
 * const { ok, score, gaps } = screenPartner({ strength: 80, reputation: 70, salesAbility: 90, willingness: 55 });
 * [ok, score.status === 'scored' && score.total, gaps]; // => [true, '76.00', [{ item: 'willingness', score: '55', gap: '5' }]]
 * const poor = screenPartner({ strength: 80, reputation: 30, salesAbility: 90, willingness: null });
 * poor.reasons; // => [{ code: 'metricMissing', params: { metric: 'willingness' } }]
 */
export function screenPartner(
  ratings: ScoreFacts,
  { scorecard = partnerScreeningScorecard, minimum = 60 }: ScreeningOptions = {},
): PartnerScreening {
  const least = toDecimal(minimum, ['options', 'minimum']);
  const score = scoreScorecard(scorecard, ratings);
  const reasons: Reason[] = [];
  if (score.status === 'scored') {
    for (const { id, effect, delta } of score.gates) {
      if (effect === 'zero') reasons.push({ code: 'gateFired', params: { gate: id, delta } });
    }
    for (const gate of score.gatesUnknown) reasons.push({ code: 'gateUnknown', params: { gate } });
    if (toDecimal(score.total).lt(least)) {
      reasons.push({ code: 'belowMinimum', params: { value: score.total, minimum: toText(least) } });
    }
  } else {
    const metrics = new Map(scorecard.items.map(({ id, metric }) => [id, metric]));
    for (const { id, status } of score.items) {
      if (status === 'missing') reasons.push({ code: 'metricMissing', params: { metric: metrics.get(id) } });
    }
    if (reasons.length === 0) reasons.push({ code: 'noScore', params: { reason: score.reason } });
  }
  const gaps = score.items.flatMap(({ id, score: points }) => {
    if (points === null) return [];
    const gap = minus(least, toDecimal(points));
    return gap.gt(0) ? [{ item: id, score: toText(toDecimal(points)), gap }] : [];
  });
  return {
    ok: reasons.length === 0,
    score,
    reasons: reasons.toSorted((a, b) => compareText(a.code, b.code)),
    gaps: gaps
      .sort((a, b) => b.gap.cmp(a.gap) || compareText(a.item, b.item))
      .map(({ gap, ...item }) => ({ ...item, gap: toText(gap) })),
  };
}
