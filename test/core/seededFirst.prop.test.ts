import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hash32 } from '../../src/core/index.js';
import { seededFirst } from '../../src/core/seededFirst.js';

const ids = fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 9 }), { maxLength: 40 });
const seed = fc.integer({ min: 0, max: 0xffffffff });

test('the first ids are those that a sort by both words puts first', () => {
  fc.assert(
    fc.property(ids, seed, fc.nat({ max: 45 }), (list, first, size) => {
      const second = (first ^ 0x9e3779b9) >>> 0;
      const sorted = list.toSorted(
        (a, b) => hash32(a, first) - hash32(b, first) || hash32(a, second) - hash32(b, second) || (a < b ? -1 : 1),
      );
      expect(seededFirst(list, first, size)).toEqual(sorted.slice(0, size));
    }),
  );
});

test('two ids with the same first word stand by the second one, whichever comes first', () => {
  const twins = ['A45967', 'A149429'];
  const [a, b] = twins.map((id) => [hash32(id, 42), hash32(id, (42 ^ 0x9e3779b9) >>> 0)] as const);
  expect(a![0]).toBe(b![0]);
  const first = a![1] < b![1] ? 'A45967' : 'A149429';
  for (const list of [twins, twins.toReversed()]) {
    expect(seededFirst(list, 42, 1)).toEqual([first]);
    expect(seededFirst(list, 42, 2)[0]).toBe(first);
  }
});
