import { expect, test } from 'vitest';
import { bigintsOf, fixedColumn } from '../../../src/core/fixed/column.js';
import { parseScaled } from '../../../src/core/fixed/parseScaled.js';
import { scaledText } from '../../../src/core/fixed/scaledText.js';
import { sumAbs, sumAbsBig } from '../../../src/core/fixed/sumAbs.js';

test.each([
  ['0', 2, 0],
  ['12.5', 2, 1250],
  ['-12.50', 2, -1250],
  ['0.07', 4, 700],
  ['90071992547409.91', 2, Number.MAX_SAFE_INTEGER],
  ['-9007199254740991', 0, -Number.MAX_SAFE_INTEGER],
])('%s at scale %i is %i units', (text, scale, units) => {
  expect(parseScaled(text, scale)).toBe(units);
});

test.each([
  ['90071992547409.92', 2],
  ['9007199254740992', 0],
  ['9'.repeat(400), 0],
  ['0.125', 2],
  ['1.500', 2],
  ...[
    '',
    '-',
    '.',
    '1.',
    '.5',
    '-.5',
    '+1',
    '01',
    '00',
    '-01',
    '-0',
    '-0.00',
    '1e3',
    ' 5',
    '5 ',
    '1,000',
    '1.2.3',
    '٣',
    '--1',
  ].map((text): [string, number] => [text, 3]),
])('%j at scale %i is left to the slow reader', (text, scale) => {
  expect(parseScaled(text, scale)).toBeNaN();
});

test.each([
  [0, 2, 0, '0'],
  [0, 2, 2, '0.00'],
  [1250, 2, 0, '12.5'],
  [1250, 2, 2, '12.50'],
  [-7, 4, 2, '-0.0007'],
  [1200, 0, 2, '1200.00'],
  [-1200, 2, 3, '-12.000'],
  [1200n, 3, 0, '1.2'],
  [-123456789012345678901n, 3, 2, '-123456789012345678.901'],
] as const)('%s units at scale %i with %i decimals are %s', (value, scale, decimals, text) => {
  expect(scaledText(value, scale, decimals)).toBe(text);
});

test('a column takes the scale of its most precise decimal', () => {
  expect(fixedColumn(['1', '2.5', '-0.125'])).toEqual({ values: Float64Array.of(1000, 2500, -125), scale: 3 });
  expect(fixedColumn([])).toEqual({ values: new Float64Array(0), scale: 0 });
});

test('a column beyond 2⁵³ holds bigints, and a text that is no decimal is refused by its place', () => {
  const column = fixedColumn(['90071992547409.92', '-1.5', '3']);
  expect(column).toEqual({ values: [9007199254740992n, -150n, 300n], scale: 2 });
  expect(bigintsOf(column, 4)).toEqual([900719925474099200n, -15000n, 30000n]);
  expect(() => fixedColumn(['1', '1e3'], ['amounts'])).toThrow('amounts[1]');
});

test('magnitudes add up exactly, and amounts that are no safe integers are told', () => {
  expect(sumAbs(Float64Array.of(3, -4, 5))).toBe(12);
  expect(sumAbs(Float64Array.of(3, -4, 5, -6))).toBe(18);
  expect(sumAbs(new Float64Array(0))).toBe(0);
  expect(sumAbs(Float64Array.of(2 ** 53 - 1, 2 ** 53 - 1))).toBe(2 ** 54 - 2);
  for (const bad of [0.5, NaN, Infinity, -Infinity, 2 ** 53]) {
    for (const rest of [[], [1], [1, 2]]) expect(sumAbs(Float64Array.of(...rest, bad))).toBeNaN();
  }
  expect(sumAbsBig([-3n, 4n])).toBe(7n);
});
