import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocateMoney } from '../../src/core/allocateMoney.js';
import { defineCurrency } from '../../src/core/currency.js';
import { money, sumMoney } from '../../src/core/money.js';
import { thrown } from './thrown.js';

test.each<[string, string, number[], object, string[]]>([
  ['100', 'EUR', [1, 1, 1], {}, ['33.34', '33.33', '33.33']],
  ['-100', 'EUR', [1, 1, 1], {}, ['-33.34', '-33.33', '-33.33']],
  ['100', 'JPY', [1, 1, 1], {}, ['34', '33', '33']],
  ['0.001', 'KWD', [1, 1], {}, ['0.001', '0.000']],
  ['100', 'EUR', [1, 1, 1], { residue: 'last' }, ['33.33', '33.33', '33.34']],
  ['100', 'EUR', [1, 1, 1], { increment: '5' }, ['35.00', '35.00', '30.00']],
  ['0', 'EUR', [1, 2], {}, ['0.00', '0.00']],
])('%s %s over %j with %j is %j', (amount, currency, weights, options, expected) => {
  const parts = allocateMoney(money(amount, currency), weights, options);
  expect(parts).toEqual(expected.map((part) => ({ amount: part, currency })));
});

test('the parts add up, whatever the amount and the weights', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.array(fc.nat(1000), { minLength: 1, maxLength: 9 }), (cents, weights) => {
      const total = money(`${cents}`, 'JPY');
      expect(sumMoney(allocateMoney(total, weights), 'JPY')).toEqual(total);
    }),
  );
});

test('a currency of your own has its own minor unit', () => {
  const currencies = defineCurrency({ code: 'USDC', exponent: 6 });
  const parts = allocateMoney(money('1', 'USDC', currencies), [1, 1, 1], {}, currencies);
  expect(parts.map((part) => part.amount)).toEqual(['0.333334', '0.333333', '0.333333']);
});

test.each<[string, () => unknown, string, (string | number)[]]>([
  ['part of a cent', () => allocateMoney(money('0.005', 'EUR'), [1]), 'allocate.indivisible', ['total']],
  ['a negative weight', () => allocateMoney(money('1', 'EUR'), [1, -1]), 'allocate.negativeWeight', ['weights', 1]],
  ['no parts', () => allocateMoney(money('1', 'EUR'), []), 'allocate.noParts', ['weights']],
  [
    'an increment of 0',
    () => allocateMoney(money('1', 'EUR'), [1], { increment: 0 }),
    'rounding.increment',
    ['increment'],
  ],
  [
    'an unknown currency',
    () => allocateMoney({ amount: '1', currency: 'ABC' }, [1]),
    'currency.unknown',
    ['total', 'currency'],
  ],
])('bad input: %s', (_, run, code, path) => {
  expect(thrown(run)).toMatchObject({ code, path });
});
