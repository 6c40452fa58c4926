import { Decimal, type DecimalLike, toDecimal } from '../../core/decimal.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';

/**
 * Returns the share of exams that are passed: whose score reaches the mark. An exam without a score does not count.
 *
 * @param scores of the exams; `null` was not taken
 * @param mark least score that passes, default 60
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { passRate } from 'salesmodel/kpi';
 *
 * passRate([60, '59.5', 88, null]); // => { numerator: '2', denominator: '3', value: '0.666666666667' }
 */
export function passRate(scores: readonly (DecimalLike | null)[], mark: DecimalLike = '60'): Ratio {
  const least = toDecimal(mark, ['mark']);
  const taken = scores.flatMap((score, at) => (score === null ? [] : [toDecimal(score, ['scores', at])]));
  return ratioOf(new Decimal(taken.filter((score) => score.gte(least)).length), new Decimal(taken.length), 'noExams');
}
