import { type Ratio, ratio } from '../../core/ratio.js';
import type { Reason } from '../../core/errors.js';
import type { Scorecard, ScoreFacts } from '../../mechanisms/scoring/scorecard/scorecard.js';
import { scoreScorecard } from '../../mechanisms/scoring/scorecard/scoreScorecard.js';
import { presets } from './presets.js';

/** Own total over a rival's, or why there is none. */
export type CompetitiveIndex =
  | {
      readonly ok: true;
      readonly index: Ratio;
      /** Which share of the weight of the card each side has marks for. */
      readonly coverage: { readonly own: Ratio; readonly rival: Ratio };
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns how one company stands against another: its total on a scorecard over the other's, and which share of the
 * weight each total covers. Above 1 it leads. A card without a total on a side is `notAssessed`.
 *
 * @param own marks of the company
 * @param rival marks of the other
 * @param card default: preset `competitor`
 * @throws SalesModelError those of `scoreScorecard`
 * @example
 * import { competitiveIndex } from 'salesmodel/kpi';
 *
 * const found = competitiveIndex({ product: 80, price: 60, marketing: 70 }, { product: 70, price: 80 });
 * found.ok && found.index; // => { numerator: '70', denominator: '75', value: '0.933333333333' }
 * found.ok && found.coverage.rival; // => { numerator: '2', denominator: '3', value: '0.666666666667' }
 */
export function competitiveIndex(
  own: ScoreFacts,
  rival: ScoreFacts,
  card: Scorecard = presets.competitor,
): CompetitiveIndex {
  const [first, second] = [scoreScorecard(card, own), scoreScorecard(card, rival)];
  const sides = [
    ['own', first],
    ['rival', second],
  ] as const;
  if (first.status === 'scored' && second.status === 'scored') {
    const coverage = { own: first.coverage, rival: second.coverage };
    return { ok: true, index: ratio(first.total, second.total), coverage };
  }
  return {
    ok: false,
    reasons: sides.flatMap(([side, result]) =>
      result.status === 'scored' ? [] : [{ code: 'notAssessed', params: { side, cause: result.reason } }],
    ),
  };
}
