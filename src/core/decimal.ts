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

/** Wide enough for every sum and product of two decimals of at most {@link MAX_DIGITS} digits, so those are never rounded. */
const Exact: typeof Host = /* @__PURE__ */ Decimal.clone({ precision: 4000 });

/** The most digits a decimal may have. */
export const MAX_DIGITS = 1000;

const CANONICAL = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/**
 * Reads a scalar exactly.
 *
 * @param value decimal string in plain notation, finite number, bigint or Decimal
 * @param path where the value stands in the input, for the error
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 */
export function toDecimal(value: DecimalLike, path: Path = []): Decimal {
  if (typeof value === 'string') {
    if (value.length > MAX_DIGITS + 2) fail('decimal.tooLong', path, { max: MAX_DIGITS, digits: value.length });
    if (!CANONICAL.test(value)) fail('decimal.invalid', path, { value });
    return new Decimal(value);
  }
  if (typeof value === 'number' || typeof value === 'bigint') {
    if (typeof value === 'number' && !Number.isFinite(value)) fail('decimal.invalid', path, { value: String(value) });
    return new Decimal(value);
  }
  if (!Host.isDecimal(value) || !value.isFinite()) fail('decimal.invalid', path, { value: String(value) });
  return new Decimal(value);
}

/** Exact sum. */
export function plus(a: Decimal, b: Decimal): Decimal {
  return new Decimal(Exact.add(a, b));
}

/** Exact difference. */
export function minus(a: Decimal, b: Decimal): Decimal {
  return new Decimal(Exact.sub(a, b));
}

/** Exact product. */
export function times(a: Decimal, b: Decimal): Decimal {
  return new Decimal(Exact.mul(a, b));
}

/** Quotient to 40 significant digits, half even: the precision at which an amount waits for its rounding policy. */
export function divide(a: Decimal, b: Decimal): Decimal {
  return Decimal.div(a, b).toSignificantDigits(40, Host.ROUND_HALF_EVEN);
}

/** Canonical text: plain notation, no trailing zeros, no `-0`. */
export function toText(value: Decimal): DecimalString {
  return value.isZero() ? '0' : value.toFixed();
}
