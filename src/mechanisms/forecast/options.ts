import type { Path } from '../../core/errors.js';
import { fail } from './fail.js';

/** The most periods ahead, values in a season or points in a window. */
const MOST = 100_000;

/** Refuses what is not a number from 0 to 1; what is left out is to be fitted. */
export function checkParameter(value: number | undefined, path: Path): void {
  if (value !== undefined && !(value >= 0 && value <= 1)) fail('forecast.parameter', path, { value: String(value) });
}

/** Returns a whole number of things, at least `least`. */
export function countOf(value: number, path: Path, least = 1): number {
  if (!isCount(value, least)) fail('forecast.count', path, { least, most: MOST, value: String(value) });
  return value;
}

/** Returns the number of values in a season: at least 2, or 1 where the last value may stand for a season. */
export function periodOf(value: number, path: Path, least = 2): number {
  if (!isCount(value, least)) fail('forecast.period', path, { least, most: MOST, value: String(value) });
  return value;
}

/** Returns how many periods are forecast. */
export function horizonOf({ horizon = 1 }: Horizon): number {
  return countOf(horizon, ['options', 'horizon']);
}

function isCount(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least && value <= MOST;
}

/** How far ahead a forecast goes. */
export interface Horizon {
  /** Periods to forecast, a whole number from 1 on; default 1. */
  readonly horizon?: number;
}
