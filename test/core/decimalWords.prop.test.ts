import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal, DECIMAL_PATTERN, decimalOf, toDecimal } from '../../src/core/decimal.js';

const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789.00-'), minLength: 1, maxLength: 19 }),
  fc
    .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 17n }), fc.integer({ min: 0, max: 9 }))
    .map(([isLess, units, scale]) => {
      const digits = String(units).padStart(scale + 1, '0');
      const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
      return isLess ? `-${text}` : text;
    }),
);

test('a text is read as decimal.js reads it, or refused as the pattern says', () => {
  fc.assert(
    fc.property(texts, (text) => {
      if (!DECIMAL_PATTERN.test(text)) expect(() => toDecimal(text)).toThrow('decimal');
      else expect(wordsOf(toDecimal(text))).toEqual(wordsOf(new Decimal(text)));
    }),
    { numRuns: 1000 },
  );
});

test('whole numbers of a decimal place are the decimals that decimal.js makes of them', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.maxSafeInteger(),
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
      ),
      fc.integer({ min: 0, max: 9 }),
      (units, scale) => {
        expect(wordsOf(decimalOf(units, scale))).toEqual(wordsOf(new Decimal(`${units}e-${scale}`)));
      },
    ),
    { numRuns: 1000 },
  );
});

/** Sign, exponent and words: all that a decimal is. */
function wordsOf({ s, e, d }: Decimal): unknown {
  return [s, e, d];
}
