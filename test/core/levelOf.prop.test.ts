import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BoundedPart, levelOf } from '../../src/core/levelOf.js';

const size = fc.oneof(fc.bigInt(0n, 9n), fc.bigInt(0n, 10n ** 6n), fc.bigInt(0n, 10n ** 25n));
const parts = fc
  .array(fc.tuple(fc.bigInt(1n, 9n), fc.constantFrom(1n, 1n, 10n ** 9n), size, size), { minLength: 1, maxLength: 12 })
  .map((list) =>
    list.map(([weight, times, min, more], index): BoundedPart => {
      return { index, weight: weight * times, min, max: min + more };
    }),
  );
const sum = (list: readonly bigint[]): bigint => list.reduce((total, each) => total + each, 0n);

test('the parts between their bounds share what the others leave at one level, and no other part is on its wrong side', () => {
  fc.assert(
    fc.property(parts, fc.bigInt(0n, 1000n), (list, thousandths) => {
      const [least, most] = [sum(list.map(({ min }) => min)), sum(list.map(({ max }) => max!))];
      const total = least + ((most - least) * thousandths) / 1000n;
      const units = list.map(() => -1n);
      const { free, rest } = levelOf(total, list, units);
      const weight = sum(free.map((part) => part.weight));
      const isFree = new Set(free.map(({ index }) => index));
      expect(rest + sum(units.filter((_, index) => !isFree.has(index)))).toBe(total);
      for (const part of free) {
        expect(rest * part.weight >= part.min * weight && rest * part.weight <= part.max! * weight).toBe(true);
      }
      if (weight === 0n) return;
      for (const { index, min, max, weight: own } of list) {
        if (isFree.has(index)) continue;
        expect([min, max]).toContain(units[index]);
        if (units[index] === min && min < max!) expect(rest * own <= min * weight).toBe(true);
        if (units[index] === max && min < max) expect(rest * own >= max * weight).toBe(true);
      }
    }),
  );
});
