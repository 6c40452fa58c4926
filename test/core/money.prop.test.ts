import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareMoney, maxMoney, minMoney } from '../../src/core/compareMoney.js';
import { convert } from '../../src/core/convert.js';
import { formatMoney } from '../../src/core/formatMoney.js';
import {
  addMoney,
  money,
  type Money,
  multiplyMoney,
  negateMoney,
  subtractMoney,
  sumMoney,
} from '../../src/core/money.js';
import { roundMoney } from '../../src/core/roundMoney.js';

/** Amounts of up to 25 digits and 6 decimals. */
const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.nat(6))
  .map(([units, scale]): Money<'USD'> => {
    const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
    const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
    return money(units < 0n ? `-${text}` : text, 'USD');
  });

test('sums do not depend on order or grouping, and a difference undoes a sum', () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 8 }), amount, (list, one) => {
      const total = sumMoney(list, 'USD');
      expect(sumMoney(list.toReversed(), 'USD')).toEqual(total);
      expect(list.reduce((sum, next) => addMoney(sum, next), money(0, 'USD'))).toEqual(total);
      expect(subtractMoney(addMoney(total, one), one)).toEqual(total);
      expect(addMoney(one, negateMoney(one)).amount).toBe('0');
      expect(multiplyMoney(one, 3)).toEqual(sumMoney([one, one, one], 'USD'));
    }),
  );
});

test('min and max are the ends of the order', () => {
  fc.assert(
    fc.property(amount, fc.array(amount, { maxLength: 6 }), (first, rest) => {
      const [low, high] = [minMoney(first, ...rest), maxMoney(first, ...rest)];
      for (const one of [first, ...rest]) {
        expect(compareMoney(low, one)).toBeLessThanOrEqual(0);
        expect(compareMoney(high, one)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('rounding is idempotent, stays within half a cent, and mirrors', () => {
  fc.assert(
    fc.property(amount, (one) => {
      const rounded = roundMoney(one);
      expect(rounded.amount).toMatch(/\.\d\d$/);
      expect(roundMoney(rounded)).toEqual(rounded);
      const gap = subtractMoney(rounded, one);
      expect(compareMoney(maxMoney(gap, negateMoney(gap)), money('0.005', 'USD'))).toBeLessThanOrEqual(0);
      expect(roundMoney(negateMoney(one)).amount.replace('-', '')).toBe(rounded.amount.replace('-', ''));
    }),
  );
});

test('formatting loses no digit', () => {
  fc.assert(
    fc.property(amount, (one) => {
      const digits = formatMoney(one, 'en').replaceAll(/[^\d.]/g, '');
      expect(money(digits, 'USD').amount).toBe(one.amount.replace('-', ''));
    }),
  );
});

test('a conversion there and, inverted, back is the amount again', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 1_000_000 }), (one, rate) => {
      const rates = [{ from: 'USD', to: 'EUR', rate: String(rate), on: '2026-01-01' }];
      const options = { rates, on: '2026-01-01', inverse: true };
      const there = convert(one, 'EUR', options);
      const back = there.ok ? convert(there.money, 'USD', options) : there;
      expect(back).toMatchObject({ ok: true, money: one });
    }),
  );
});
