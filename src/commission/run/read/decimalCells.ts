import { DECIMAL_PATTERN, type DecimalString, MAX_DIGITS } from '../../../core/decimal.js';
import type { FixedColumn } from '../../../core/fixed/column.js';
import { parseScaled } from '../../../core/fixed/parseScaled.js';

/**
 * A column of decimals while it is read, at a scale that grows with the texts. The finished column depends on the set
 * of the texts alone: its scale is the first one or what the most precise value needs, written zeros not counted.
 */
export class DecimalCells {
  readonly values: Float64Array;
  /** Decimals of the unit from here on. */
  scale: number;
  /** Cells before `end` that are still in units of an earlier scale, oldest first. */
  private readonly earlier: { readonly end: number; readonly scale: number }[] = [];
  private fits = true;

  constructor(length: number, scale: number) {
    this.values = new Float64Array(length);
    this.scale = scale;
  }

  /** Reads a cell; cells come in ascending order. Returns false for a text that is no decimal. */
  set(at: number, text: string): boolean {
    const value = parseScaled(text, this.scale);
    if (value !== value) return this.setLate(at, text);
    this.values[at] = value;
    return true;
  }

  /** {@link set} for a text that `parseScaled` could not read at the scale: with more decimals, too large, or none. */
  setLate(at: number, text: string): boolean {
    const short = withoutZeros(text);
    let value = short === text || text.length > MAX_DIGITS ? NaN : parseScaled(short, this.scale);
    if (value !== value) {
      if (!DECIMAL_PATTERN.test(text)) return false;
      const decimals = decimalsOf(short);
      if (decimals > this.scale) {
        this.earlier.push({ end: at, scale: this.scale });
        this.scale = decimals;
        value = parseScaled(short, decimals);
      }
      if (value !== value) {
        this.fits = false;
        value = 0;
      }
    }
    this.values[at] = value;
    return true;
  }

  /**
   * The column: of doubles where every value is a safe integer at the scale, else of bigints.
   *
   * @param textOf the text of a cell, `null` for one that was not set
   */
  finish(textOf: (at: number) => DecimalString | null): FixedColumn {
    const { values, scale } = this;
    if (this.fits && this.rescale()) return { values, scale };
    const integers: bigint[] = [];
    for (let at = 0; at < values.length; at++) {
      const text = textOf(at);
      integers.push(text === null ? 0n : scaledInteger(text, scale));
    }
    return { values: integers, scale };
  }

  /** Brings all cells to the last scale; false if one of them is no safe integer then. */
  private rescale(): boolean {
    let at = 0;
    for (const { end, scale } of this.earlier) {
      const factor = 10 ** (this.scale - scale);
      for (; at < end; at++) {
        const value = this.values[at]! * factor;
        // The factor may be infinite, which makes NaN of zeros; the bigints then tell.
        if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) return false;
        this.values[at] = value;
      }
    }
    return true;
  }
}

/** The integer of a decimal that needs at most `scale` decimals. */
function scaledInteger(text: DecimalString, scale: number): bigint {
  const point = text.indexOf('.');
  if (point < 0) return BigInt(text + '0'.repeat(scale));
  return BigInt(text.slice(0, point) + text.slice(point + 1, point + 1 + scale).padEnd(scale, '0'));
}

function decimalsOf(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** A decimal without the zeros that end its decimals; a text that is no decimal does not become one. */
export function withoutZeros(text: string): string {
  const point = text.indexOf('.');
  if (point < 0) return text;
  let end = text.length;
  while (text.charCodeAt(end - 1) === 48) end--;
  if (end === text.length) return text;
  return text.slice(0, end === point + 1 ? point : end);
}
