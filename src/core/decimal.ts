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
const BASE = 10 ** WORD;
/** Powers of ten up to one word. */
const POWERS: readonly number[] = [1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7];
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
    const short = shortDecimal(value);
    if (short !== null) return short;
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

/** A text of at most so many digits is read as one whole number of its last decimal place. */
const SHORT_DIGITS = 15;

/** Reads a text of few digits without decimal.js, which takes ten times as long; `null` for longer or wrong texts. */
function shortDecimal(text: string): Decimal | null {
  const { length } = text;
  const first = text.charCodeAt(0) === MINUS ? 1 : 0;
  const lead = text.charCodeAt(first);
  if (length - first > SHORT_DIGITS + 1 || !(lead >= DIGIT_0 && lead <= DIGIT_9)) return null;
  let units = lead - DIGIT_0;
  let scale = -1;
  for (let at = first + 1; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= DIGIT_0 && code <= DIGIT_9) {
      if (lead === DIGIT_0 && at === first + 1) return null;
      units = units * 10 + (code - DIGIT_0);
      if (scale >= 0) scale += 1;
    } else if (code === POINT && scale < 0 && at + 1 < length) scale = 0;
    else return null;
  }
  if (units > MAX_SHORT || scale > WORD || (units === 0 && first === 1)) return null;
  return decimalOf(first === 1 ? -units : units, Math.max(scale, 0));
}

const MINUS = 45;
const POINT = 46;
const DIGIT_0 = 48;
const DIGIT_9 = 57;
const MAX_SHORT = 10 ** SHORT_DIGITS - 1;

/**
 * A whole number of 10⁻ˢᶜᵃˡᵉ units as a decimal. The words of its coefficient are cut from the number itself: to write it
 * down for decimal.js to read takes ten times as long.
 *
 * @param units safe integer
 */
export function decimalOf(units: number | bigint, scale: number): Decimal {
  if (units === 0 || units === 0n) return ZERO;
  if (typeof units === 'bigint' || scale > WORD) return new Decimal(scale === 0 ? units : `${units}e-${scale}`);
  const size = Math.abs(units);
  const unit = POWERS[scale]!;
  const rest = size % unit;
  const whole = (size - rest) / unit;
  const low = whole % BASE;
  const high = (whole - low) / BASE;
  const words = whole === 0 ? [] : high === 0 ? [low] : high < BASE ? [high, low] : splitWords(high, low);
  let exponent = (words.length - 1) * WORD;
  const fraction = rest * POWERS[WORD - scale]!;
  if (fraction > 0) words.push(fraction);
  else while (words[words.length - 1] === 0) words.pop();
  for (let lead = words[0]!; lead >= 10; lead /= 10) exponent += 1;
  const decimal = new Decimal(1) as { s: number; e: number; d: number[] };
  decimal.s = units < 0 ? -1 : 1;
  decimal.e = exponent;
  decimal.d = words;
  return decimal as Decimal;
}

function splitWords(high: number, low: number): number[] {
  const middle = high % BASE;
  return [(high - middle) / BASE, middle, low];
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
