import { describe, expect, test } from 'vitest';
import { currencyOf, defineCurrency, isoCurrencies, minorUnit } from '../../src/core/currency.js';
import { CASH_INCREMENTS, CURRENCY_EDITION } from '../../src/core/currencyTable.js';
import { money } from '../../src/core/money.js';
import { roundMoney } from '../../src/core/roundMoney.js';
import { thrown } from './thrown.js';

const all = Object.values(isoCurrencies);

function withExponent(exponent: number): string[] {
  return all.filter((currency) => currency.exponent === exponent).map((currency) => currency.code);
}

describe('the ISO 4217 table', () => {
  test('has the codes in use at its edition', () => {
    expect(CURRENCY_EDITION).toBe('2026-01-01');
    expect(all).toHaveLength(165);
    expect(new Set(all.map((currency) => currency.numeric)).size).toBe(165);
    for (const [code, currency] of Object.entries(isoCurrencies)) {
      expect(code).toMatch(/^[A-Z]{3}$/);
      expect(currency).toMatchObject({ code, numeric: expect.stringMatching(/^\d{3}$/) });
    }
    for (const withdrawn of ['ANG', 'BGN', 'CUC', 'HRK', 'SLL', 'ZWL', 'DEM']) {
      expect(thrown(() => currencyOf(withdrawn))).toMatchObject({ code: 'currency.unknown', path: ['code'] });
    }
    for (const recent of ['XCG', 'ZWG', 'SLE', 'VED', 'XAD']) expect(currencyOf(recent).code).toBe(recent);
  });

  test('has the exponents of the standard, not those of everyday use', () => {
    expect(withExponent(0)).toEqual('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '));
    expect(withExponent(3)).toEqual('BHD IQD JOD KWD LYD OMR TND'.split(' '));
    expect(withExponent(4)).toEqual(['CLF', 'UYW']);
    expect(withExponent(2)).toHaveLength(165 - 17 - 7 - 2);
    expect(currencyOf('HUF').exponent).toBe(2);
  });

  test('knows the numeric codes', () => {
    const codes = { USD: '840', EUR: '978', CNY: '156', JPY: '392', GBP: '826', CHF: '756', ALL: '008', KWD: '414' };
    for (const [code, numeric] of Object.entries(codes)) expect(currencyOf(code).numeric).toBe(numeric);
  });

  test('has cash increments of currencies it knows, coarser than their minor unit', () => {
    for (const [code, increment] of Object.entries(CASH_INCREMENTS)) {
      expect(currencyOf(code).cashIncrement).toBe(increment);
      expect(Number(increment)).toBeGreaterThan(Number(minorUnit(currencyOf(code))));
    }
    expect(currencyOf('EUR').cashIncrement).toBeNull();
  });

  test('survives a copy through JSON', () => {
    expect(JSON.parse(JSON.stringify(isoCurrencies))).toEqual(isoCurrencies);
  });

  test.each(['constructor', '__proto__', 'usd', 'US', '', 'XAU', 'XXX'])('%j is no currency', (code) => {
    expect(thrown(() => currencyOf(code))).toMatchObject({ code: 'currency.unknown', params: { value: code } });
  });
});

describe('defineCurrency', () => {
  test('extends a copy and leaves the table as it was', () => {
    const currencies = defineCurrency({ code: 'USDC', exponent: 6 });
    expect(currencyOf('USDC', currencies)).toEqual({ code: 'USDC', numeric: null, exponent: 6, cashIncrement: null });
    expect(currencyOf('USD', currencies)).toBe(isoCurrencies['USD']);
    expect(Object.hasOwn(isoCurrencies, 'USDC')).toBe(false);
    expect(thrown(() => money('1', 'USDC')).code).toBe('currency.unknown');
    expect(roundMoney(money('1.23456789', 'USDC', currencies), {}, currencies).amount).toBe('1.234568');
  });

  test('changes a currency, brings back a withdrawn one, and chains', () => {
    const currencies = defineCurrency(
      { code: 'BGN', exponent: 2, numeric: '975' },
      defineCurrency({ ...currencyOf('HUF'), exponent: 0 }),
    );
    expect(currencyOf('BGN', currencies).numeric).toBe('975');
    expect(currencyOf('HUF', currencies)).toMatchObject({ exponent: 0, cashIncrement: '5' });
    expect(minorUnit(currencyOf('HUF', currencies))).toBe('1');
  });

  test.each<[string, () => unknown, string, (string | number)[]]>([
    ['small letters', () => defineCurrency({ code: 'pts', exponent: 0 }), 'currency.invalid', ['currency', 'code']],
    ['__proto__', () => defineCurrency({ code: '__proto__', exponent: 0 }), 'currency.invalid', ['currency', 'code']],
    [
      'half a decimal',
      () => defineCurrency({ code: 'PTS', exponent: 0.5 }),
      'currency.invalid',
      ['currency', 'exponent'],
    ],
    [
      'too many decimals',
      () => defineCurrency({ code: 'PTS', exponent: 31 }),
      'currency.invalid',
      ['currency', 'exponent'],
    ],
    [
      'a short number',
      () => defineCurrency({ code: 'PTS', exponent: 0, numeric: '8' }),
      'currency.invalid',
      ['currency', 'numeric'],
    ],
    [
      'no cash at all',
      () => defineCurrency({ code: 'PTS', exponent: 0, cashIncrement: '0' }),
      'rounding.increment',
      ['currency', 'cashIncrement'],
    ],
  ])('%s', (_, run, code, path) => {
    expect(thrown(run)).toMatchObject({ code, path });
  });
});
