import { checkTime } from '../model/checks.js';

/**
 * Returns how many repeat purchases there were up to the end of a week: what `cumulativeExpected` is compared with.
 *
 * @param repeats of each repeat purchase the day, as days from the start of the first week on
 * @param week number of the week, from 0 on; it ends with day 7 × week
 * @throws SalesModelError `segmentation.clv.time`
 * @example
 * import { cumulativeActual } from 'salesmodel/segmentation/clv';
 *
 * cumulativeActual([3, 6, 7, 20], 1); // => 2
 */
export function cumulativeActual(repeats: readonly number[], week: number): number {
  checkTime(week, ['week']);
  let count = 0;
  repeats.forEach((day, index) => {
    checkTime(day, ['repeats', index]);
    if (day < 7 * week) count++;
  });
  return count;
}
