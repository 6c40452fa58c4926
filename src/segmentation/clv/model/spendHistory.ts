import type { Path } from '../../../core/errors.js';
import { fail } from '../fail.js';
import { isCount, MOST_COUNT } from './history.js';

/** What a model of spending knows of a customer, as `repeatSummaries` gives it. */
export interface SpendHistory {
  /** Purchases that the mean is of, a whole number from 0 to 100,000. */
  readonly x: number;
  /** Mean spend a purchase, above 0; `null` where `x` is 0. */
  readonly meanSpend: string | number | null;
}

/** Returns count and mean as numbers, the mean 0 where there is no purchase. */
export function readSpend(history: SpendHistory, path: Path, least = 0): { x: number; z: number } {
  const { x } = history;
  if (!isCount(x) || x < least) {
    fail('segmentation.clv.count', [...path, 'x'], { least, most: MOST_COUNT, value: String(x) });
  }
  const z = x === 0 ? 0 : spendOf(history);
  if (x > 0 && !(z > 0))
    fail('segmentation.clv.positive', [...path, 'meanSpend'], { value: String(history.meanSpend) });
  return { x, z };
}

/** The mean as a number; NaN where it is none. */
export function spendOf({ meanSpend }: SpendHistory): number {
  if (meanSpend === null || meanSpend === '') return NaN;
  const value = Number(meanSpend);
  return Number.isFinite(value) ? value : NaN;
}
