import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slotsOf } from '../../../src/core/fixed/slots.js';
import { soundSums } from '../../../src/core/fixed/soundSums.js';
import { sumAbs } from '../../../src/core/fixed/sumAbs.js';
import { sumRows } from '../../../src/core/fixed/sumRows.js';

// Payees 0, 1 and 3 have slots, payee 2 has none; of days 100 to 105 day 103 is in no period.
const map = {
  slotBase: Int32Array.of(0, 3, -1, 6),
  periodOfDay: Int32Array.of(0, 0, 1, -1, 2, 2),
  firstDay: 100,
};
const SLOTS = 9;

const usual = fc.record({
  payee: fc.constantFrom(0, 1, 3),
  day: fc.constantFrom(100, 101, 102, 104),
  amount: fc.integer({ min: -(10 ** 9), max: 10 ** 9 }),
});
const any = fc.record({
  payee: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(0, 1, 3) },
    fc.constantFrom(-1, 2, 4, 2 ** 31 - 1, -(2 ** 31)),
  ),
  day: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(100, 101, 102, 104) },
    fc.constantFrom(99, 103, 105, 106, 2 ** 31 - 1, -(2 ** 31)),
  ),
  amount: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: -9, max: 9 }) },
    fc.constantFrom(0.5, -0.5, NaN, Infinity, -Infinity, 1e300, 2 ** 53, -0),
  ),
});
const rows = fc.oneof(
  fc.array(usual, { maxLength: 30 }),
  fc.array(any, { maxLength: 6 }),
  // A row that may be wrong among sound ones, at any of the four places of a turn.
  fc
    .tuple(fc.array(usual, { maxLength: 9 }), any, fc.array(usual, { maxLength: 9 }))
    .map(([a, b, c]) => [...a, b, ...c]),
);

test('rows that all have slots, known days and integers add up as one by one; others do not add up', () => {
  const seen = { sound: 0, other: 0 };
  fc.assert(
    fc.property(rows, fc.constantFrom(99, 100, 101), fc.constantFrom(102, 104, 200), (list, first, last) => {
      const keys = { payee: Int32Array.from(list, ({ payee }) => payee), day: Int32Array.from(list, ({ day }) => day) };
      const amounts = Float64Array.from(list, ({ amount }) => amount);
      const found = soundSums(map, SLOTS, keys, amounts, first, last);
      const isSound =
        slotsOf(map, keys).every((slot) => slot >= 0) &&
        list.every(({ day, amount }) => day >= first && day <= last && Number.isInteger(amount));
      seen[isSound ? 'sound' : 'other']++;
      if (!isSound) expect(found).toBeNull();
      else {
        expect(found?.sums).toEqual(sumRows(map, SLOTS, keys, amounts));
        const bound = sumAbs(amounts);
        if (bound <= Number.MAX_SAFE_INTEGER) expect(found?.bound).toBe(bound);
        else expect(found?.bound).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
      }
    }),
  );
  expect(Math.min(seen.sound, seen.other)).toBeGreaterThan(20);
});

test('a row that is not sound is found in any block', () => {
  const n = 10_000;
  const keys = { payee: new Int32Array(n), day: new Int32Array(n).fill(100) };
  const amounts = new Float64Array(n).fill(1);
  expect(soundSums(map, SLOTS, keys, amounts, 100, 105)).toEqual({
    sums: { totals: Float64Array.of(n, 0, 0, 0, 0, 0, 0, 0, 0), without: 0 },
    bound: n,
  });
  for (const row of [0, 4095, 4096, 9998, 9999]) {
    amounts[row] = 0.5;
    expect(soundSums(map, SLOTS, keys, amounts, 100, 105)).toBeNull();
    amounts[row] = 1;
  }
});
