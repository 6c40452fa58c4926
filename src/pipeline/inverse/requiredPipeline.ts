import { type DecimalLike, toDecimal } from '../../core/decimal.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { toProbability } from '../definition/checkPipeline.js';

/**
 * Returns the open pipeline that it takes to sell a target at a win rate: target ÷ win rate.
 *
 * @param target amount still to be sold
 * @param winRate by value, 0 to 1
 * @throws SalesModelError `pipeline.probability`, `decimal.invalid`
 * @example
 * import { requiredPipeline } from 'salesmodel/pipeline';
 *
 * requiredPipeline('240000', '0.32').value; // => '750000'
 * requiredPipeline('240000', '0'); // => { numerator: '240000', denominator: '0', value: null, reason: 'nothingWon' }
 */
export function requiredPipeline(target: DecimalLike, winRate: DecimalLike): Ratio {
  return ratioOf(toDecimal(target, ['target']), toProbability(winRate, ['winRate']), 'nothingWon');
}
