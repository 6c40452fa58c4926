import { describe, expect, test } from 'vitest';
import { type Conversion, convert, type ConvertOptions } from '../../src/core/convert.js';
import { dayNumber } from '../../src/core/date.js';
import { money } from '../../src/core/money.js';
import { compileRates, type RateTable } from '../../src/core/rateTable.js';
import { thrown } from './thrown.js';

const rates: RateTable = [
  { from: 'EUR', to: 'USD', rate: '1.10', on: '2026-03-02' },
  { from: 'EUR', to: 'USD', rate: '1.08', on: '2026-03-01' },
  { from: 'EUR', to: 'GBP', rate: '0.85', on: '2026-03-01' },
  { from: 'USD', to: 'JPY', rate: '150', on: '2026-03-01' },
  { from: 'JPY', to: 'KRW', rate: '3', on: '2026-03-01' },
];

function go(amount: string, from: string, to: string, options: Omit<ConvertOptions, 'rates'>): Conversion<string> {
  return convert(money(amount, from), to, { rates, ...options });
}

function amount(result: Conversion<string>): string | undefined {
  return result.ok ? result.money.amount : undefined;
}

function missing(from: string, to: string, on: string): object {
  return { code: 'missingRate', params: { from, to, on } };
}

describe('finding a rate', () => {
  test('exact takes the quote of the day, previous the newest until then', () => {
    expect(amount(go('10', 'EUR', 'USD', { on: '2026-03-02' }))).toBe('11');
    expect(go('10', 'EUR', 'USD', { on: '2026-03-05' })).toEqual({
      ok: false,
      reasons: [missing('EUR', 'USD', '2026-03-05')],
    });
    expect(amount(go('10', 'EUR', 'USD', { on: '2026-03-05', policy: 'previous' }))).toBe('11');
    expect(amount(go('10', 'EUR', 'USD', { on: '2026-03-01', policy: 'previous' }))).toBe('10.8');
    expect(go('10', 'EUR', 'USD', { on: '2026-02-28', policy: 'previous' }).ok).toBe(false);
  });

  test('the result shows the quote', () => {
    expect(go('10', 'EUR', 'USD', { on: '2026-03-05', policy: 'previous' })).toEqual({
      ok: true,
      money: { amount: '11', currency: 'USD' },
      quote: {
        from: 'EUR',
        to: 'USD',
        rate: '1.1',
        legs: [{ from: 'EUR', to: 'USD', rate: '1.1', on: '2026-03-02', inverted: false }],
      },
    });
  });

  test('a currency is worth itself on every day', () => {
    expect(go('10.50', 'EUR', 'EUR', { on: '1999-01-01' })).toEqual({
      ok: true,
      money: { amount: '10.5', currency: 'EUR' },
      quote: { from: 'EUR', to: 'EUR', rate: '1', legs: [] },
    });
  });

  test('nothing is inverted or crossed unless asked', () => {
    const on = '2026-03-01';
    expect(go('1', 'USD', 'EUR', { on }).ok).toBe(false);
    expect(go('1', 'EUR', 'JPY', { on }).ok).toBe(false);
    expect(go('1', 'GBP', 'USD', { on, via: 'EUR' })).toEqual({ ok: false, reasons: [missing('GBP', 'EUR', on)] });
    expect(go('1', 'GBP', 'CAD', { on, via: 'CHF' })).toEqual({
      ok: false,
      reasons: [missing('GBP', 'CHF', on), missing('CHF', 'CAD', on)],
    });
    expect(go('1', 'GBP', 'CAD', { on, via: 'CAD' })).toEqual({ ok: false, reasons: [missing('GBP', 'CAD', on)] });
  });

  test('a way through a third currency is the product of two quotes', () => {
    const result = go('2', 'EUR', 'JPY', { on: '2026-03-01', via: 'USD' });
    expect(amount(result)).toBe('324');
    expect(result).toMatchObject({ quote: { rate: '162', legs: [{ to: 'USD' }, { to: 'JPY' }] } });
    expect(amount(go('2', 'EUR', 'USD', { on: '2026-03-01', via: 'GBP' }))).toBe('2.16');
  });

  test('an inverse is one exact division', () => {
    const on = '2026-03-01';
    expect(amount(go('9', 'KRW', 'JPY', { on, inverse: true }))).toBe('3');
    expect(go('9', 'KRW', 'JPY', { on, inverse: true })).toMatchObject({
      quote: { rate: `0.${'3'.repeat(40)}`, legs: [{ from: 'JPY', to: 'KRW', rate: '3', inverted: true }] },
    });
    expect(amount(go('450', 'KRW', 'USD', { on, inverse: true, via: 'JPY' }))).toBe('1');
    expect(amount(go('17', 'GBP', 'USD', { on, inverse: true, via: 'EUR' }))).toBe('21.6');
  });

  test('the quote of the pair itself comes before its inverse', () => {
    const both: RateTable = [
      { from: 'A01', to: 'B01', rate: '2', on: '2026-01-01' },
      { from: 'B01', to: 'A01', rate: '0.4', on: '2026-02-01' },
    ];
    const options = { rates: both, on: '2026-03-01', policy: 'previous', inverse: true } as const;
    expect(amount(convert({ amount: '1', currency: 'A01' }, 'B01', options))).toBe('2');
    expect(amount(convert({ amount: '1', currency: 'B01' }, 'A01', options))).toBe('0.4');
  });
});

test('the compiled lookup gives one object for one quote', () => {
  const find = compileRates(rates, { policy: 'previous', inverse: true, via: 'USD' });
  const day = dayNumber('2026-03-09');
  for (const [from, to] of [
    ['EUR', 'USD'],
    ['USD', 'EUR'],
    ['EUR', 'JPY'],
    ['EUR', 'EUR'],
  ] as const) {
    const found = find(from, to, day);
    expect(found).toBeDefined();
    expect(find(from, to, day + 1)).toBe(found);
  }
  expect(find('EUR', 'USD', dayNumber('2026-03-01'))?.rate.toFixed()).toBe('1.08');
  expect(find('EUR', 'CAD', day)).toBeUndefined();
});

test('a quote given twice is one quote', () => {
  const twice = [...rates, { from: 'EUR', to: 'USD', rate: '1.1', on: '2026-03-02' }];
  expect(convert(money('10', 'EUR'), 'USD', { rates: twice, on: '2026-03-02' }).ok).toBe(true);
});

test.each<[string, RateTable, string, (string | number)[]]>([
  [
    'another rate on the same day',
    [...rates, { from: 'EUR', to: 'USD', rate: '1.2', on: '2026-03-02' }],
    'rates.duplicate',
    ['rates', 5],
  ],
  ['a rate of 0', [{ from: 'EUR', to: 'USD', rate: '0', on: '2026-03-02' }], 'rates.notPositive', ['rates', 0, 'rate']],
  [
    'a negative rate',
    [{ from: 'EUR', to: 'USD', rate: '-1', on: '2026-03-02' }],
    'rates.notPositive',
    ['rates', 0, 'rate'],
  ],
  ['no number', [{ from: 'EUR', to: 'USD', rate: 'NaN', on: '2026-03-02' }], 'decimal.invalid', ['rates', 0, 'rate']],
  ['no date', [{ from: 'EUR', to: 'USD', rate: '1', on: '2026-02-29' }], 'date.invalid', ['rates', 0, 'on']],
  [
    'a currency to itself',
    [{ from: 'EUR', to: 'EUR', rate: '1', on: '2026-03-02' }],
    'rates.sameCurrency',
    ['rates', 0, 'to'],
  ],
])('bad table: %s', (_, table, code, path) => {
  expect(thrown(() => convert(money('1', 'EUR'), 'USD', { rates: table, on: '2026-03-02' }))).toMatchObject({
    code,
    path,
  });
});

test('bad options', () => {
  expect(thrown(() => go('1', 'EUR', 'USD', { on: '2026-13-01' }))).toMatchObject({
    code: 'date.invalid',
    path: ['on'],
  });
  expect(thrown(() => go('1', 'EUR', 'USD', { on: '2026-03-01', policy: 'next' as never }))).toMatchObject({
    code: 'option.unknown',
    path: ['policy'],
  });
});
