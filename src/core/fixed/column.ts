import { type DecimalString, toDecimal } from '../decimal.js';
import type { Path } from '../errors.js';
import { fail } from '../fail.js';
import { parseScaled } from './parseScaled.js';

/** Integers in units of 10⁻ˢᶜᵃˡᵉ: safe integers in doubles, 64-bit integers, or integers of any size. */
export interface FixedColumn {
  readonly values: Float64Array | BigInt64Array | readonly bigint[];
  readonly scale: number;
}

/**
 * Reads decimals into a column whose scale is that of the most precise one, in doubles where all fit.
 *
 * @param path of the list, for errors
 * @param field of an element that is not a decimal itself
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 */
export function fixedColumn(texts: readonly DecimalString[], path: Path = [], field: Path = []): FixedColumn {
  let scale = 0;
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]!;
    // What no compiler has seen may be anything.
    if (typeof text !== 'string') fail('decimal.invalid', [...path, i, ...field], { value: text });
    const point = text.indexOf('.');
    if (point >= 0 && text.length - point - 1 > scale) scale = text.length - point - 1;
  }
  const values = new Float64Array(texts.length);
  for (let i = 0; i < texts.length; i++) {
    const value = parseScaled(texts[i]!, scale);
    if (value !== value) {
      return { values: texts.map((text, at) => scaledBigint(text, scale, [...path, at, ...field])), scale };
    }
    values[i] = value;
  }
  return { values, scale };
}

/** The integers of a column at the same or a finer scale. */
export function bigintsOf({ values, scale }: FixedColumn, to: number = scale): bigint[] {
  const factor = 10n ** BigInt(to - scale);
  return Array.from(values as ArrayLike<number | bigint>, (value) => BigInt(value) * factor);
}

/** The integer of a decimal that has at most `scale` decimals. */
function scaledBigint(text: DecimalString, scale: number, path: Path): bigint {
  toDecimal(text, path);
  const point = text.indexOf('.');
  if (point < 0) return BigInt(text + '0'.repeat(scale));
  const decimals = text.slice(point + 1);
  return BigInt(text.slice(0, point) + decimals + '0'.repeat(scale - decimals.length));
}
