import { type DecimalLike, minus, ONE, toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { toProportions } from '../../core/scaled.js';
import { fail } from '../fail.js';

/** What a sample has to show. */
export interface SampleSizeFacts {
  /** Probability, above 0 and below 1, that a worse population is seen to be one. */
  readonly confidence: DecimalLike;
  /** The greatest rate of errors that is tolerated, above 0 and below 1. */
  readonly tolerableRate: DecimalLike;
  /** Errors that the sample may have. */
  readonly expectedErrors: number;
}

/** Beyond it the exact test would take too long. */
const MAX_SIZE = 100_000;

/**
 * Returns the least sample that shows with a confidence that errors are rarer than a rate, when it has no more than the
 * expected number: the smallest n with P(Bin(n, p) ≤ errors) ≤ 1 − confidence, decided exactly.
 *
 * @param facts confidence, rate, errors
 * @throws SalesModelError `sample.probability`, `sample.size` (a sample of more than 100,000), `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { auditSampleSize } from 'salesmodel/team';
 *
 * [0, 1, 2].map((expectedErrors) => auditSampleSize({ confidence: '0.95', tolerableRate: '0.05', expectedErrors })); // => [ 59, 93, 124 ]
 */
export function auditSampleSize({ confidence, tolerableRate, expectedErrors }: SampleSizeFacts): number {
  const share = probability(confidence, ['confidence']);
  const rate = probability(tolerableRate, ['tolerableRate']);
  if (!Number.isSafeInteger(expectedErrors) || expectedErrors < 0 || expectedErrors >= MAX_SIZE) {
    fail('sample.size', ['expectedErrors'], { max: MAX_SIZE, value: String(expectedErrors) });
  }
  const [p, q, one] = toProportions([rate, minus(ONE, rate), ONE]) as [bigint, bigint, bigint];
  const [risk, whole] = toProportions([minus(ONE, share), ONE]) as [bigint, bigint];
  /** Whether n items with so few errors happen too rarely in a population at the rate. */
  const isEnough = (n: number): boolean => {
    let term = q ** BigInt(n);
    let sum = term;
    for (let k = 1; k <= expectedErrors; k++) {
      // C(n, k) p^k q^(n−k) from the term before; the division leaves no rest while the power of q is kept whole.
      term = (term * BigInt(n - k + 1) * p) / (BigInt(k) * q);
      sum += term;
    }
    return sum * whole <= risk * one ** BigInt(n);
  };
  let high = expectedErrors + 1;
  while (!isEnough(high)) {
    if (high >= MAX_SIZE) fail('sample.size', ['tolerableRate'], { max: MAX_SIZE, value: toText(rate) });
    high = Math.min(high * 2, MAX_SIZE);
  }
  let low = Math.max(expectedErrors, high >> 1);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function probability(value: DecimalLike, path: Path): ReturnType<typeof toDecimal> {
  const read = toDecimal(value, path);
  if (read.lte(0) || read.gte(1)) fail('sample.probability', path, { value: toText(read) });
  return read;
}
