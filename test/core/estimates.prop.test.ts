import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  SalesModelError,
  erf,
  logBeta,
  logGamma,
  normalQuantile,
  studentQuantile,
  wilsonInterval,
} from '../../src/core/index.js';

const size = fc.double({ min: -9, max: 9, noNaN: true }).map((power) => 10 ** power);
const probability = fc.oneof(
  fc.double({ min: 1e-300, max: 1 - 2 ** -53, noNaN: true }).filter((p) => p > 0 && p < 1),
  fc.double({ min: -280, max: -0.01, noNaN: true }).map((power) => 10 ** power),
);

test('Γ(x + 1) = x Γ(x)', () => {
  fc.assert(
    fc.property(size, (x) => {
      const [left, right] = [logGamma(x + 1), logGamma(x) + Math.log(x)];
      expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(Math.log(x)), Math.abs(left)));
    }),
    { numRuns: 1000 },
  );
});

test('B(a, b + 1) = B(a, b) b/(a + b)', () => {
  fc.assert(
    fc.property(size, size, (a, b) => {
      const [left, right] = [logBeta(a, b + 1), logBeta(a, b) + Math.log(b / (a + b))];
      const scale = Math.max(1, Math.abs(left), Math.abs(Math.log(b / (a + b))));
      expect(Math.abs(left - right)).toBeLessThanOrEqual(1e-14 * scale);
    }),
    { numRuns: 1000 },
  );
});

test('quantiles rise with the probability and mirror', () => {
  fc.assert(
    fc.property(probability, probability, fc.double({ min: 1, max: 1e12, noNaN: true }), (p, q, degrees) => {
      fc.pre(q > p * (1 + 1e-9));
      expect(normalQuantile(q)).toBeGreaterThan(normalQuantile(p));
      expect(studentQuantile(q, degrees)).toBeGreaterThan(studentQuantile(p, degrees));
      if (1 - (1 - p) === p) {
        expect(normalQuantile(1 - p)).toBe(0 - normalQuantile(p));
        expect(studentQuantile(1 - p, degrees)).toBe(0 - studentQuantile(p, degrees));
      }
    }),
    { numRuns: 1000 },
  );
});

test('a normal quantile gives its probability back', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (p) => {
      expect((1 + erf(normalQuantile(p) / Math.SQRT2)) / 2).toBeCloseTo(p, 14);
    }),
  );
});

test('Student with one and two degrees has closed forms', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.0001, max: 0.4999, noNaN: true }), (p) => {
      expect(studentQuantile(p, 1) / -Math.tan(Math.PI * (0.5 - p))).toBeCloseTo(1, 11);
      expect(studentQuantile(p, 2) / ((2 * p - 1) / Math.sqrt(2 * p * (1 - p)))).toBeCloseTo(1, 13);
    }),
    { numRuns: 500 },
  );
});

test('every probability and every degrees ends in a finite number or in the one error', () => {
  fc.assert(
    fc.property(probability, fc.double({ min: -6, max: 15, noNaN: true }), (p, power) => {
      try {
        expect(Number.isFinite(studentQuantile(p, 10 ** power))).toBe(true);
      } catch (error) {
        if (!(error instanceof SalesModelError)) throw error;
        expect(error.code).toBe('estimate.overflow');
        expect(power).toBeLessThan(1);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a Wilson interval holds its share, mirrors, and narrows with more trials', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e6 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.5, max: 0.999999, noNaN: true }),
      (n, share, confidence) => {
        const k = Math.round(share * n);
        const { lower, upper } = wilsonInterval(k, n, confidence);
        const mirror = wilsonInterval(n - k, n, confidence);
        if (lower === null || upper === null || mirror.lower === null) throw new Error('there are trials');
        expect(0 <= lower && lower <= k / n && k / n <= upper && upper <= 1).toBe(true);
        expect(mirror.lower).toBeCloseTo(1 - upper, 14);
        const more = wilsonInterval(2 * k, 2 * n, confidence);
        expect((more.upper ?? 9) - (more.lower ?? 0)).toBeLessThan(upper - lower);
      },
    ),
    { numRuns: 1000 },
  );
});
