import type { DecimalLike, DecimalString } from './decimal.js';
import { Decimal, Exact, ONE, compare, minus, plus, times, toDecimal } from './decimal.js';
import type { Path } from './errors.js';
import { fail } from './fail.js';
import { oneOf } from './oneOf.js';

/** Every way to choose between the two multiples around a number. `up` is away from zero, `down` toward it. */
export const ROUNDING_MODES = ['halfEven', 'halfUp', 'halfDown', 'up', 'down', 'ceiling', 'floor'] as const;

/**
 * Which of the two multiples around a number is taken. `halfEven`, `halfUp` (away from zero) and `halfDown` (toward it)
 * take the nearest and differ on ties; `up` is away from zero, `down` toward it, `ceiling` to the greater, `floor` to the lesser.
 *
 * @useDeclaredType
 */
export type RoundingMode = (typeof ROUNDING_MODES)[number];

/** Every rule for what is left over when the parts of a total are rounded. */
export const RESIDUES = ['largestRemainder', 'first', 'last', 'largestWeight'] as const;

/**
 * Who gets what is left when the parts of a total are rounded. `largestRemainder`: every part is cut toward zero, the rest
 * goes out one increment each to the largest cuts, ties to the earlier part. Under the others every part is rounded by the
 * mode and one takes the difference: the `first`, the `last`, or that of the `largestWeight` (ties to the earlier).
 *
 * @useDeclaredType
 */
export type Residue = (typeof RESIDUES)[number];

/**
 * How and where amounts are rounded. Everything that no policy rounds stays exact.
 *
 * @typeParam Place the places of a domain, such as `line | component | statement` of commissions
 */
export interface RoundingPolicy<Place extends string = string> {
  /** Default `halfEven`. */
  readonly mode?: RoundingMode;
  /** Results are multiples of this positive decimal. Default: one minor unit of the currency. */
  readonly increment?: DecimalString;
  /** Where rounding happens. Each domain lists its places and its default. */
  readonly at?: Place;
  /** Default `largestRemainder`. */
  readonly residue?: Residue;
}

/**
 * Returns the multiple of the policy's increment that the mode takes for a number, with the decimals of the increment.
 *
 * @param x the number to round
 * @param policy `increment`: positive decimal, such as `"0.01"`, `"0.05"` or `"1000"`; `mode`: default `halfEven`
 * @throws SalesModelError `rounding.increment`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { round } from 'salesmodel/core';
 *
 * round('12.345', { increment: '0.01' }); // => '12.34'
 * round('12.345', { increment: '0.01', mode: 'halfUp' }); // => '12.35'
 * round('12.33', { increment: '0.05' }); // => '12.35'
 * round('1499', { increment: '1000' }); // => '1000'
 */
export function round(
  x: DecimalLike,
  policy: { readonly increment: DecimalLike; readonly mode?: RoundingMode },
): DecimalString {
  const increment = toIncrement(policy.increment, ['increment']);
  const mode = oneOf(policy.mode ?? 'halfEven', ROUNDING_MODES, ['mode']);
  return roundDecimal(toDecimal(x, ['x']), increment, mode).toFixed(increment.dp());
}

/** Reads an increment. */
export function toIncrement(value: DecimalLike, path: Path): Decimal {
  const increment = toDecimal(value, path);
  if (increment.lte(0)) fail('rounding.increment', path, { value });
  return increment;
}

/** The multiple of a positive increment that the mode takes for x. */
export function roundDecimal(x: Decimal, increment: Decimal, mode: RoundingMode): Decimal {
  const isDecimalPlace = increment.e <= 0 && increment.d.length === 1 && POWERS_OF_TEN.has(increment.d[0]);
  if (isDecimalPlace) return x.toDecimalPlaces(-increment.e, HOST_MODE[mode]);
  return times(roundQuotient(x, increment, mode), increment);
}

/** The whole number that the mode takes for the exact quotient n/d: one rounding, whatever the digits of either. */
export function roundQuotient(n: Decimal, d: Decimal, mode: RoundingMode): Decimal {
  const whole = new Decimal(new Exact(n).divToInt(d));
  const rest = minus(n, times(whole, d));
  if (rest.isZero()) return whole;
  const negative = n.isNegative() !== d.isNegative();
  const half = compare(times(TWO, rest).abs(), d.abs());
  return isAway(mode, negative, half, () => !whole.mod(TWO).isZero()) ? plus(whole, negative ? MINUS_ONE : ONE) : whole;
}

/** The same for whole numbers; d is positive. */
export function roundUnits(n: bigint, d: bigint, mode: RoundingMode): bigint {
  const whole = n / d;
  const rest = n % d;
  if (rest === 0n) return whole;
  const negative = n < 0n;
  const twice = negative ? -2n * rest : 2n * rest;
  const half = twice < d ? -1 : twice > d ? 1 : 0;
  return isAway(mode, negative, half, () => whole % 2n !== 0n) ? whole + (negative ? -1n : 1n) : whole;
}

/**
 * Whether a number that was cut toward zero has to go one unit away from it.
 *
 * @param half how twice what was cut off compares to one unit
 * @param isOdd whether the cut number is an odd count of units; asked on a tie only
 */
function isAway(mode: RoundingMode, negative: boolean, half: -1 | 0 | 1, isOdd: () => boolean): boolean {
  switch (mode) {
    case 'up':
      return true;
    case 'down':
      return false;
    case 'ceiling':
      return !negative;
    case 'floor':
      return negative;
    case 'halfUp':
      return half >= 0;
    case 'halfDown':
      return half > 0;
    case 'halfEven':
      return half > 0 || (half === 0 && isOdd());
  }
}

const TWO: Decimal = /* @__PURE__ */ new Decimal(2);
const MINUS_ONE: Decimal = /* @__PURE__ */ new Decimal(-1);

/** The first words of the decimal.js coefficients of 1, 0.1, 0.01, … */
const POWERS_OF_TEN: ReadonlySet<number | undefined> = /* @__PURE__ */ new Set([1, 10, 1e2, 1e3, 1e4, 1e5, 1e6]);

/** decimal.js' numbers of the modes: its class constants would keep a module from being dropped from a bundle. */
const HOST_MODE: Readonly<Record<RoundingMode, 0 | 1 | 2 | 3 | 4 | 5 | 6>> = {
  up: 0,
  down: 1,
  ceiling: 2,
  floor: 3,
  halfUp: 4,
  halfDown: 5,
  halfEven: 6,
};
