import fc from 'fast-check';
import { expect, test } from 'vitest';
import { divide, minus, plus, times, toDecimal, toText } from '../../src/core/decimal.js';
import { decimalString } from '../../src/core/index.js';
import { canonical, decimalText, fromScaled, toScaled } from './decimalText.arb.js';

const any = decimalText({ digits: 90 });

test('text survives the way in and out', () => {
  fc.assert(
    fc.property(any, (x) => {
      fc.pre(canonical(x) !== '0');
      expect(decimalString(x)).toBe(canonical(x));
      expect(decimalString(decimalString(x))).toBe(canonical(x));
    }),
    { numRuns: 1000 },
  );
});

test('a double reads as its shortest round-trip decimal', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
      const text = decimalString(x);
      expect(Number(text)).toBe(x === 0 ? 0 : x);
      expect(
        text
          .replace(/^-?(?:0\.)?0*/, '')
          .replace('.', '')
          .replace(/0+$/, '').length,
      ).toBeLessThanOrEqual(17);
    }),
    { numRuns: 1000 },
  );
});

test('sums, differences and products have every digit', () => {
  fc.assert(
    fc.property(any, any, (a, b) => {
      const [x, y] = [toDecimal(a), toDecimal(b)];
      const [m, n] = [toScaled(a, 90), toScaled(b, 90)];
      expect(toText(plus(x, y))).toBe(canonical(fromScaled(m + n, 90)));
      expect(toText(minus(x, y))).toBe(canonical(fromScaled(m - n, 90)));
      expect(toText(times(x, y))).toBe(canonical(fromScaled(m * n, 180)));
    }),
    { numRuns: 2000 },
  );
});

test('a quotient is the nearest number of 40 digits, an even one on a tie', () => {
  fc.assert(
    fc.property(any, decimalText({ digits: 60 }), (a, b) => {
      fc.pre(/[1-9]/.test(b));
      const quotient = toText(divide(toDecimal(a), toDecimal(b)));
      // |a − q·b| ≤ |b| · ½ unit in the 40th digit of q
      const places = 300;
      const q = toScaled(quotient, places);
      const n = toScaled(a, 90) * 10n ** BigInt(places);
      const d = toScaled(b, 90);
      const digits = (q < 0n ? -q : q).toString().length;
      const unit = 10n ** BigInt(Math.max(0, digits - 40));
      expect(q % unit).toBe(0n);
      expect(abs(2n * (n - q * d)) <= abs(d) * unit).toBe(true);
      if (abs(2n * (n - q * d)) === abs(d) * unit) expect((q / unit) % 2n).toBe(0n);
    }),
    { numRuns: 1000 },
  );
});

const abs = (x: bigint): bigint => (x < 0n ? -x : x);
