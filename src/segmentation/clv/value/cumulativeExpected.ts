import type { Estimate } from '../../../core/estimate.js';
import { oneOf } from '../../../core/oneOf.js';
import { BUYING_MODELS } from '../ask/purchaseModels.js';
import { checkTime } from '../model/checks.js';
import { compileClv } from '../model/compileClv.js';
import { daysOf, type TimedModel } from './daysOf.js';

/**
 * Returns how many repeat purchases a model expects of a base of customers up to the end of a week, an estimate. Beside
 * `cumulativeActual` it shows whether a model tracks what happened.
 *
 * @param model a fitted model, or one with its `timeUnit`; without it its times are weeks
 * @param births of each customer the day of the first purchase, as days from the start of the first week on
 * @param week number of the week, from 0 on; it ends with day 7 × week
 * @throws SalesModelError `segmentation.clv.parameter`, `segmentation.clv.time`, `option.unknown`
 * @example
 * import { cumulativeExpected } from 'salesmodel/segmentation/clv';
 *
 * const model = { model: 'bgNbd', params: { r: 0.3, alpha: 5, a: 0.7, b: 2.2 } } as const;
 * // The third customer comes in the second week.
 * [1, 2, 26].map((week) => cumulativeExpected(model, [0, 3, 10], week).toFixed(3)); // => [ '0.092', '0.237', '3.002' ]
 */
export function cumulativeExpected(model: TimedModel, births: readonly number[], week: number): Estimate {
  oneOf(model.model, BUYING_MODELS, ['model', 'model']);
  checkTime(week, ['week']);
  const evaluator = compileClv(model);
  const unit = daysOf(model, 'week');
  const customers = new Map<number, number>();
  births.forEach((birth, index) => {
    checkTime(birth, ['births', index]);
    customers.set(birth, (customers.get(birth) ?? 0) + 1);
  });
  let sum = 0;
  for (const [birth, count] of [...customers].toSorted(([a], [b]) => a - b)) {
    sum += count * evaluator.expectedPurchases(Math.max(0, (7 * week - birth) / unit));
  }
  return sum;
}
