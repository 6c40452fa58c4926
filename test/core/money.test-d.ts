import { addMoney, compareMoney, convert, type Money, money, subtractMoney, sumMoney } from 'salesmodel/core';
import { expectTypeOf, test } from 'vitest';

const dollars = money('1', 'USD');
const euros = money('1', 'EUR');

test('money carries its currency', () => {
  expectTypeOf(dollars).toEqualTypeOf<Money<'USD'>>();
  expectTypeOf(addMoney(dollars, dollars)).toEqualTypeOf<Money<'USD'>>();
  expectTypeOf(sumMoney([dollars], 'USD')).toEqualTypeOf<Money<'USD'>>();
});

test('currencies do not mix', () => {
  expectTypeOf(addMoney<'USD'>)
    .parameter(1)
    .toEqualTypeOf<Money<'USD'>>();
  // @ts-expect-error EUR is not USD
  addMoney(dollars, euros);
  // @ts-expect-error EUR is not USD
  subtractMoney(dollars, euros);
  // @ts-expect-error EUR is not USD
  compareMoney(dollars, euros);
  // @ts-expect-error EUR is not USD
  sumMoney([dollars, euros], 'USD');
});

test('money of a currency known at run time only is taken everywhere', () => {
  const any: Money = dollars;
  expectTypeOf(addMoney(any, euros)).toEqualTypeOf<Money>();
});

test('a conversion is in its target currency, once it is known to be there', () => {
  const result = convert(dollars, 'EUR', { rates: [], on: '2026-01-01' });
  expectTypeOf(result).not.toHaveProperty('money');
  if (result.ok) expectTypeOf(result.money).toEqualTypeOf<Money<'EUR'>>();
});
