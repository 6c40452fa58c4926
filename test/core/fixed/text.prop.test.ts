import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalString, toDecimal } from '../../../src/core/decimal.js';
import { parseScaled } from '../../../src/core/fixed/parseScaled.js';
import { scaledText } from '../../../src/core/fixed/scaledText.js';

const almostDecimal = fc.oneof(
  fc.stringMatching(/^-?(0|[1-9]\d{0,14})(\.\d{1,5})?$/),
  fc.stringMatching(/^[-+]?\d{0,4}\.?\d{0,4}$/),
  fc.string({ unit: fc.constantFrom('-', '+', '.', '0', '1', '9', 'e', ' '), maxLength: 8 }),
);

test('the fast reader accepts what the slow one reads and fits, and nothing else', () => {
  fc.assert(
    fc.property(almostDecimal, fc.nat(5), (text, scale) => {
      let units: string | undefined;
      try {
        const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
        const exact = toDecimal(text).times(`1e${scale}`);
        if (decimals <= scale && exact.abs().lte(Number.MAX_SAFE_INTEGER)) units = exact.toFixed();
      } catch {
        units = undefined;
      }
      expect(parseScaled(text, scale)).toBe(units === undefined ? NaN : Number(units));
    }),
    { numRuns: 2000 },
  );
});

test('text of units is the canonical decimal, and reads back', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.nat(8), (units, scale) => {
      const text = scaledText(units, scale);
      expect(text).toBe(decimalString(toDecimal(units).div(`1e${scale}`)));
      expect(parseScaled(text, scale)).toBe(units);
      const padded = scaledText(units, scale, scale);
      expect(padded).toBe(decimalString(text, scale));
      expect(scaledText(BigInt(units), scale, scale + 2)).toBe(decimalString(text, scale + 2));
    }),
    { numRuns: 1000 },
  );
});
