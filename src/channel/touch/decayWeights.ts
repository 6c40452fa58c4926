import type { Path } from '../../core/errors.js';
import type { Estimate } from '../../core/estimate.js';
import { exp } from '../../core/elementary.js';
import { DAY_MS, parseInstant } from '../../core/instant.js';
import { NO_DAY, parseDay } from '../../core/parseDay.js';
import { fail } from '../fail.js';
import type { AttributionPath } from './attributionPath.js';

/** Parts of a conversion by age of the touches: 2^(−age ÷ half-life), made to add up to 1. */
export function decayWeights({ touches, convertedAt }: AttributionPath, halfLife: number, path: Path): Estimate[] {
  const times = touches.map(({ at }, touch) => daysOf(at, [...path, 'touches', touch, 'at']));
  const end = convertedAt === undefined ? times.at(-1)! : daysOf(convertedAt, [...path, 'convertedAt']);
  const ages = times.map((time, touch) => {
    if (time > end)
      fail('path.time', [...path, 'touches', touch, 'at'], {
        expected: 'up to the conversion',
        value: String(touches[touch]!.at),
      });
    return end - time;
  });
  // Counted from the youngest: of a long way all weights would be too small for a double, while their proportions are not.
  const youngest = Math.min(...ages);
  const weights = ages.map((age) => exp((-Math.LN2 * (age - youngest)) / halfLife));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Days since 1970, with a fraction of an instant. */
export function daysOf(at: string | undefined, path: Path): number {
  const day = typeof at === 'string' ? parseDay(at) : NO_DAY;
  if (day !== NO_DAY) return day;
  const ms = typeof at === 'string' ? parseInstant(at) : NaN;
  if (Number.isNaN(ms)) fail('path.time', path, { expected: 'a date or an instant', value: String(at) });
  return ms / DAY_MS;
}
