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
  // Most lists have one scale throughout, which the first element tells: one look at each text is enough for them.
  const [first] = texts;
  let scale = typeof first === 'string' ? decimalsOf(first) : 0;
  let values = readAt(texts, scale);
  if (values === null) {
    const own = scale;
    texts.forEach((text, at) => {
      // What no compiler has seen may be anything.
      if (typeof text !== 'string') fail('decimal.invalid', [...path, at, ...field], { value: text });
      scale = Math.max(scale, decimalsOf(text));
    });
    if (scale > own) values = readAt(texts, scale);
  }
  return { values: values ?? texts.map((text, at) => scaledBigint(text, scale, [...path, at, ...field])), scale };
}

function decimalsOf(text: DecimalString): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** The integers at a scale; `null` where one is finer, no safe integer, no decimal or no text. */
function readAt(texts: readonly DecimalString[], scale: number): Float64Array | null {
  const values = new Float64Array(texts.length);
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at]!;
    const value = typeof text === 'string' ? parseScaled(text, scale) : NaN;
    if (value !== value) return null;
    values[at] = value;
  }
  return values;
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
