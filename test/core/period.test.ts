import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../src/core/calendar.js';
import { nextPeriod, periodOf, periodsBetween, previousPeriod } from '../../src/core/period.js';
import type { PeriodKind } from '../../src/core/periodKind.js';
import { periodLabel } from '../../src/core/periodLabel.js';
import { contains } from '../../src/core/contains.js';
import { overlapDays } from '../../src/core/overlapDays.js';
import { thrown } from './thrown.js';

const nrf: Calendar = {
  fiscalStartMonth: 2,
  weekStart: 7,
  yearNamedBy: 'start',
  retail: { pattern: '4-5-4', begins: 'nearest' },
};
/** A year that ends on the last Saturday of September. */
const lastSaturday: Calendar = { fiscalStartMonth: 10, weekStart: 7, retail: { pattern: '4-4-5', begins: 'last' } };
const april: Calendar = { fiscalStartMonth: 4 };

function starts(from: string, to: string): string[] {
  return periodsBetween(from, to, 'month').map((period) => period.start);
}

function labelled(date: string, kind: PeriodKind, calendar: Calendar = {}): string {
  const period = periodOf(date, kind, calendar);
  return `${periodLabel(period, calendar)} ${period.start} ${period.end}`;
}

describe('calendar years', () => {
  test.each<[string, PeriodKind, string]>([
    ['2026-10-31', 'month', '2026-10 2026-10-01 2026-11-01'],
    ['2024-02-29', 'month', '2024-02 2024-02-01 2024-03-01'],
    ['2026-12-31', 'quarter', '2026-Q4 2026-10-01 2027-01-01'],
    ['2026-06-30', 'half', '2026-H1 2026-01-01 2026-07-01'],
    ['2026-07-01', 'half', '2026-H2 2026-07-01 2027-01-01'],
    ['2026-07-01', 'year', '2026 2026-01-01 2027-01-01'],
    ['0001-01-01', 'year', '0001 0001-01-01 0002-01-01'],
  ])('%s %s is %s', (date, kind, expected) => {
    expect(labelled(date, kind)).toBe(expected);
  });

  test.each([
    ['2026-01-31', '2026-W05 2026-01-26 2026-02-02'],
    ['2025-12-29', '2026-W01 2025-12-29 2026-01-05'],
    ['2021-01-03', '2020-W53 2020-12-28 2021-01-04'],
    ['2027-01-01', '2026-W53 2026-12-28 2027-01-04'],
    ['1969-12-31', '1970-W01 1969-12-29 1970-01-05'],
  ])('ISO week of %s is %s', (date, expected) => {
    expect(labelled(date, 'week')).toBe(expected);
  });

  test('weeks from Sunday belong to the year of their fourth day', () => {
    expect(labelled('2026-01-03', 'week', { weekStart: 7 })).toBe('2025-W53 2025-12-28 2026-01-04');
    expect(labelled('2020-12-27', 'week', { weekStart: 7 })).toBe('2020-W53 2020-12-27 2021-01-03');
  });
});

describe('fiscal years', () => {
  test.each<[string, PeriodKind, Calendar, string]>([
    ['2026-03-31', 'year', april, 'FY2026 2025-04-01 2026-04-01'],
    ['2026-04-01', 'year', april, 'FY2027 2026-04-01 2027-04-01'],
    ['2026-04-01', 'year', { ...april, yearNamedBy: 'start' }, 'FY2026 2026-04-01 2027-04-01'],
    ['2025-12-31', 'month', { fiscalStartMonth: 10 }, 'FY2026-P03 2025-12-01 2026-01-01'],
    ['2026-01-31', 'quarter', april, 'FY2026-Q4 2026-01-01 2026-04-01'],
    ['2026-01-31', 'quarter', { fiscalStartMonth: 2 }, 'FY2026-Q4 2025-11-01 2026-02-01'],
    ['2026-10-01', 'half', april, 'FY2027-H2 2026-10-01 2027-04-01'],
    ['2026-04-01', 'week', april, '2026-W14 2026-03-30 2026-04-06'],
  ])('%s %s under %j is %s', (date, kind, calendar, expected) => {
    expect(labelled(date, kind, calendar)).toBe(expected);
  });
});

describe('retail years', () => {
  test.each<[string, PeriodKind, Calendar, string]>([
    ['2023-01-29', 'year', nrf, 'FY2023 2023-01-29 2024-02-04'],
    ['2024-02-03', 'week', nrf, 'FY2023-W53 2024-01-28 2024-02-04'],
    ['2024-02-03', 'month', nrf, 'FY2023-P12 2023-12-31 2024-02-04'],
    ['2024-02-04', 'month', nrf, 'FY2024-P01 2024-02-04 2024-03-03'],
    ['2024-03-03', 'month', nrf, 'FY2024-P02 2024-03-03 2024-04-07'],
    ['2025-02-01', 'quarter', nrf, 'FY2024-Q4 2024-11-03 2025-02-02'],
    ['2017-06-01', 'year', nrf, 'FY2017 2017-01-29 2018-02-04'],
    ['2023-09-30', 'year', lastSaturday, 'FY2023 2022-09-25 2023-10-01'],
    ['2023-09-30', 'half', lastSaturday, 'FY2023-H2 2023-03-26 2023-10-01'],
    ['2023-09-30', 'quarter', lastSaturday, 'FY2023-Q4 2023-06-25 2023-10-01'],
    ['2024-09-28', 'year', lastSaturday, 'FY2024 2023-10-01 2024-09-29'],
    ['2022-12-20', 'month', lastSaturday, 'FY2023-P03 2022-11-20 2022-12-25'],
  ])('%s %s under %j is %s', (date, kind, calendar, expected) => {
    expect(labelled(date, kind, calendar)).toBe(expected);
  });

  test.each<['4-4-5' | '4-5-4' | '5-4-4', number[]]>([
    ['4-4-5', [4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5]],
    ['4-5-4', [4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4]],
    ['5-4-4', [5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4]],
  ])('the months of a %s year have its weeks', (pattern, weeks) => {
    const calendar: Calendar = { ...nrf, retail: { pattern, begins: 'nearest' } };
    const months = periodsBetween('2024-02-04', '2025-02-02', 'month', calendar);
    expect(months.map((month) => overlapDays(month, month) / 7)).toEqual(weeks);
  });

  test('a year that begins in December before its month is still the year of its month', () => {
    const calendar: Calendar = { weekStart: 1, retail: { pattern: '4-4-5', begins: 'nearest' } };
    expect(labelled('2024-12-30', 'year', calendar)).toBe('FY2025 2024-12-30 2025-12-29');
  });
});

describe('custom periods', () => {
  const calendar: Calendar = { custom: ['2026-01-05', '2026-02-16', '2026-04-01'] };

  test('run from border to border', () => {
    expect(labelled('2026-02-15', 'custom', calendar)).toBe('2026-01-05/2026-02-16 2026-01-05 2026-02-16');
    expect(labelled('2026-02-16', 'custom', calendar)).toBe('2026-02-16/2026-04-01 2026-02-16 2026-04-01');
    expect(periodsBetween('2026-01-05', '2026-04-01', 'custom', calendar)).toHaveLength(2);
  });

  test('end at their borders', () => {
    expect(thrown(() => periodOf('2026-01-04', 'custom', calendar)).code).toBe('period.outside');
    expect(thrown(() => periodOf('2026-04-01', 'custom', calendar)).code).toBe('period.outside');
    expect(thrown(() => nextPeriod(periodOf('2026-03-01', 'custom', calendar), calendar)).code).toBe('period.outside');
    expect(thrown(() => previousPeriod(periodOf('2026-01-05', 'custom', calendar), calendar)).code).toBe(
      'period.outside',
    );
  });
});

describe('moving and measuring', () => {
  test('next and previous', () => {
    const january = periodOf('2026-01-10', 'month');
    expect(previousPeriod(january)).toEqual({ kind: 'month', start: '2025-12-01', end: '2026-01-01' });
    expect(nextPeriod(january)).toEqual({ kind: 'month', start: '2026-02-01', end: '2026-03-01' });
    expect(nextPeriod(periodOf('2024-02-03', 'month', nrf), nrf).start).toBe('2024-02-04');
  });

  test('periodsBetween keeps every period that shares a day', () => {
    expect(starts('2026-01-31', '2026-02-01')).toEqual(['2026-01-01']);
    expect(starts('2026-01-31', '2026-02-02')).toEqual(['2026-01-01', '2026-02-01']);
    expect(thrown(() => starts('2026-02-01', '2026-02-01'))).toMatchObject({ code: 'period.order', path: ['to'] });
  });

  test('contains counts the first day and not the end', () => {
    const march = periodOf('2026-03-15', 'month');
    expect(contains(march, '2026-03-01')).toBe(true);
    expect(contains(march, '2026-03-31')).toBe(true);
    expect(contains(march, '2026-04-01')).toBe(false);
    expect(contains(march, '2026-02-28')).toBe(false);
    expect(contains({ from: '2026-01-01' }, '9999-12-31')).toBe(true);
    expect(contains({ from: '2026-01-01', to: null }, '2025-12-31')).toBe(false);
  });

  test('overlapDays', () => {
    const march = periodOf('2026-03-15', 'month');
    expect(overlapDays({ from: '2026-03-31', to: null }, march)).toBe(1);
    expect(overlapDays({ from: '2026-04-01', to: null }, march)).toBe(0);
    expect(overlapDays({ from: '2020-01-01', to: '2026-03-11' }, march)).toBe(10);
    expect(overlapDays(periodOf('2026-03-15', 'year'), march)).toBe(31);
  });
});

describe('bad input', () => {
  test.each<[string, () => unknown, string, (string | number)[]]>([
    ['a date that does not exist', () => periodOf('2023-02-29', 'month'), 'date.invalid', ['date']],
    ['a kind that does not exist', () => periodOf('2023-02-28', 'decade' as never), 'option.unknown', ['kind']],
    [
      'month 13',
      () => periodOf('2026-01-01', 'year', { fiscalStartMonth: 13 }),
      'calendar.invalid',
      ['calendar', 'fiscalStartMonth'],
    ],
    [
      'month 0',
      () => periodOf('2026-01-01', 'year', { fiscalStartMonth: 0 }),
      'calendar.invalid',
      ['calendar', 'fiscalStartMonth'],
    ],
    [
      'weekday 8',
      () => periodOf('2026-01-01', 'week', { weekStart: 8 }),
      'calendar.invalid',
      ['calendar', 'weekStart'],
    ],
    [
      'a year name',
      () => periodOf('2026-01-01', 'week', { yearNamedBy: 'x' as never }),
      'option.unknown',
      ['calendar', 'yearNamedBy'],
    ],
    [
      'a pattern',
      () => periodOf('2026-01-01', 'week', { retail: { pattern: '4-4-4' as never, begins: 'last' } }),
      'option.unknown',
      ['calendar', 'retail', 'pattern'],
    ],
    [
      'a retail year',
      () => periodOf('2026-01-01', 'week', { retail: { pattern: '4-4-5', begins: 'x' as never } }),
      'option.unknown',
      ['calendar', 'retail', 'begins'],
    ],
    ['no custom borders', () => periodOf('2026-01-01', 'custom'), 'calendar.invalid', ['calendar', 'custom', 'length']],
    [
      'unsorted borders',
      () => periodOf('2026-01-01', 'custom', { custom: ['2026-02-01', '2026-01-01'] }),
      'period.order',
      ['calendar', 'custom', 1],
    ],
    [
      'a border that is no date',
      () => periodOf('2026-01-01', 'custom', { custom: ['2026-02-01', '2026-02-30'] }),
      'date.invalid',
      ['calendar', 'custom', 1],
    ],
    ['a period that would end in the year 10000', () => periodOf('9999-12-31', 'month'), 'date.range', []],
    [
      'an end before the start',
      () => contains({ from: '2026-02-01', to: '2026-01-01' }, '2026-01-01'),
      'period.order',
      ['span', 'to'],
    ],
    [
      'a period the wrong way round',
      () => nextPeriod({ kind: 'month', start: '2026-02-01', end: '2026-01-01' }),
      'period.order',
      ['period', 'end'],
    ],
  ])('%s', (_, run, code, path) => {
    expect(thrown(run)).toMatchObject({ code, path });
  });
});
