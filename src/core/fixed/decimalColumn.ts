import { Decimal } from '../decimal.js';
import type { FixedColumn } from './column.js';

/** One value of a column. */
export function decimalAt({ values, scale }: FixedColumn, index: number): Decimal {
  return scaledDecimal(values[index] ?? 0, scale);
}

/** An integer in units of 10⁻ˢᶜᵃˡᵉ as a decimal. */
export function scaledDecimal(value: number | bigint, scale: number): Decimal {
  return new Decimal(scale === 0 ? value : `${value}e-${scale}`);
}

/** Exact values as a column of the smallest scale that holds them all, in doubles where every one is a safe integer. */
export function columnOf(values: readonly Decimal[]): FixedColumn {
  const scale = values.reduce((most, value) => Math.max(most, value.decimalPlaces()), 0);
  const integers = values.map((value) => scaledInteger(value, scale));
  const safe = integers.every((value) => -MAX_SAFE <= value && value <= MAX_SAFE);
  return { values: safe ? Float64Array.from(integers, Number) : integers, scale };
}

/** `value × 10^scale` for a value with at most `scale` decimals. */
export function scaledInteger(value: Decimal, scale: number): bigint {
  return BigInt(value.toFixed(scale).replace('.', ''));
}

const MAX_SAFE = 9007199254740991n;
