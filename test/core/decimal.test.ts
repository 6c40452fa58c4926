import { Decimal as Host } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { decimalString } from '../../src/core/index.js';
import { compare, divide, minus, plus, times, toDecimal, toText } from '../../src/core/decimal.js';
import numbers from '../cases/core/numbers.json' with { type: 'json' };
import { runCoreCases } from './cases.js';
import { thrown } from './thrown.js';

runCoreCases(numbers);

test("a host's global settings change nothing", () => {
  Host.set({ precision: 3, rounding: Host.ROUND_UP, toExpPos: 2, maxE: 5 });
  try {
    expect(toText(divide(toDecimal('1'), toDecimal('3')))).toBe('0.' + '3'.repeat(40));
    expect(decimalString('123456789.123456789')).toBe('123456789.123456789');
    expect(toText(plus(toDecimal('1' + '0'.repeat(40)), toDecimal('0.' + '0'.repeat(39) + '1')))).toBe(
      '1' + '0'.repeat(40) + '.' + '0'.repeat(39) + '1',
    );
  } finally {
    Host.set({ defaults: true });
  }
});

describe('decimalString', () => {
  test.each([
    ['1.50', '1.5'],
    ['-0.10', '-0.1'],
    ['0.00', '0'],
    ['9007199254740993.01', '9007199254740993.01'],
    [0.1, '0.1'],
    [-0, '0'],
    [1e21, '1' + '0'.repeat(21)],
    [5e-324, '0.' + '0'.repeat(323) + '5'],
    [2 ** 53, '9007199254740992'],
    [10n ** 30n, '1' + '0'.repeat(30)],
    [new Host('1.230'), '1.23'],
    [new Host('-0'), '0'],
  ])('%s → %s', (x, text) => {
    expect(decimalString(x)).toBe(text);
  });

  test.each([NaN, Infinity, -Infinity, new Host(NaN), new Host('Infinity')])('%s is refused', (x) => {
    expect(thrown(() => decimalString(x))).toMatchObject({ code: 'decimal.invalid', path: ['x'] });
  });

  test.each([
    '',
    ' 5',
    '5 ',
    '5\n',
    '1,000',
    '1e3',
    '+1',
    '01',
    '-01',
    '.5',
    '5.',
    '-',
    '--1',
    '-0',
    '-0.00',
    '0x10',
    '٣',
    'NaN',
  ])('text %j is refused', (x) => {
    expect(thrown(() => decimalString(x))).toMatchObject({
      code: 'decimal.invalid',
      path: ['x'],
      params: { value: x },
    });
  });

  test.each([undefined, null, true, [5], { s: 1, e: 0, d: [5] }, Symbol('5')])('what is no scalar is refused', (x) => {
    expect(thrown(() => decimalString(x as never)).code).toBe('decimal.invalid');
  });

  test('a scale pads or refuses, and never rounds', () => {
    expect(decimalString('12.5', 2)).toBe('12.50');
    expect(decimalString('-0.5', 1)).toBe('-0.5');
    expect(decimalString('12.00', 0)).toBe('12');
    expect(decimalString('0', 3)).toBe('0.000');
    expect(thrown(() => decimalString('12.505', 2))).toMatchObject({
      code: 'decimal.scale',
      path: ['x'],
      params: { scale: 2, value: '12.505' },
    });
  });

  test.each([-1, 1.5, NaN, 1001])('scale %s is refused', (scale) => {
    expect(thrown(() => decimalString('1', scale))).toMatchObject({ code: 'scale.invalid', path: ['scale'] });
  });

  test('a thousand digits are read, one more is refused', () => {
    for (const text of ['1'.repeat(1000), '-' + '1'.repeat(1000), '-1.' + '1'.repeat(999)]) {
      expect(decimalString(text)).toBe(text);
    }
    const huge: [unknown, number][] = [
      ['1'.repeat(1001), 1001],
      ['-1.' + '1'.repeat(1000), 1001],
      ['9'.repeat(10_000), 10_000],
      [10n ** 1000n, 1001],
      [new Host('1e1000'), 1001],
      [new Host('1e-1000'), 1001],
      [new Host('1e1000000'), 1000001],
    ];
    for (const [x, digits] of huge) {
      expect(thrown(() => decimalString(x as never))).toMatchObject({
        code: 'decimal.tooLong',
        params: { max: 1000, digits },
      });
    }
  });

  test('a message shows what was wrong, cut to a readable length', () => {
    expect(thrown(() => decimalString('1e3')).message).toBe('x: must be a decimal such as "1234.50", got 1e3');
    expect(thrown(() => decimalString(' 5')).message).toBe('x: must be a decimal such as "1234.50", got " 5"');
    expect(thrown(() => decimalString('x'.repeat(900))).message).toBe(
      `x: must be a decimal such as "1234.50", got ${'x'.repeat(80)}…`,
    );
    expect(thrown(() => decimalString([5] as never)).message).toBe('x: must be a decimal such as "1234.50", got [5]');
  });
});

describe('arithmetic', () => {
  test('a quotient is rounded once', () => {
    // Cut to 60 digits first, the next two would look like ties.
    const belowTie = toDecimal('1.' + '0'.repeat(39) + '4' + '9'.repeat(30));
    expect(toText(divide(belowTie, toDecimal(1)))).toBe('1');
    const tie = '1' + '0'.repeat(38) + '15';
    expect(toText(divide(toDecimal(tie + '0'.repeat(29) + '1'), toDecimal(1)))).toBe(
      '1' + '0'.repeat(38) + '2' + '0'.repeat(31),
    );
    expect(toText(divide(toDecimal('1' + '0'.repeat(38) + '25'), toDecimal(10)))).toBe('1' + '0'.repeat(38) + '2');
  });

  test('cancellation and mixed signs', () => {
    expect(toText(minus(toDecimal('1.1'), toDecimal('1.1')))).toBe('0');
    expect(toText(times(toDecimal('-5'), toDecimal('0')))).toBe('0');
    expect(compare(toDecimal('1.0'), toDecimal('1'))).toBe(0);
    expect(compare(toDecimal('-1'), toDecimal('1'))).toBe(-1);
  });
});
