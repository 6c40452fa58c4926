import { Decimal as Host } from 'decimal.js';
import type { Path } from './errors.js';
import { fail } from './fail.js';

/** A number in plain decimal notation: `-?(0|[1-9]\d*)(\.\d+)?`, never `-0`. Checked at run time, so literals compile. */
export type DecimalString = string;

/** What functions accept as a scalar. A `number` is read as its shortest round-trip decimal. */
export type DecimalLike = DecimalString | number | bigint | Host;

/**
 * The library's own decimal type: 60 significant digits for division and roots.
 * A host that changes decimal.js' global settings changes nothing here.
 */
export const Decimal: typeof Host = /* @__PURE__ */ Host.clone({
  defaults: true,
  precision: 60,
  rounding: Host.ROUND_HALF_EVEN,
  toExpNeg: -1000,
  toExpPos: 1000,
});
export type Decimal = Host;

export const ZERO: Decimal = /* @__PURE__ */ new Decimal(0);
export const ONE: Decimal = /* @__PURE__ */ new Decimal(1);

/** For sums, products and integer quotients of any length: nothing is rounded, and only the digits that exist are kept. */
export const Exact: typeof Host = /* @__PURE__ */ Decimal.clone({ precision: 1e9 });

/** For quotients, rounded once. */
const Quotient: typeof Host = /* @__PURE__ */ Decimal.clone({ precision: 40 });

/** The most digits a decimal may have, before and after the point together. */
export const MAX_DIGITS = 1000;

/**
 * The texts that are decimals of at most {@link MAX_DIGITS} digits. The schema of decimals uses the same pattern,
 * so what it accepts and what a calculation reads are one set.
 */
export const DECIMAL_PATTERN = /^(?!-0(?:\.0+)?$)(?=-?(?:\.?\d){1,1000}$)-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Digits of one word of a decimal.js coefficient. */
const WORD = 7;
/** Words that always fit the 60 digits of {@link Decimal}, with a digit to carry. */
const SAFE_WORDS = 8;

/**
 * Reads a scalar exactly.
 *
 * @param value decimal string in plain notation, finite number, bigint or Decimal
 * @param path where the value stands in the input, for the error
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 */
export function toDecimal(value: DecimalLike, path: Path = []): Decimal {
  if (typeof value === 'string') {
    if (DECIMAL_PATTERN.test(value)) return new Decimal(value);
    const digits = value.length - (value.startsWith('-') ? 1 : 0) - (value.includes('.') ? 1 : 0);
    if (digits > MAX_DIGITS) fail('decimal.tooLong', path, { max: MAX_DIGITS, digits });
    fail('decimal.invalid', path, { value });
  }
  if (typeof value === 'object' && value !== null && value.constructor === Decimal) return finite(value, path);
  const readable = typeof value === 'number' || typeof value === 'bigint' || Host.isDecimal(value);
  if (!readable) fail('decimal.invalid', path, { value });
  const decimal = finite(new Decimal(value), path);
  const digits = Math.max(decimal.e, 0) + 1 + decimal.dp();
  if (digits > MAX_DIGITS) fail('decimal.tooLong', path, { max: MAX_DIGITS, digits });
  return decimal;
}

function finite(value: Decimal, path: Path): Decimal {
  if (!value.isFinite()) fail('decimal.invalid', path, { value: String(value) });
  return value;
}

/** Exact sum. Sums mostly begin with nothing. */
export function plus(a: Decimal, b: Decimal): Decimal {
  if (a === ZERO || b === ZERO) return withoutSign(a === ZERO ? b : a);
  return fits(a, b) ? a.plus(b) : new Decimal(Exact.add(a, b));
}

/** Exact difference. */
export function minus(a: Decimal, b: Decimal): Decimal {
  if (b === ZERO) return withoutSign(a);
  return fits(a, b) ? a.minus(b) : new Decimal(Exact.sub(a, b));
}

/** Exact product. */
export function times(a: Decimal, b: Decimal): Decimal {
  return a.d.length + b.d.length <= SAFE_WORDS ? a.times(b) : new Decimal(Exact.mul(a, b));
}

/** Quotient, rounded once to 40 significant digits, half even: the precision at which an amount waits for its rounding policy. */
export function divide(a: Decimal, b: Decimal): Decimal {
  return new Decimal(Quotient.div(a, b));
}

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  return a.cmp(b) as -1 | 0 | 1;
}

/** Canonical text: plain notation, no trailing zeros, no `-0`. */
export function toText(value: Decimal): DecimalString {
  return value.toFixed();
}

/**
 * Returns the canonical text of a number: plain notation, no trailing zeros, or exactly `scale` decimals.
 * A scale pads with zeros or refuses; nothing is rounded.
 *
 * @param x decimal string in plain notation, finite number, bigint or Decimal
 * @param scale number of decimals of the result, an integer from 0 to 1000
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`, `decimal.scale`, `scale.invalid`
 * @example
 * import { decimalString } from 'salesmodel/core';
 *
 * decimalString(1e-7); // => '0.0000001'
 * decimalString('12.5', 2); // => '12.50'
 */
export function decimalString(x: DecimalLike, scale?: number): DecimalString {
  const value = toDecimal(x, ['x']);
  if (scale === undefined) return toText(value);
  if (!Number.isInteger(scale) || scale < 0 || scale > MAX_DIGITS) {
    fail('scale.invalid', ['scale'], { max: MAX_DIGITS, value: scale });
  }
  if (value.dp() > scale) fail('decimal.scale', ['x'], { scale, value: toText(value) });
  return value.toFixed(scale);
}

/** The number itself, and for −0 the 0 that a sum gives. */
function withoutSign(value: Decimal): Decimal {
  return value.isZero() ? ZERO : value;
}

/** Whether the digits of both, written one below the other, lie in so few words that no sum of theirs is rounded. */
function fits(a: Decimal, b: Decimal): boolean {
  const topA = Math.floor(a.e / WORD);
  const topB = Math.floor(b.e / WORD);
  const lowest = Math.min(topA - a.d.length, topB - b.d.length);
  return Math.max(topA, topB) - lowest <= SAFE_WORDS;
}
