import { describe, expect, test } from 'vitest';
import { type DayCount, dayCounter, dayFraction } from '../../src/core/dayCount.js';
import { dayNumber } from '../../src/core/date.js';
import { periodOf } from '../../src/core/period.js';
import { prorate } from '../../src/core/prorate.js';
import { thrown } from './thrown.js';

const cents = { rounding: { increment: '0.01' } } as const;
const april = periodOf('2026-04-01', 'month');

function tie(mode: 'halfEven' | 'halfUp'): string {
  return prorate('0.05', { from: '2026-04-16' }, april, 'actual', { rounding: { increment: '0.01', mode } }).amount;
}

function days(dayCount: DayCount, from: string, to: string): number {
  return dayCounter(dayCount)(dayNumber(from), dayNumber(to));
}

describe('day counts', () => {
  test.each<[string, string, number, number, number]>([
    // from, to, actual, 30/360, 30E/360
    ['2025-01-01', '2026-01-01', 365, 360, 360],
    ['2024-01-01', '2025-01-01', 366, 360, 360],
    ['2026-02-01', '2026-03-01', 28, 30, 30],
    ['2026-01-15', '2026-01-31', 16, 16, 15],
    ['2026-01-30', '2026-01-31', 1, 0, 0],
    ['2026-01-31', '2026-02-15', 15, 15, 15],
    ['2026-01-31', '2026-03-31', 59, 60, 60],
    ['2026-02-28', '2026-03-01', 1, 1, 3],
    ['2026-02-28', '2026-03-31', 31, 30, 32],
    ['2024-02-28', '2024-03-01', 2, 3, 3],
    ['2024-02-29', '2025-02-28', 365, 360, 359],
    ['2026-08-29', '2026-08-31', 2, 2, 1],
  ])('%s to %s: actual %i, 30/360 %i, 30E/360 %i', (from, to, actual, us, european) => {
    expect([days('actual', from, to), days('30/360', from, to), days('30E/360', from, to)]).toEqual([
      actual,
      us,
      european,
    ]);
  });

  test('working days come from the calendar', () => {
    const options = { workCalendar: { holidays: ['2026-04-06'] } };
    expect(dayFraction({ from: '2026-04-06', to: '2026-04-13' }, april, 'workingDays', options)).toEqual({
      days: 4,
      of: 21,
    });
    expect(dayFraction({ from: '2026-04-06', to: '2026-04-13' }, april, 'workingDays')).toEqual({ days: 5, of: 22 });
  });
});

describe('prorate', () => {
  test('the first day counts or not', () => {
    const from = { from: '2026-04-15', to: null };
    expect(prorate('3000', from, april)).toEqual({ amount: '1600', days: 16, of: 30 });
    expect(prorate('3000', from, april, 'actual', { inclusive: false })).toEqual({ amount: '1500', days: 15, of: 30 });
    const before = { from: '2026-03-31' };
    expect(prorate('3000', before, april, 'actual', { inclusive: false })).toMatchObject({ days: 30 });
  });

  test('a span covers all, a part or nothing of the period', () => {
    expect(prorate('99.99', { from: '2020-01-01' }, april)).toEqual({ amount: '99.99', days: 30, of: 30 });
    expect(prorate('99.99', april, april, '30/360')).toEqual({ amount: '99.99', days: 30, of: 30 });
    expect(prorate('99.99', { from: '2026-05-01' }, april)).toEqual({ amount: '0', days: 0, of: 30 });
    expect(prorate('99.99', { from: '2026-04-30', to: '2026-05-01' }, april, 'actual', { inclusive: false })).toEqual({
      amount: '0',
      days: 0,
      of: 30,
    });
  });

  test('a quotient that does not end keeps 40 digits, or is rounded once', () => {
    const year = periodOf('2025-06-01', 'year');
    const from = { from: '2025-06-01' };
    expect(prorate('800000', from, year).amount).toBe('469041.095890410958904109589041095890411');
    expect(prorate('800000', from, year, 'actual', cents).amount).toBe('469041.10');
    expect(prorate('-800000', from, year, 'actual', cents).amount).toBe('-469041.10');
    expect(prorate('800000', from, year, 'actual', { rounding: { increment: '100', mode: 'up' } }).amount).toBe(
      '469100',
    );
    expect(prorate('0', from, year, 'actual', cents).amount).toBe('0.00');
    const huge = `1${'0'.repeat(60)}`;
    expect(prorate(huge, { from: '2026-04-21' }, april, 'actual', cents).amount).toBe(`${'3'.repeat(60)}.33`);
  });

  test('half of a tie goes by the mode', () => {
    expect([tie('halfEven'), tie('halfUp')]).toEqual(['0.02', '0.03']);
  });

  test.each<[string, () => unknown, string, (string | number)[]]>([
    [
      'no worked day',
      () => prorate('1', april, { kind: 'custom', start: '2026-04-04', end: '2026-04-06' }, 'workingDays'),
      'prorate.noDays',
      ['period'],
    ],
    [
      'a 30th alone in 30/360',
      () => prorate('1', april, { kind: 'custom', start: '2026-03-30', end: '2026-03-31' }, '30/360'),
      'prorate.noDays',
      ['period'],
    ],
    [
      'a span the wrong way round',
      () => prorate('1', { from: '2026-04-02', to: '2026-04-01' }, april),
      'period.order',
      ['span', 'to'],
    ],
    [
      'a period the wrong way round',
      () => prorate('1', april, { ...april, end: april.start }),
      'period.order',
      ['period', 'end'],
    ],
    ['a day count', () => prorate('1', april, april, '30/365' as never), 'option.unknown', ['dayCount']],
    ['an amount', () => prorate('1,000', april, april), 'decimal.invalid', ['amount']],
    [
      'an increment',
      () => prorate('1', april, april, 'actual', { rounding: { increment: '-1' } }),
      'rounding.increment',
      ['options', 'rounding', 'increment'],
    ],
    [
      'a mode',
      () => prorate('1', april, april, 'actual', { rounding: { increment: '1', mode: 'x' as never } }),
      'option.unknown',
      ['options', 'rounding', 'mode'],
    ],
    [
      'a holiday',
      () => prorate('1', april, april, 'workingDays', { workCalendar: { holidays: ['2026-04-31'] } }),
      'date.invalid',
      ['options', 'workCalendar', 'holidays', 0],
    ],
  ])('bad input: %s', (_, run, code, path) => {
    expect(thrown(run)).toMatchObject({ code, path });
  });
});
