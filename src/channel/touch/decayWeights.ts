import type { Path } from '../../core/errors.js';
import { exp } from '../../core/elementary.js';
import { DAY_MS, parseInstant } from '../../core/instant.js';
import { NO_DAY, parseDay } from '../../core/parseDay.js';
import { fail } from '../fail.js';
import type { AttributionPath } from './attributionPath.js';

/** Ages in whole days whose weights are kept. */
const KEPT = 1024;

/**
 * Makes the function that gives the parts of a conversion by age of the touches: 2^(−age ÷ half-life), made to add up to 1.
 * The list that it returns is the next one's, too, and may be longer than the path.
 */
export function decayWeights(halfLife: number): (path: AttributionPath, at: number) => Float64Array {
  const kept = new Float64Array(KEPT).fill(-1);
  let weights = new Float64Array(16);
  return ({ touches, convertedAt }, at) => {
    const { length } = touches;
    if (length > weights.length) weights = new Float64Array(2 * length);
    let latest = -Infinity;
    for (let touch = 0; touch < length; touch++) {
      const time = timeOf(touches[touch]!.at) ?? daysOf(touches[touch]!.at, ['paths', at, 'touches', touch, 'at']);
      weights[touch] = time;
      if (time > latest) latest = time;
    }
    const end = convertedAt === undefined ? weights[length - 1]! : daysOf(convertedAt, ['paths', at, 'convertedAt']);
    if (latest > end) failLate(weights, end, touches, at);
    // Counted from the youngest: of a long way all weights would be too small for a double, while their proportions are not.
    let sum = 0;
    for (let touch = 0; touch < length; touch++) {
      const weight = weightOf(end - weights[touch]! - (end - latest));
      weights[touch] = weight;
      sum += weight;
    }
    for (let touch = 0; touch < length; touch++) weights[touch]! /= sum;
    return weights;
  };

  function weightOf(age: number): number {
    const isKept = age < KEPT && Number.isInteger(age);
    if (isKept && kept[age]! >= 0) return kept[age]!;
    const weight = exp((-Math.LN2 * age) / halfLife);
    if (isKept) kept[age] = weight;
    return weight;
  }
}

function failLate(times: Float64Array, end: number, touches: AttributionPath['touches'], at: number): never {
  const touch = touches.findIndex((_, place) => times[place]! > end);
  const params = { expected: 'up to the conversion', value: String(touches[touch]!.at) };
  return fail('path.time', ['paths', at, 'touches', touch, 'at'], params);
}

/** Days since 1970, with a fraction of an instant. */
export function daysOf(at: string | undefined, path: Path): number {
  return timeOf(at) ?? fail('path.time', path, { expected: 'a date or an instant', value: String(at) });
}

function timeOf(at: string | undefined): number | null {
  if (typeof at !== 'string') return null;
  const day = parseDay(at);
  if (day !== NO_DAY) return day;
  const ms = parseInstant(at);
  return Number.isNaN(ms) ? null : ms / DAY_MS;
}
