import { describe, expect, test } from 'vitest';
import { compareMoney, isZeroMoney, maxMoney, minMoney, moneyRatio, moneySign } from '../../src/core/compareMoney.js';
import { defineCurrency } from '../../src/core/currency.js';
import { formatMoney } from '../../src/core/formatMoney.js';
import {
  addMoney,
  divideMoney,
  type Money,
  money,
  multiplyMoney,
  negateMoney,
  subtractMoney,
  sumMoney,
} from '../../src/core/money.js';
import { roundCash, roundMoney } from '../../src/core/roundMoney.js';
import { thrown } from './thrown.js';

function eur(amount: string): Money<'EUR'> {
  return money(amount, 'EUR');
}

const dollars: Money = money('1', 'USD');
const euros: Money = money('1', 'EUR');

describe('arithmetic', () => {
  test('is exact', () => {
    expect(addMoney(eur('0.1'), eur('0.2'))).toEqual({ amount: '0.3', currency: 'EUR' });
    expect(addMoney(eur('9007199254740993.01'), eur('0.02')).amount).toBe('9007199254740993.03');
    expect(addMoney(eur(`1${'0'.repeat(60)}`), eur(`0.${'0'.repeat(60)}1`)).amount).toBe(
      `1${'0'.repeat(60)}.${'0'.repeat(60)}1`,
    );
    expect(subtractMoney(eur('0.1'), eur('0.10'))).toEqual({ amount: '0', currency: 'EUR' });
    expect(multiplyMoney(eur('19.99'), '0.075').amount).toBe('1.49925');
    expect(multiplyMoney(eur('-19.99'), 0).amount).toBe('0');
    expect(divideMoney(eur('-1'), 3).amount).toBe(`-0.${'3'.repeat(40)}`);
    expect(divideMoney(eur('10'), '0.4').amount).toBe('25');
    expect(negateMoney(eur('0.00')).amount).toBe('0');
    expect(negateMoney(eur('-5')).amount).toBe('5');
  });

  test('sums lists', () => {
    expect(sumMoney([], 'EUR')).toEqual({ amount: '0', currency: 'EUR' });
    expect(
      sumMoney(
        Array.from({ length: 10 }, () => eur('0.1')),
        'EUR',
      ).amount,
    ).toBe('1');
    expect(sumMoney([eur('5'), eur('-5.00')], 'EUR').amount).toBe('0');
  });

  test('money is JSON', () => {
    expect(JSON.parse(JSON.stringify(eur('12.50')))).toEqual(eur('12.50'));
    expect(eur('12.50').amount).toBe('12.5');
  });
});

describe('comparison', () => {
  test('goes by value, not by text', () => {
    expect(compareMoney(eur('0.10'), eur('0.1'))).toBe(0);
    expect(compareMoney(eur('9'), eur('10'))).toBe(-1);
    expect(compareMoney(eur('-9'), eur('-10'))).toBe(1);
  });

  test('min and max keep the first of equals, as it is', () => {
    const twice: Money<'EUR'> = { amount: '1.00', currency: 'EUR' };
    expect(minMoney(twice, eur('1'), eur('2'))).toBe(twice);
    expect(maxMoney(eur('0.5'), twice, eur('1'))).toBe(twice);
    expect(minMoney(eur('3'), eur('-1'), eur('2')).amount).toBe('-1');
    expect(maxMoney(twice)).toBe(twice);
  });

  test('zero, sign and ratio', () => {
    expect([isZeroMoney(eur('0.00')), isZeroMoney(eur('0.01'))]).toEqual([true, false]);
    expect([eur('-0.01'), eur('0'), eur('3')].map((value) => moneySign(value))).toEqual([-1, 0, 1]);
    expect(moneyRatio(eur('1'), eur('3'))).toEqual({ numerator: '1', denominator: '3', value: '0.333333333333' });
    expect(moneyRatio(eur('1'), eur('0'))).toMatchObject({ value: null, reason: 'zeroDenominator' });
  });
});

describe('rounding', () => {
  test.each<[string, string, object, string]>([
    ['1.005', 'USD', {}, '1.00'],
    ['1.005', 'USD', { mode: 'halfUp' }, '1.01'],
    ['12.5', 'JPY', {}, '12'],
    ['1.23456', 'KWD', {}, '1.235'],
    ['-1.005', 'USD', { mode: 'halfUp' }, '-1.01'],
    ['-0.001', 'USD', {}, '0.00'],
    ['1234.5', 'USD', { increment: '5' }, '1235.00'],
    ['1.23456', 'USD', { increment: '0.0001' }, '1.2346'],
    ['1.23', 'USD', { increment: '0.10' }, '1.20'],
  ])('%s %s under %j is %s', (amount, currency, policy, expected) => {
    expect(roundMoney(money(amount, currency), policy)).toEqual({ amount: expected, currency });
  });

  test('three payments of a cent at half a rate: rounded each, or once', () => {
    const half = multiplyMoney(eur('0.01'), '0.5');
    const each = roundMoney(half, { mode: 'halfUp' });
    expect(sumMoney([each, each, each], 'EUR').amount).toBe('0.03');
    expect(roundMoney(sumMoney([half, half, half], 'EUR'), { mode: 'halfUp' }).amount).toBe('0.02');
  });

  test.each([
    ['12.32', 'CHF', '12.30'],
    ['12.33', 'CHF', '12.35'],
    ['12.325', 'CHF', '12.35'],
    ['-12.33', 'CHF', '-12.35'],
    ['0.25', 'DKK', '0.50'],
    ['0.24', 'DKK', '0.00'],
    ['1492', 'HUF', '1490.00'],
    ['1492.5', 'HUF', '1495.00'],
    ['99.50', 'SEK', '100.00'],
    ['12.345', 'EUR', '12.35'],
    ['12.5', 'JPY', '13'],
  ])('%s %s in cash is %s', (amount, currency, expected) => {
    expect(roundCash(money(amount, currency)).amount).toBe(expected);
  });

  test('cash of a currency of your own', () => {
    const currencies = defineCurrency({ code: 'CHIPS', exponent: 1, cashIncrement: '2.5' });
    expect(roundCash(money('6.2', 'CHIPS', currencies), 'down', currencies).amount).toBe('5.0');
  });
});

describe('format', () => {
  test.each([
    ['9007199254740993.01', 'USD', 'en', '$9,007,199,254,740,993.01'],
    ['-1234.5', 'EUR', 'de', '-1.234,50 €'],
    ['1234567', 'JPY', 'ja', '￥1,234,567'],
    ['1234.5', 'CNY', 'zh-CN', '¥1,234.50'],
    ['1234.5', 'HUF', 'en', 'HUF 1,234.50'],
    ['0.12345', 'USD', 'en', '$0.12345'],
    ['1.5', 'BHD', 'en', 'BHD 1.500'],
    ['0', 'USD', 'en', '$0.00'],
    ['1234567.1', 'INR', 'en-IN', '₹12,34,567.10'],
  ])('%s %s in %s is %s', (amount, currency, locale, expected) => {
    expect(formatMoney(money(amount, currency), locale).replaceAll('\u00a0', ' ')).toBe(expected);
  });

  test('keeps every digit of three hundred', () => {
    const digits = '1234567890'.repeat(30);
    expect(formatMoney(money(digits, 'USD'), 'en').replaceAll(/\D/g, '')).toBe(`${digits}00`);
  });

  test('a code that Intl does not know stands where a code stands', () => {
    const currencies = defineCurrency({ code: 'USDC', exponent: 6 });
    expect(formatMoney(money('-1234.5', 'USDC', currencies), 'en', currencies)).toBe('-USDC\u00A01,234.500000');
    expect(formatMoney(money('1234.5', 'USDC', currencies), 'de', currencies)).toBe('1.234,500000\u00A0USDC');
  });
});

test.each<[string, () => unknown, string, (string | number)[]]>([
  ['an unknown currency', () => money('1', 'ABC'), 'currency.unknown', ['currency']],
  ['an amount with a comma', () => money('1,000', 'USD'), 'decimal.invalid', ['amount']],
  ['no number', () => money(Number.NaN, 'USD'), 'decimal.invalid', ['amount']],
  ['10,000 digits', () => money('1'.repeat(10_000), 'USD'), 'decimal.tooLong', ['amount']],
  ['a mixed sum', () => addMoney(dollars, euros), 'money.currencyMismatch', ['b', 'currency']],
  ['a mixed difference', () => subtractMoney(dollars, euros), 'money.currencyMismatch', ['b', 'currency']],
  ['a mixed list', () => sumMoney<string>([dollars, euros], 'USD'), 'money.currencyMismatch', [1, 'currency']],
  ['a mixed comparison', () => compareMoney(dollars, euros), 'money.currencyMismatch', ['b', 'currency']],
  ['a mixed minimum', () => minMoney(dollars, dollars, euros), 'money.currencyMismatch', ['rest', 1, 'currency']],
  ['a mixed ratio', () => moneyRatio(dollars, euros), 'money.currencyMismatch', ['denominator', 'currency']],
  [
    'an amount in a list',
    () => sumMoney<string>([dollars, { amount: '1e3', currency: 'USD' }], 'USD'),
    'decimal.invalid',
    [1, 'amount'],
  ],
  ['a factor', () => multiplyMoney(dollars, 'x'), 'decimal.invalid', ['factor']],
  ['a division by zero', () => divideMoney(dollars, '0.00'), 'money.divideByZero', ['divisor']],
  ['an increment of 0', () => roundMoney(dollars, { increment: '0' }), 'rounding.increment', ['policy', 'increment']],
  ['a mode', () => roundMoney(dollars, { mode: 'x' as never }), 'option.unknown', ['policy', 'mode']],
  [
    'rounding an unknown currency',
    () => roundMoney({ amount: '1', currency: 'ABC' }),
    'currency.unknown',
    ['value', 'currency'],
  ],
  ['a cash mode', () => roundCash(dollars, 'x' as never), 'option.unknown', ['mode']],
  [
    'formatting an unknown currency',
    () => formatMoney({ amount: '1', currency: 'ABC' }, 'en'),
    'currency.unknown',
    ['value', 'currency'],
  ],
  ['a locale', () => formatMoney(dollars, 'not a locale'), 'option.unknown', ['locale']],
  ['an empty locale', () => formatMoney(dollars, ''), 'option.unknown', ['locale']],
  ['301 digits', () => formatMoney(money('1'.repeat(301), 'USD'), 'en'), 'decimal.tooLong', ['value', 'amount']],
  ['101 decimals', () => formatMoney(money(`0.${'1'.repeat(101)}`, 'USD'), 'en'), 'decimal.scale', ['value', 'amount']],
])('bad input: %s', (_, run, code, path) => {
  expect(thrown(run)).toMatchObject({ code, path });
});
