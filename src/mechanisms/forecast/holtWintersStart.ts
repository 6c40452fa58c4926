import type { Path } from '../../core/errors.js';
import { checkPositive, type Estimate } from '../../core/estimate.js';
import { oneOf } from '../../core/oneOf.js';
import { decompose } from './decompose.js';
import { fail } from './fail.js';
import { readNumber, readSeries } from './readSeries.js';

/** Level, trend and season at a point of a series; `season[0]` is for the next value. */
export interface HoltWintersStart {
  readonly level: Estimate;
  /** Rise a period. */
  readonly trend: Estimate;
  /** One figure a place in the season: differences, or factors above 0. */
  readonly season: readonly Estimate[];
}

interface Start extends HoltWintersStart {
  /** Values of which there is no error. */
  readonly skip: number;
  /** Values that the series must have. */
  readonly need: number;
}

interface WantedStart {
  readonly period: number;
  readonly isFactor: boolean;
  readonly start: 'decompose' | HoltWintersStart;
  readonly path: Path;
}

/** @throws SalesModelError `forecast.length`, `decimal.invalid`, `estimate.finite`, `estimate.positive`, `option.unknown` */
export function startOf(values: readonly number[], { period, isFactor, start, path }: WantedStart): Start {
  if (typeof start === 'object') return givenStart(period, isFactor, start, path);
  oneOf(start, ['decompose'], path);
  const need = 2 * period;
  if (values.length < need) return { level: 0, trend: 0, season: [], skip: period, need };
  const { trend: means, season } = decompose(values.slice(0, need), period, isFactor);
  const { intercept, slope } = lineThrough(means.filter((mean) => mean !== null));
  return { level: intercept, trend: slope, season, skip: period, need };
}

function givenStart(period: number, isFactor: boolean, start: HoltWintersStart, path: Path): Start {
  const level = readNumber(start.level, [...path, 'level']);
  const trend = readNumber(start.trend, [...path, 'trend']);
  const season = readSeries(start.season, [...path, 'season']);
  if (season.length !== period) {
    fail('forecast.length', [...path, 'season'], { expected: period, length: season.length });
  }
  if (isFactor) season.forEach((figure, index) => checkPositive(figure, [...path, 'season', index]));
  return { level, trend, season, skip: 0, need: 1 };
}

/** The line of least squares through values at 1, 2, …: its height at 0 and its slope. */
function lineThrough(values: readonly number[]): { readonly intercept: number; readonly slope: number } {
  const middle = (values.length + 1) / 2;
  let sum = 0;
  let rise = 0;
  let spread = 0;
  values.forEach((value, index) => {
    const distance = index + 1 - middle;
    sum += value;
    rise += distance * value;
    spread += distance * distance;
  });
  const slope = rise / spread;
  return { intercept: sum / values.length - slope * middle, slope };
}
