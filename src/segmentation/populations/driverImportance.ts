import type { Estimate } from '../../core/estimate.js';
import type { Path, Reason } from '../../core/errors.js';
import { fail } from '../fail.js';
import type { Survey } from '../schema/survey.js';

/** How closely a driver goes with the score. */
export interface DriverImportance {
  readonly driver: string;
  /** Pearson's correlation from −1 to 1; `null` where there is none. */
  readonly correlation: Estimate | null;
  /** Answers that have both. */
  readonly n: number;
  /** Why there is no correlation. */
  readonly reasons: readonly Reason[];
}

/**
 * Returns which drivers go with the score of a survey, the closest first and then by name; those without a correlation
 * come last. Answers that lack one of the two are left out of that driver.
 *
 * @param answers of a survey, in whole numbers
 * @throws SalesModelError `segmentation.survey.answer`
 * @example
 * import { driverImportance } from 'salesmodel/segmentation';
 *
 * const answers = [
 *   { customer: 'a', score: 9, drivers: { delivery: 5, price: 3 } },
 *   { customer: 'b', score: 6, drivers: { delivery: 3, price: 3 } },
 *   { customer: 'c', score: 3, drivers: { delivery: 1, price: 3 } },
 * ];
 * driverImportance(answers).map(({ driver, correlation }) => [driver, correlation]); // => [['delivery', 1], ['price', null]]
 */
export function driverImportance(answers: Survey['answers']): DriverImportance[] {
  answers.forEach(({ score, drivers = {} }, at) => {
    checkAnswer(score, ['answers', at, 'score']);
    for (const [driver, value] of Object.entries(drivers)) checkAnswer(value, ['answers', at, 'drivers', driver]);
  });
  const names = [...new Set(answers.flatMap(({ drivers }) => Object.keys(drivers ?? {})))];
  const found = names.map((driver): DriverImportance => {
    const pairs = answers.flatMap(({ score, drivers }): [number, number][] => {
      const value = drivers?.[driver];
      return score === null || value === null || value === undefined ? [] : [[value, score]];
    });
    const correlation = pearson(pairs);
    const code = pairs.length < 2 ? 'tooFew' : 'constant';
    const params = pairs.length < 2 ? { needed: 2, actual: pairs.length } : { driver };
    return { driver, correlation, n: pairs.length, reasons: correlation === null ? [{ code, params }] : [] };
  });
  const size = ({ correlation }: DriverImportance): number => (correlation === null ? -1 : Math.abs(correlation));
  return found.sort((a, b) => size(b) - size(a) || (a.driver < b.driver ? -1 : 1));
}

function checkAnswer(value: number | null, path: Path): void {
  if (value !== null && !Number.isSafeInteger(value)) fail('segmentation.survey.answer', path, { value });
}

/** Scores are whole numbers, so that the sums are exact and their order has no part in them. */
function pearson(pairs: readonly (readonly [number, number])[]): Estimate | null {
  const n = pairs.length;
  const sum = (of: (pair: readonly [number, number]) => number): number =>
    pairs.reduce((total, pair) => total + of(pair), 0);
  const x = sum(([a]) => a);
  const y = sum(([, b]) => b);
  const xx = n * sum(([a]) => a * a) - x * x;
  const yy = n * sum(([, b]) => b * b) - y * y;
  if (n < 2 || xx <= 0 || yy <= 0) return null;
  const value = (n * sum(([a, b]) => a * b) - x * y) / Math.sqrt(xx) / Math.sqrt(yy);
  return Math.max(-1, Math.min(1, value));
}
