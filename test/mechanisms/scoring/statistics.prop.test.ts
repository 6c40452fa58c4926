import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  concentration,
  flagOutliers,
  type OutlierMethod,
  pairedEffect,
  quantile,
  quantiles,
  type QuantileType,
  zScores,
} from '../../../src/mechanisms/scoring/index.js';
import { toScaled } from '../../core/decimalText.arb.js';
import { decimals, entries, valued } from './entries.arb.js';

const units = (text: string): bigint => toScaled(text, 12);
const small = fc.integer({ min: -50, max: 50 }).map(String);
const type = fc.integer({ min: 1, max: 9 }).map((each) => each as QuantileType);
const ratioNumber = (ratio: { value: string | null }): number => Number(ratio.value);

test('quantiles rise with p, stay within the sample, and 0 and 1 are its ends', () => {
  fc.assert(
    fc.property(
      fc.array(decimals, { minLength: 1, maxLength: 20 }),
      type,
      fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 5 }),
      (values, type, thousandths) => {
        const ps = [0, ...thousandths.sort((a, b) => a - b), 1000].map((each) => String(each / 1000));
        const found = quantiles(values, ps, type).map((each) => units(each ?? ''));
        const sorted = values.map(units).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect([found[0], found.at(-1)]).toEqual([sorted[0], sorted.at(-1)]);
        found.forEach((each, at) => expect(at === 0 || found[at - 1]! <= each).toBe(true));
      },
    ),
  );
});

test('a quantile agrees with the definition in floating point, and several with one', () => {
  const m = (type: QuantileType, p: number): number =>
    [0, 0, 0, -0.5, 0, 0.5, p, 1 - p, (p + 1) / 3, p / 4 + 0.375][type]!;
  fc.assert(
    fc.property(
      fc.array(small, { minLength: 1, maxLength: 16 }),
      type.filter((each) => each > 3),
      fc.integer({ min: 0, max: 64 }),
      (values, type, of64) => {
        const p = of64 / 64;
        const sorted = values.map(Number).sort((a, b) => a - b);
        const x = (at: number): number => sorted[Math.min(Math.max(at, 1), sorted.length) - 1]!;
        const position = sorted.length * p + m(type, p);
        const below = Math.floor(position);
        const expected = x(below) + (position - below) * (x(below + 1) - x(below));
        const found = quantile(values, String(p), type);
        expect(Number(found)).toBeCloseTo(expected, 9);
        expect(quantiles(values, [String(p)], type)).toEqual([found]);
      },
    ),
  );
});

test('quantiles move with the sample exactly', () => {
  fc.assert(
    fc.property(fc.array(small, { minLength: 1 }), fc.integer({ min: 0, max: 100 }), (values, percent) => {
      const p = String(percent / 100);
      const moved = values.map((value) => String(3 * Number(value) + 7));
      expect(units(quantile(moved, p) ?? '')).toBe(3n * units(quantile(values, p) ?? '') + units('7'));
    }),
  );
});

test('z-scores have mean 0 and standard deviation 1, whatever the size of the values', () => {
  fc.assert(
    fc.property(entries(), fc.constantFrom('population' as const, 'sample' as const), (list, sd) => {
      const scores = zScores(list, { sd }).scores.map(({ score }) => score);
      expect(scores.every(Number.isFinite)).toBe(true);
      const n = scores.length;
      if (new Set(valued(list).map(({ value }) => units(value))).size < 2) {
        expect(scores.every((score) => score === 0)).toBe(true);
        return;
      }
      expect(Math.abs(scores.reduce((sum, score) => sum + score, 0))).toBeLessThan(1e-9);
      const variance = scores.reduce((sum, score) => sum + score * score, 0) / (sd === 'population' ? n : n - 1);
      expect(variance).toBeCloseTo(1, 9);
    }),
  );
});

test('the index of concentration lies between equal parts and one that has all', () => {
  const parts = fc
    .array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 20 })
    .filter((all) => all.some((x) => x > 0));
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 9 }), (values, factor) => {
      const result = concentration(values);
      const n = values.length;
      expect(ratioNumber(result.gini)).toBeGreaterThanOrEqual(0);
      expect(ratioNumber(result.gini)).toBeLessThan(1);
      expect(ratioNumber(result.herfindahl)).toBeGreaterThanOrEqual(1 / n - 1e-12);
      expect(ratioNumber(result.herfindahl)).toBeLessThanOrEqual(1);
      expect(ratioNumber(result.effectiveNumber)).toBeLessThanOrEqual(n);
      // The Gini coefficient is one less twice the area under the curve.
      const points = result.lorenz.map(
        ({ population, share }) => [ratioNumber(population), ratioNumber(share)] as const,
      );
      let area = 0;
      for (let at = 1; at < points.length; at++) {
        area += ((points[at]![0] - points[at - 1]![0]) * (points[at]![1] + points[at - 1]![1])) / 2;
      }
      expect(1 - 2 * area).toBeCloseTo(ratioNumber(result.gini), 9);
      const scaled = concentration(values.map((value) => value * factor).reverse());
      expect([scaled.gini.value, scaled.herfindahl.value]).toEqual([result.gini.value, result.herfindahl.value]);
    }),
  );
});

const methods = fc.constantFrom<OutlierMethod>('sd', 'iqr', 'pctOfMean', 'mad');

test('high flags mirror low ones', () => {
  fc.assert(
    fc.property(entries(small), methods, (list, method) => {
      const present = valued(list);
      const n = BigInt(present.length);
      if (n === 0n) return;
      const twiceSum = present.reduce((sum, { value }) => sum + 2n * BigInt(value), 0n);
      // n times every value stays whole when it is reflected at the mean.
      const stretched = present.map(({ id, value }) => ({ id, value: String(n * BigInt(value)) }));
      const mirrored = present.map(({ id, value }) => ({ id, value: String(twiceSum - n * BigInt(value)) }));
      const low = flagOutliers(stretched, { method, side: 'low', minGroup: 1 });
      const high = flagOutliers(mirrored, { method, side: 'high', minGroup: 1 });
      expect(high.status).toBe(low.status);
      if (low.status !== 'flagged' || high.status !== 'flagged') return;
      expect(high.flags.map(({ id, distance }) => [id, distance])).toEqual(
        low.flags.map(({ id, distance }) => [id, distance]),
      );
    }),
  );
});

test('the far end of the other side is never flagged, and a greater k flags no more', () => {
  fc.assert(
    fc.property(entries(small), methods, fc.constantFrom('low' as const, 'high' as const), (list, method, side) => {
      const flags = (k: string): string[] => {
        const result = flagOutliers(list, { method, side, k, minGroup: 1 });
        return result.status === 'flagged' ? result.flags.map(({ id }) => id) : [];
      };
      // In parts of the mean, a greater part is nearer.
      const [near, far] = method === 'pctOfMean' ? ['0.9', '0.2'] : ['0.5', '1.5'];
      expect(flags(near)).toEqual(expect.arrayContaining(flags(far)));
      const values = valued(list).map(({ value }) => Number(value));
      const best = side === 'low' ? Math.max(...values) : Math.min(...values);
      for (const { id, value } of valued(list)) if (Number(value) === best) expect(flags(near)).not.toContain(id);
    }),
  );
});

test('the effect of the second on the first is the opposite', () => {
  fc.assert(
    fc.property(entries(), entries(), (pre, post) => {
      const [there, back] = [pairedEffect(pre, post), pairedEffect(post, pre)];
      expect([back.n, back.sd, back.unpaired]).toEqual([
        there.n,
        there.sd,
        { pre: there.unpaired.post, post: there.unpaired.pre },
      ]);
      expect(units(back.mean.numerator)).toBe(-units(there.mean.numerator));
      there.pairs.forEach(({ pre, post, difference }) => expect(units(difference)).toBe(units(post) - units(pre)));
      expect(there.n * 2 + there.unpaired.pre.length + there.unpaired.post.length).toBe(
        valued(pre).length + valued(post).length,
      );
    }),
  );
});
