import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addRatios, compareRatios, ratio, type Ratio } from '../../src/core/index.js';
import { decimalText, toScaled } from './decimalText.arb.js';

const fraction: fc.Arbitrary<Ratio> = fc
  .tuple(decimalText({ digits: 20 }), decimalText({ digits: 20 }))
  .map(([n, d]) => ratio(n, d));
const defined = fraction.filter(({ value }) => value !== null);
const parts = ({ numerator, denominator }: Ratio): [bigint, bigint] => [
  toScaled(numerator, 800),
  toScaled(denominator, 800),
];

test('the value is within half a unit of the twelfth decimal', () => {
  fc.assert(
    fc.property(defined, (x) => {
      const [n, d] = parts(x);
      const value = toScaled(x.value ?? '', 12);
      const error = 2n * (n * 10n ** 12n - value * d);
      expect(error <= (d < 0n ? -d : d) && -error <= (d < 0n ? -d : d)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('comparison is a total order and agrees with whole numbers', () => {
  fc.assert(
    fc.property(fraction, fraction, fraction, (a, b, c) => {
      expect(compareRatios(a, b)).toBe(0 - compareRatios(b, a));
      if (compareRatios(a, b) <= 0 && compareRatios(b, c) <= 0) expect(compareRatios(a, c)).toBeLessThanOrEqual(0);
      const [[n, d], [m, e]] = [parts(a), parts(b)];
      if (d !== 0n && e !== 0n) {
        const cross = (n * e - m * d) * (d < 0n ? -1n : 1n) * (e < 0n ? -1n : 1n);
        expect(compareRatios(a, b)).toBe(cross < 0n ? -1 : cross > 0n ? 1 : 0);
      }
    }),
    { numRuns: 500 },
  );
});

test('addition is exact, commutative and associative', () => {
  fc.assert(
    fc.property(defined, defined, defined, (a, b, c) => {
      const [[n, d], [m, e]] = [parts(a), parts(b)];
      const [s, t] = parts(addRatios(a, b));
      expect(s * d * e).toBe((n * e + m * d) * t);
      expect(addRatios(a, b)).toEqual(addRatios(b, a));
      expect(compareRatios(addRatios(addRatios(a, b), c), addRatios(a, addRatios(b, c)))).toBe(0);
    }),
    { numRuns: 500 },
  );
});
