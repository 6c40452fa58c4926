import { type DecimalLike, type DecimalString, Decimal, toDecimal, toText } from '../../core/decimal.js';
import { toProportions } from '../../core/scaled.js';
import { fail } from '../fail.js';

/** Decimals of the rate, as those of a ratio. */
const SHIFT = 10n ** 12n;
const MOST_YEARS = 200;

/**
 * Returns the compound annual growth rate (last ÷ first)^(1 ÷ n) − 1, exact to 12 decimals, half even; `null` where the
 * first value is not positive, the last is negative or there is no year.
 *
 * @param first value at the start
 * @param last value at the end
 * @param n whole number of years between them, at most 200
 * @throws SalesModelError `kpi.years`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { cagr } from 'salesmodel/kpi';
 *
 * cagr('254', '454', 5); // => '0.123167238885'
 * cagr('100', '121', 2); // => '0.1'
 * cagr('0', '121', 2); // => null
 */
export function cagr(first: DecimalLike, last: DecimalLike, n: number): DecimalString | null {
  if (!Number.isInteger(n) || n > MOST_YEARS) fail('kpi.years', ['n'], { value: n, max: MOST_YEARS });
  const start = toDecimal(first, ['first']);
  const end = toDecimal(last, ['last']);
  if (start.lte(0) || end.isNegative() || n < 1) return null;
  const [a, b] = toProportions([start, end]) as [bigint, bigint];
  const power = BigInt(n);
  // The greatest whole k with (k ÷ 10¹²)ⁿ ≤ b ÷ a, which is that with kⁿ ≤ ⌊b·10¹²ⁿ ÷ a⌋.
  const root = wholeRoot((b * SHIFT ** power) / a, power);
  // Whether the root lies below, on or above the middle between k and k + 1.
  const middle = (2n * root + 1n) ** power * a;
  const reached = b * (2n * SHIFT) ** power;
  const isUp = reached > middle || (reached === middle && root % 2n === 1n);
  return toText(new Decimal(`${root + (isUp ? 1n : 0n) - SHIFT}e-12`));
}

/** The greatest whole number whose n-th power is not above a number, by Newton's steps from above. */
function wholeRoot(value: bigint, n: bigint): bigint {
  if (value === 0n || n === 1n) return value;
  let root = 1n << (BigInt(value.toString(2).length) / n + 1n);
  for (;;) {
    const next = ((n - 1n) * root + value / root ** (n - 1n)) / n;
    if (next >= root) return root;
    root = next;
  }
}
