import { findCurrency, isoCurrencies, minorUnit } from '../../core/currency.js';
import { type Decimal, type DecimalLike, type DecimalString, ONE, toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { toIncrement } from '../../core/rounding.js';
import { parseScaled } from '../../core/fixed/parseScaled.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import type { Ratio } from '../../core/ratio.js';
import { toScaled } from '../../core/scaled.js';
import { fail } from '../fail.js';
import { unitRatio } from '../unitRatio.js';

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
  /** The quotient of two amounts. */
  readonly ratio: (units: bigint, whole: bigint) => Ratio;
  readonly decimal: Decimal;
}

/** Reads a unit. */
export function unitScale({ unit, currency }: UnitOptions): UnitScale {
  const minor = currency === undefined ? ONE : minorUnit(findCurrency(currency, isoCurrencies, ['currency']));
  const step = toIncrement(unit ?? minor, ['unit']);
  const decimals = step.dp();
  const stepUnits = toScaled(step, decimals);
  const steps = Number(stepUnits);
  const inPlaces = (units: bigint): number | bigint => {
    const places = units * stepUnits;
    const short = Number(places);
    return Number.isSafeInteger(short) ? short : places;
  };
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
    ratio: (units, whole) => unitRatio(inPlaces(units), decimals, inPlaces(whole), decimals),
  };
}
