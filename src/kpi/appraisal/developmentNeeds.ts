import { compareText } from '../../core/compareText.js';
import { type DecimalLike, type DecimalString, minus, times, toDecimal, toText } from '../../core/decimal.js';
import type { ScoreResult } from '../../mechanisms/scoring/scorecard/scorecard.js';

/** An item to work on. */
export interface DevelopmentNeed {
  readonly item: string;
  readonly score: DecimalString;
  /** How far below. */
  readonly short: DecimalString;
}

/**
 * Returns the items of somebody's scorecard that are below a score, those first that would bring most: by what is short
 * times the weight, then by item.
 *
 * @param result of a scorecard
 * @param options `below`: score that is enough, default 60
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { presets, scoreScorecard } from 'salesmodel/mechanisms/scoring';
 * import { developmentNeeds } from 'salesmodel/kpi';
 *
 * const result = scoreScorecard(presets['service-quality'], { attitude: 80, skill: 55, communication: 40, speed: 60 });
 * developmentNeeds(result); // => [{ item: 'communication', score: '40', short: '20' }, { item: 'skill', score: '55', short: '5' }]
 */
export function developmentNeeds(
  result: ScoreResult,
  options: { readonly below?: DecimalLike } = {},
): DevelopmentNeed[] {
  const enough = toDecimal(options.below ?? '60', ['options', 'below']);
  return result.items
    .flatMap(({ id, score, weight, status }) => {
      if (score === null || status !== 'ok') return [];
      const points = toDecimal(score);
      const short = minus(enough, points);
      if (short.lte(0)) return [];
      const need: DevelopmentNeed = { item: id, score: toText(points), short: toText(short) };
      return [{ need, gain: times(short, toDecimal(weight)) }];
    })
    .toSorted((a, b) => b.gain.cmp(a.gain) || compareText(a.need.item, b.need.item))
    .map(({ need }) => need);
}
