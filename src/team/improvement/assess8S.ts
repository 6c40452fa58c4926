import { compareRatios, type Ratio, ratio, ratioOf } from '../../core/ratio.js';
import { type DecimalLike, type DecimalString, toDecimal, toText } from '../../core/decimal.js';
import { scoreScorecard } from '../../mechanisms/scoring/scorecard/scoreScorecard.js';
import { fail } from '../fail.js';
import type { EightSAssessment } from '../schema/audit.js';
import { EIGHT_S, type EightSSystem } from './eightS.js';
import { eightSScorecard } from './eightSScorecard.js';

/** How a sales model stands. */
export interface EightSResult {
  /** Weighted mean of the marks, 1 to 5; `null` where nothing was rated. */
  readonly mean: DecimalString | null;
  /** The same from 20 to 100. */
  readonly score: DecimalString | null;
  /** The marks in the order of the systems. */
  readonly radar: readonly { readonly system: EightSSystem; readonly mark: DecimalString | null }[];
  /** All systems with the lowest mark. */
  readonly weakest: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Returns how the eight systems of a sales model stand: the mean mark, its points, all weakest links and what was not rated.
 *
 * @param scores marks from 1 to 5; `null` was not rated and does not count
 * @param weights default: all equal
 * @throws SalesModelError `score.range`, and those of `scoreScorecard`
 * @example
 * import { assess8S } from 'salesmodel/team';
 *
 * const scores = {
 *   productMix: '4', benefitDistribution: '3', channel: '5', brand: '2', regionalOperation: '3', control: '4', team: '3', promotionFlow: '2',
 * };
 * const { mean, score, weakest } = assess8S(scores);
 * [mean, score, weakest]; // => [ '3.25', '65', [ 'brand', 'promotionFlow' ] ]
 */
export function assess8S(
  scores: EightSAssessment['scores'],
  weights: Partial<Readonly<Record<EightSSystem, DecimalLike>>> = {},
): EightSResult {
  const radar = EIGHT_S.map((system) => {
    const given = scores[system] ?? null;
    if (given === null) return { system, mark: null };
    const mark = toDecimal(given, ['scores', system]);
    if (mark.lt(1) || mark.gt(5)) fail('score.range', ['scores', system], { value: toText(mark) });
    return { system, mark: toText(mark) };
  });
  const items = eightSScorecard.items.map((item, at) => {
    const weight = weights[EIGHT_S[at]!];
    return weight === undefined ? item : { ...item, weight: toText(toDecimal(weight, ['weights', item.id])) };
  });
  const result = scoreScorecard({ ...eightSScorecard, items }, scores);
  const total = result.status === 'scored' ? toDecimal(result.total) : null;
  const rated = radar.flatMap(({ system, mark }) => (mark === null ? [] : [{ system, mark: ratio(mark, 1) }]));
  const lowest = rated.reduce<Ratio | null>(
    (least, { mark }) => (least === null || compareRatios(mark, least) < 0 ? mark : least),
    null,
  );
  return {
    mean: total === null ? null : ratioOf(total, toDecimal(20)).value,
    score: total === null ? null : toText(total),
    radar,
    weakest: rated
      .filter(({ mark }) => lowest !== null && compareRatios(mark, lowest) === 0)
      .map(({ system }) => system),
    missing: radar.flatMap(({ system, mark }) => (mark === null ? [system] : [])),
  };
}
