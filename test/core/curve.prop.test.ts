import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Curve } from '../../src/core/curve.js';
import { curveFromSteps } from '../../src/core/curveFromSteps.js';
import { minus, toDecimal } from '../../src/core/decimal.js';
import { evaluateCurve } from '../../src/core/evaluateCurve.js';
import { invertCurve } from '../../src/core/invertCurve.js';
import { lintCurve } from '../../src/core/lintCurve.js';
import { tierAt } from '../../src/core/tierAt.js';
import { smallDecimal } from './tiers.arb.js';

const D = toDecimal;
const runs = { numRuns: 300 };
const hair = D('0.' + '0'.repeat(34) + '1');

function curveArb(ends: readonly ('clamp' | 'linear' | 'none')[], sorted = false): fc.Arbitrary<Curve> {
  return fc
    .record({
      xs: fc.array(fc.integer({ min: -20, max: 40 }), { minLength: 2, maxLength: 6 }),
      ys: fc.array(fc.integer({ min: -20, max: 40 }), { minLength: 6, maxLength: 6 }),
      side: fc.constantFrom('left' as const, 'right' as const),
      below: fc.constantFrom(...ends),
      above: fc.constantFrom(...ends),
    })
    .filter(({ xs }) => new Set(xs).size > 1)
    .map(({ xs, ys, side, below, above }) => {
      const heights = sorted ? ys.toSorted((a, b) => a - b) : ys;
      const points = xs
        .toSorted((a, b) => a - b)
        .map((x, index) => ({ x: String(x / 2), y: String(heights[index] ?? 0), side }));
      return { points, extrapolate: { below, above } };
    });
}

test('the curve passes through its points: each x has the y of the point that owns it', () => {
  fc.assert(
    fc.property(curveArb(['clamp', 'linear', 'none']), (curve) => {
      for (const { x, side } of curve.points) {
        const sharing = curve.points.filter((point) => point.x === x);
        expect(evaluateCurve(curve, x)).toBe((side === 'left' ? sharing[0] : sharing.at(-1))?.y);
      }
    }),
    runs,
  );
});

test('monotone points make a monotone curve', () => {
  fc.assert(
    fc.property(curveArb(['clamp', 'linear'], true), smallDecimal(-15, 25), smallDecimal(-15, 25), (curve, a, b) => {
      const [low, high] = D(a).lte(b) ? [a, b] : [b, a];
      // A curve with a jump at its edge may step down where the line continued beyond it ends.
      const edges = curve.points.filter(({ x }) => x === curve.points[0]?.x || x === curve.points.at(-1)?.x);
      fc.pre(edges.length === 2 || (curve.extrapolate?.below === 'clamp' && curve.extrapolate.above === 'clamp'));
      expect(D(evaluateCurve(curve, low) ?? 0).lte(evaluateCurve(curve, high) ?? 0)).toBe(true);
      expect(lintCurve(curve).some(({ code }) => code === 'nonMonotone')).toBe(false);
    }),
    runs,
  );
});

test('the inverse reaches the target, and nothing before it does', () => {
  fc.assert(
    fc.property(curveArb(['clamp']), smallDecimal(-25, 45), (curve, target) => {
      const outcome = invertCurve(curve, target);
      const grid = Array.from({ length: 140 }, (_, step) => D(step / 4 - 12)).filter((x) =>
        x.gte(curve.points[0]?.x ?? 0),
      );
      const reaching = grid.filter((x) => D(evaluateCurve(curve, x) ?? 0).gte(target));
      if (!outcome.ok) {
        expect(reaching).toEqual([]);
        expect(D(String(outcome.reasons[0]?.params['supremum'])).lte(target)).toBe(true);
        return;
      }
      const x = D(outcome.x);
      if (outcome.inclusive) expect(D(evaluateCurve(curve, x) ?? 0).gte(target)).toBe(true);
      else expect(D(evaluateCurve(curve, x) ?? 0).lt(target)).toBe(true);
      expect(reaching.every((other) => other.gte(minus(x, hair)))).toBe(true);
    }),
    runs,
  );
});

test('steps lie where tiers of the same bounds lie', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom('lower' as const, 'upper' as const),
      smallDecimal(1, 35),
      (bounds, boundary, x) => {
        const upTos = [...bounds.toSorted((a, b) => a - b).map(String), null];
        const curve = curveFromSteps(
          upTos.map((upTo, index) => ({ upTo, y: index })),
          boundary,
        );
        const tiers = upTos.map((upTo) => ({ upTo, rate: '1' }));
        expect(evaluateCurve(curve, x)).toBe(String(tierAt({ mode: 'whole', boundary, tiers }, x).tier));
        expect(lintCurve(curve)).toEqual([]);
      },
    ),
    runs,
  );
});
