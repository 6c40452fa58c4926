import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocateUnits } from '../../src/core/allocateUnits.js';
import { allocateWithin, ZERO_WEIGHTS, type UnitBounds } from '../../src/core/allocateWithin.js';
import { allocate } from '../../src/core/index.js';
import { RESIDUES, ROUNDING_MODES } from '../../src/core/rounding.js';
import { decimalText, fromScaled, toScaled } from './decimalText.arb.js';

const sum = (values: readonly bigint[]): bigint => values.reduce((total, value) => total + value, 0n);
const weight = fc.oneof(
  fc.constant('0'),
  fc.integer({ min: 0, max: 9 }).map(String),
  decimalText({ digits: 40, min: 0 }),
);
const weights = fc.array(weight, { minLength: 1, maxLength: 8 });
const total = fc.oneof(fc.bigInt({ min: -50n, max: 50n }), fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }));
const units = (parts: readonly string[]): bigint[] => parts.map((part) => toScaled(part, 2));

describe('allocate', () => {
  test('parts add up to the total under every residue rule and mode', () => {
    fc.assert(
      fc.property(
        total,
        weights,
        fc.constantFrom(...RESIDUES),
        fc.constantFrom(...ROUNDING_MODES),
        (t, w, residue, mode) => {
          const { parts, residueTo } = allocate(fromScaled(t, 2), w, { increment: '0.01', residue, mode });
          expect(sum(units(parts))).toBe(t);
          if (w.some((each) => /[1-9]/.test(each))) {
            w.forEach((each, index) => {
              if (!/[1-9]/.test(each)) expect(parts[index]).toBe('0.00');
            });
          }
          expect([...residueTo].sort((a, b) => a - b)).toEqual(residueTo);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('under largest remainder every part is less than one increment from its exact share', () => {
    fc.assert(
      fc.property(total, weights, (t, w) => {
        const proportions = w.map((each) => toScaled(each, 40));
        const all = sum(proportions);
        fc.pre(all > 0n);
        const { parts } = allocate(fromScaled(t, 2), w, { increment: '0.01' });
        units(parts).forEach((part, index) => {
          const error = part * all - t * (proportions[index] ?? 0n);
          expect(error < all && -error < all).toBe(true);
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('the residue went to the largest remainders, the earlier of equal ones', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 9n }),
        fc.array(fc.bigInt({ min: 1n, max: 12n }), { minLength: 1 }),
        (t, w) => {
          const all = sum(w);
          const { residueTo } = allocateUnits(t, w);
          const remainder = (index: number): bigint => (t * (w[index] ?? 0n)) % all;
          for (const got of residueTo) {
            w.forEach((_, index) => {
              if (residueTo.includes(index)) return;
              expect(remainder(index) < remainder(got) || (remainder(index) === remainder(got) && got < index)).toBe(
                true,
              );
            });
          }
        },
      ),
    );
  });

  test('scaling the weights and mirroring the total change nothing else', () => {
    fc.assert(
      fc.property(
        total,
        weights,
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
        fc.constantFrom(...RESIDUES),
        fc.constantFrom('halfEven', 'halfUp', 'halfDown', 'up', 'down'),
        (t, w, factor, residue, mode) => {
          const straight = allocate(String(t), w, { residue, mode });
          const scaled = w.map((each) => fromScaled(toScaled(each, 40) * factor, 40));
          expect(allocate(String(t), scaled, { residue, mode })).toEqual(straight);
          const mirrored = allocate(String(-t), w, { residue, mode });
          expect(mirrored.parts.map(BigInt)).toEqual(straight.parts.map((part) => -BigInt(part)));
          expect(mirrored.residueTo).toEqual(straight.residueTo);
        },
      ),
    );
  });

  test('a permutation of distinct weights permutes the parts', () => {
    fc.assert(
      fc.property(total, fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 1 }), (t, w) => {
        // Equal remainders go by position, so only those that differ keep their parts.
        const all = BigInt(w.reduce((a, b) => a + b));
        const remainders = w.map((each) => (t * BigInt(each)) % all);
        fc.pre(new Set(remainders).size === w.length);
        const { parts } = allocate(String(t), w);
        const { parts: reversed } = allocate(String(t), [...w].reverse());
        expect([...reversed].reverse()).toEqual(parts);
      }),
    );
  });
});

describe('allocate within bounds', () => {
  const bound = fc.option(fc.bigInt({ min: -12n, max: 40n }), { freq: 3 });
  const part = fc.record({ weight: fc.bigInt({ min: 0n, max: 5n }), min: bound, max: bound });
  const parts = fc.array(part, { minLength: 1, maxLength: 6 });
  const small = fc.bigInt({ min: -60n, max: 120n });
  const zeroWeight = fc.constantFrom(...ZERO_WEIGHTS);

  /** The bounds that hold: without one of its own a part does not pass zero against the sign of the total. */
  const effective = (t: bigint, { min, max }: UnitBounds): UnitBounds => ({
    min: min ?? (t >= 0n ? (max !== null && max < 0n ? max : 0n) : null),
    max: max ?? (t <= 0n ? (min !== null && min > 0n ? min : 0n) : null),
  });

  test('parts keep their bounds and add up, or no parts could', () => {
    fc.assert(
      fc.property(small, parts, zeroWeight, (t, list, zero) => {
        const weights = list.map((each) => each.weight);
        const result = allocateWithin(t, weights, list, zero);
        const bounds = list.map((each) => effective(t, each));
        if ('parts' in result) {
          expect(sum(result.parts)).toBe(t);
          result.parts.forEach((units, index) => {
            const { min, max } = bounds[index] ?? { min: null, max: null };
            expect((min === null || units >= min) && (max === null || units <= max)).toBe(true);
          });
          return;
        }
        const isOutside =
          (result.minSum !== null && t < result.minSum) || (result.maxSum !== null && t > result.maxSum);
        expect(isOutside || result.crossed.length > 0).toBe(true);
        expect(result.crossed).toEqual(
          bounds.flatMap(({ min, max }, index) => (min !== null && max !== null && min > max ? [index] : [])),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('free parts are proportional: one λ serves all, to less than a unit', () => {
    fc.assert(
      fc.property(small, parts, (t, list) => {
        fc.pre(list.some((each) => each.weight > 0n));
        const result = allocateWithin(
          t,
          list.map((each) => each.weight),
          list,
          'never',
        );
        if (!('parts' in result)) return;
        // Per weighted part the λ that could have made its units: an open end where a bound holds it.
        let [low, high]: [number, number] = [-Infinity, Infinity];
        list.forEach((each, index) => {
          if (each.weight === 0n) return;
          const units = result.parts[index] ?? 0n;
          const { min, max } = effective(t, each);
          if (units !== min) low = Math.max(low, Number(units - 1n) / Number(each.weight));
          if (units !== max) high = Math.min(high, Number(units + 1n) / Number(each.weight));
        });
        expect(low).toBeLessThanOrEqual(high);
      }),
      { numRuns: 2000 },
    );
  });

  test('bounds that do not bind change nothing', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -1000n, max: 1000n }),
        fc.array(fc.bigInt({ min: 0n, max: 9n }), { minLength: 1 }),
        (t, w) => {
          const open = w.map(() => ({ min: -1000n, max: 1000n }));
          expect(allocateWithin(t, w, open, 'never')).toMatchObject(allocateUnits(t, w));
          expect(
            allocateWithin(
              t,
              w,
              w.map(() => ({ min: null, max: null })),
              'last',
            ),
          ).toMatchObject(allocateUnits(t, w));
        },
      ),
    );
  });

  test('a mirrored total with mirrored bounds gives mirrored parts', () => {
    fc.assert(
      fc.property(small, parts, zeroWeight, (t, list, zero) => {
        const weights = list.map((each) => each.weight);
        const mirror = list.map(({ min, max }) => ({
          min: max === null ? null : -max,
          max: min === null ? null : -min,
        }));
        const straight = allocateWithin(t, weights, list, zero);
        const turned = allocateWithin(-t, weights, mirror, zero);
        expect('parts' in turned).toBe('parts' in straight);
        if ('parts' in straight && 'parts' in turned) {
          expect(turned.parts).toEqual(straight.parts.map((units) => -units));
        } else if (!('parts' in straight) && !('parts' in turned) && straight.crossed.length === 0) {
          const { minSum, maxSum } = straight;
          expect(turned).toEqual({
            minSum: maxSum === null ? null : -maxSum,
            maxSum: minSum === null ? null : -minSum,
            crossed: [],
          });
        }
      }),
      // Two samples in which a bound forbids zero for a total of zero.
      {
        numRuns: 1000,
        examples: [
          [0n, [{ weight: 0n, min: null, max: -1n }], 'never'],
          [0n, [{ weight: 0n, min: null, max: -1n }], 'last'],
        ],
      },
    );
  });

  test('zero weights that come last move only when no weighted part can', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 120n }), parts, (t, list) => {
        const result = allocateWithin(
          t,
          list.map((each) => each.weight),
          list,
          'last',
        );
        if (!('parts' in result) || list.every((each) => each.weight === 0n)) return;
        const isAt = (end: 'min' | 'max'): boolean =>
          list.every((each, index) => each.weight === 0n || result.parts[index] === effective(t, each)[end]);
        if (isAt('max') || isAt('min')) return;
        list.forEach((each, index) => {
          if (each.weight > 0n) return;
          const own =
            each.min !== null && each.min > 0n ? each.min : each.max !== null && each.max < 0n ? each.max : 0n;
          expect(result.parts[index]).toBe(own);
        });
      }),
      { numRuns: 1000 },
    );
  });
});
