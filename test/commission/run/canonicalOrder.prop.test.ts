import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ascends, isOrdered, orderedKeys } from '../../../src/commission/run/canonicalOrder.js';
import { dayRange } from '../../../src/commission/run/read/dayRange.js';
import { idRanks } from '../../../src/core/fixed/idRanks.js';
import type { Rows } from '../../../src/commission/run/rows.js';

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const days = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 20000, max: 20400 }), int32);

test('rows come by day, then by rank, then by row', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(days, fc.oneof(fc.integer({ min: 0, max: 9 }), int32)), { maxLength: 200 }),
      fc.boolean(),
      (list, ranked) => {
        const rank = (row: number): number => (ranked ? list[row]![1] : 0);
        const expected = list
          .map((_, row) => row)
          .sort((a, b) => list[a]![0] - list[b]![0] || rank(a) - rank(b) || a - b);
        const day = Int32Array.from(list, ([on]) => on);
        const seq = ranked ? Int32Array.from(list, ([, at]) => at) : null;
        const payee = day.map((_, row) => row);
        const amount = { values: Float64Array.from(payee), scale: 0 };
        const keys = orderedKeys({ day, seq, ordered: false, payee, amount } as Partial<Rows> as Rows, 'verify');
        expect(keys).toEqual({
          row: Int32Array.from(expected),
          payee: Int32Array.from(expected),
          day: Int32Array.from(expected, (row) => day[row]!),
          amount: Float64Array.from(expected),
        });
        const ordered = seq === null ? ascends(day) : isOrdered(day, seq);
        expect(ordered).toBe(expected.every((row, at) => row === at));
      },
    ),
    { numRuns: 500 },
  );
});

test('ids rank by UTF-16 code units, equal ones by row', () => {
  const unit = fc.constantFrom('', 'A', 'B', '0', '\u0000', 'ÿ', 'Ā', '\uFFFF', '\u{1F600}');
  const id = fc
    .tuple(fc.constantFrom('', 'INV-', 'INV-2025-000'), fc.array(unit, { maxLength: 9 }))
    .map(([start, units]) => start + units.join(''));
  fc.assert(
    fc.property(fc.array(id, { maxLength: 150 }), (ids) => {
      const sorted = ids.map((_, row) => row).sort((a, b) => (ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : a - b));
      const ranks = idRanks(ids);
      expect(sorted.map((row) => ranks[row])).toEqual(sorted.map((_, rank) => rank));
    }),
    { numRuns: 500 },
  );
});

test('the range of days is what the least and the greatest say', () => {
  fc.assert(
    fc.property(fc.array(days, { minLength: 1, maxLength: 20 }), (list) => {
      expect(dayRange(Int32Array.from(list))).toEqual({
        least: Math.min(...list),
        most: Math.max(...list),
      });
    }),
  );
});
