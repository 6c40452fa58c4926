import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, fromDayNumber } from '../../src/core/date.js';
import { type Effective, effectiveAsOf, effectiveChanges, effectiveSlices } from '../../src/core/effective.js';
import { periodOf } from '../../src/core/period.js';

const FIRST = dayNumber('2026-01-01');

/** Entries cut from a line of random borders, every other part kept at random, in random order. */
const entries: fc.Arbitrary<Effective<number>> = fc
  .uniqueArray(fc.nat(400), { minLength: 2, maxLength: 10 })
  .chain((borders) => {
    const days = borders.toSorted((a, b) => a - b).map((day) => fromDayNumber(FIRST + day));
    const all = days.map((from, value) => ({ value, from, to: days[value + 1] ?? null }));
    return fc.shuffledSubarray(all);
  });

test('asOf over the slices equals the definition, and changes only on the days of change', () => {
  fc.assert(
    fc.property(entries, fc.nat(420), (definition, day) => {
      const on = fromDayNumber(FIRST + day);
      const month = periodOf(on, 'month');
      const slices = effectiveSlices(definition, month);
      const expected = definition.find((entry) => entry.from <= on && on < (entry.to ?? 'open'));
      expect(effectiveAsOf(definition, on)).toEqual(expected ?? null);
      expect(effectiveAsOf(slices, on)?.value).toBe(expected?.value);
      const before = effectiveAsOf(definition, fromDayNumber(FIRST + day - 1));
      const change = effectiveChanges(definition, month).find((one) => one.on === on);
      expect(change !== undefined).toBe(before?.value !== expected?.value);
    }),
    { numRuns: 500 },
  );
});
