import type { Path } from '../../../core/errors.js';
import { fail } from '../fail.js';
import { isCount, MOST_COUNT } from './history.js';

/** Refuses a parameter that is no finite number above 0. */
export function checkParams(params: Readonly<Record<string, number>>, names: readonly string[]): void {
  for (const name of names) {
    const value = params[name]!;
    if (!(Number.isFinite(value) && value > 0)) {
      fail('segmentation.clv.parameter', ['model', 'params', name], { value: String(value) });
    }
  }
}

/** Refuses a time that is no finite number from 0 on. */
export function checkTime(t: number, path: Path = ['t']): void {
  if (!(Number.isFinite(t) && t >= 0)) fail('segmentation.clv.time', path, { value: String(t) });
}

/** Refuses what is no whole number from `least` to the most that is counted. */
export function checkCount(value: number, path: Path, least = 0): void {
  if (!isCount(value) || value < least) {
    fail('segmentation.clv.count', path, { least, most: MOST_COUNT, value: String(value) });
  }
}

/** Refuses a rate that is no finite number above −1. */
export function checkRate(rate: number, path: Path): void {
  if (!(Number.isFinite(rate) && rate > -1)) fail('segmentation.clv.rate', path, { value: String(rate) });
}
