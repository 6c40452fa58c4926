import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DECIMAL_PATTERN } from '../../../../src/core/decimal.js';
import { DecimalCells } from '../../../../src/commission/run/read/decimalCells.js';
import { isDecimal } from '../../../../src/commission/run/read/isDecimal.js';
import { canonical, decimalText, toScaled } from '../../../core/decimalText.arb.js';

const decimals = (text: string): number => (canonical(text).split('.')[1] ?? '').length;

test('a column holds every value at the scale that the most precise one needs', () => {
  const digits = fc.constantFrom(4, 12, 17, 40);
  const texts = digits.chain((most) => fc.array(decimalText({ digits: most }).filter(isDecimal), { maxLength: 8 }));
  fc.assert(
    fc.property(texts, fc.integer({ min: 0, max: 3 }), (list, first) => {
      const cells = new DecimalCells(list.length, first);
      expect(list.map((text, at) => cells.set(at, text))).toEqual(list.map(() => true));
      const { values, scale } = cells.finish((at) => list[at]!);
      expect(scale).toBe(Math.max(first, ...list.map(decimals)));
      const exact = list.map((text) => toScaled(canonical(text), scale));
      expect(Array.from(values as ArrayLike<number | bigint>, BigInt)).toEqual(exact);
      expect(values instanceof Float64Array).toBe(exact.every((value) => Number.isSafeInteger(Number(value))));
    }),
    { numRuns: 1000 },
  );
});

test('texts are decimals if they match the pattern', () => {
  const text = fc.string({ unit: fc.constantFrom('0', '1', '9', '.', '-', '+', 'e', ' '), maxLength: 6 });
  fc.assert(
    fc.property(fc.oneof(text, decimalText()), (each) => {
      const cells = new DecimalCells(1, 2);
      expect([isDecimal(each), cells.set(0, each)]).toEqual(Array(2).fill(DECIMAL_PATTERN.test(each)));
    }),
    { numRuns: 2000 },
  );
});

test('cells that were not set are 0', () => {
  const cells = new DecimalCells(3, 0);
  cells.set(1, '9007199254740993');
  expect(cells.finish((at) => (at === 1 ? '9007199254740993' : null))).toEqual({
    values: [0n, 9007199254740993n, 0n],
    scale: 0,
  });
});
