import { type Decimal, type DecimalString, toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { fail } from '../fail.js';

/** Letters of classes. */
const MOST = 25;

/**
 * Reads cuts that ascend strictly within bounds.
 *
 * @throws SalesModelError `segmentation.classes.cuts`, `segmentation.classes.cutRange`,
 *   `segmentation.cuts.notAscending`, `decimal.invalid`, `decimal.tooLong`
 */
export function readCuts(cuts: readonly DecimalString[], most: Decimal | null, path: Path): Decimal[] {
  if (cuts.length === 0 || cuts.length > MOST) {
    fail('segmentation.classes.cuts', path, { most: MOST, length: cuts.length });
  }
  const read = cuts.map((cut, at) => toDecimal(cut, [...path, at]));
  read.forEach((cut, at) => {
    if (cut.lte(0) || (most !== null && cut.gt(most))) {
      fail('segmentation.classes.cutRange', [...path, at], {
        most: most === null ? '∞' : toText(most),
        value: toText(cut),
      });
    }
    if (at > 0 && cut.lte(read[at - 1]!)) {
      fail('segmentation.cuts.notAscending', [...path, at], { before: toText(read[at - 1]!), value: toText(cut) });
    }
  });
  return read;
}

/** `A`, `B`, `C`, … from a letter on. */
export function classLetters(first: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => String.fromCharCode(first.charCodeAt(0) + at));
}

/**
 * Reads the smallest step of a value in distances.
 *
 * @throws SalesModelError `segmentation.classes.increment`, `decimal.invalid`, `decimal.tooLong`
 */
export function readIncrement(increment: DecimalString | undefined, path: Path): Decimal {
  const read = toDecimal(increment ?? '0.01', path);
  if (read.lte(0)) fail('segmentation.classes.increment', path, { value: toText(read) });
  return read;
}
