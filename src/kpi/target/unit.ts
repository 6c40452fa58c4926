import { findCurrency, isoCurrencies, minorUnit } from '../../core/currency.js';
import { type Decimal, type DecimalLike, type DecimalString, ONE, toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { toIncrement } from '../../core/rounding.js';
import { parseScaled } from '../../core/fixed/parseScaled.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import type { Ratio } from '../../core/ratio.js';
import { toScaled } from '../../core/scaled.js';
import { fail } from '../fail.js';
import { valueText } from '../unitRatio.js';

/** What amounts are multiples of. */
export interface UnitOptions {
  /** Positive decimal. Default: one minor unit of the currency, without a currency 1. */
  readonly unit?: DecimalLike;
  /** Code of ISO 4217. */
  readonly currency?: string;
}

/** Amounts as whole numbers of a unit. */
export interface UnitScale {
  readonly unit: DecimalString;
  /** @throws SalesModelError `target.unit` where the amount is no multiple of the unit */
  readonly read: (amount: DecimalLike, path: Path) => bigint;
  /** With the decimals of the unit. */
  readonly text: (units: bigint) => DecimalString;
  /** The quotients of amounts over one whole. */
  readonly over: (whole: bigint) => (units: bigint) => Ratio;
  readonly decimal: Decimal;
}

/** Reads a unit. */
export function unitScale({ unit, currency }: UnitOptions): UnitScale {
  const minor = currency === undefined ? ONE : minorUnit(findCurrency(currency, isoCurrencies, ['currency']));
  const step = toIncrement(unit ?? minor, ['unit']);
  const decimals = step.dp();
  const stepUnits = toScaled(step, decimals);
  const steps = Number(stepUnits);
  const inPlaces = (units: bigint): number | bigint => shortest(steps === 1 ? units : units * stepUnits);
  return {
    unit: toText(step),
    decimal: step,
    read(amount, path) {
      const plain = typeof amount === 'string' ? parseScaled(amount, decimals) : NaN;
      if (plain % steps === 0) return BigInt(plain / steps);
      const value = toDecimal(amount, path);
      const scale = Math.max(value.dp(), decimals);
      const size = toScaled(step, scale);
      const units = toScaled(value, scale);
      if (units % size !== 0n) fail('target.unit', path, { unit: toText(step), value: toText(value) });
      return units / size;
    },
    text: (units) => scaledText(inPlaces(units), decimals, decimals),
    over(whole) {
      const denominator = scaledText(inPlaces(whole), decimals);
      // A common factor, such as the step, changes no quotient.
      const by = shortest(whole);
      return (units) => {
        const numerator = scaledText(inPlaces(units), decimals);
        return whole === 0n
          ? { numerator, denominator, value: null, reason: 'zeroDenominator' }
          : { numerator, denominator, value: valueText(shortest(units), by) };
      };
    },
  };
}

/** A double where it is a safe integer. */
function shortest(units: bigint): number | bigint {
  const short = Number(units);
  return Number.isSafeInteger(short) ? short : units;
}
