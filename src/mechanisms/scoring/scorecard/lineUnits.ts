import { kernelFor } from '../../../core/fixed/kernel.js';
import { safeQuotient } from '../../../core/fixed/safeQuotient.js';
import { wideQuotient } from '../../../core/fixed/wideQuotient.js';

/**
 * (a·x + b·y) ÷ (c·y) of integers, rounded half even, or NaN where doubles do not give it for certain.
 *
 * @param y positive
 * @param c positive
 */
export function lineUnits(x: number, y: number, a: number, b: number, c: number): number {
  const first = a * x;
  const second = b * y;
  const divisor = c * y;
  const product = Math.abs(first) + Math.abs(second);
  const factor = Math.max(Math.abs(a), Math.abs(x), Math.abs(b), y, c);
  const low = Math.floor(divisor / 2);
  const highest = divisor - 1 - low;
  // The residue of a tie, where there is one: see `Quotient`.
  const tie = divisor % 2 === 0 ? -low : highest + 1;
  switch (kernelFor(product, factor, divisor)) {
    case 'safe':
      return safeQuotient(first + second, divisor, 1 / divisor, -low, highest, tie);
    case 'wide': {
      const word = (Math.imul(a, x) + Math.imul(b, y)) | 0;
      return wideQuotient(first + second, word, divisor, 1 / divisor, -low, highest, tie);
    }
    case 'bigint':
      return NaN;
  }
}
