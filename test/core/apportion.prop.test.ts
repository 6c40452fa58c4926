import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion, type ApportionMethod } from '../../src/core/index.js';

const weights = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 9 });
const divisorMethods = ['dHondt', 'webster', 'huntingtonHill'] as const;

/** Awards seat after seat by the greatest squared average, whole numbers compared crosswise. */
function seatBySeat(seats: number, given: readonly number[], method: ApportionMethod): number[] {
  const list = given.every((weight) => weight === 0) ? given.map(() => 1) : given;
  const counts = list.map(() => 0);
  const divisor = (count: number): number =>
    method === 'dHondt' ? (count + 1) ** 2 : method === 'webster' ? (2 * count + 1) ** 2 : count * (count + 1);
  for (let seat = 0; seat < seats; seat++) {
    let winner = -1;
    list.forEach((weight, index) => {
      if (weight === 0) return;
      if (winner === -1) return void (winner = index);
      const [best, bestCount] = [list[winner] ?? 0, counts[winner] ?? 0];
      const [mine, theirs] = [weight ** 2 * divisor(bestCount), best ** 2 * divisor(counts[index] ?? 0)];
      const bothFirst = divisor(bestCount) === 0 && divisor(counts[index] ?? 0) === 0;
      if (bothFirst ? weight > best : mine > theirs) winner = index;
    });
    counts[winner] = (counts[winner] ?? 0) + 1;
  }
  return counts;
}

test('highest averages give what awarding seat by seat gives', () => {
  fc.assert(
    fc.property(fc.nat({ max: 60 }), weights, fc.constantFrom(...divisorMethods), (seats, list, method) => {
      expect(apportion(seats, list, method)).toEqual(seatBySeat(seats, list, method));
    }),
    { numRuns: 2000 },
  );
});

test('all seats are given, and one more seat takes none away', () => {
  fc.assert(
    fc.property(fc.nat({ max: 10_000 }), weights, fc.constantFrom(...divisorMethods), (seats, list, method) => {
      const now = apportion(seats, list, method);
      const then = apportion(seats + 1, list, method);
      expect(now.reduce((a, b) => a + b)).toBe(seats);
      now.forEach((count, index) => expect(then[index]).toBeGreaterThanOrEqual(count));
    }),
  );
});
