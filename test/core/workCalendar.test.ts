import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../src/core/date.js';
import { addWorkingDays, isWorkingDay, type WorkCalendar, workingDaysBetween } from '../../src/core/workCalendar.js';
import { thrown } from './thrown.js';

/** The days off and the make-up Saturdays around the Spring Festival and National Day of 2025 in China. */
const china: WorkCalendar = {
  holidays: [
    '2025-01-28',
    '2025-01-29',
    '2025-01-30',
    '2025-01-31',
    '2025-02-01',
    '2025-02-02',
    '2025-02-03',
    '2025-02-04',
    '2025-10-01',
    '2025-10-02',
    '2025-10-03',
    '2025-10-04',
    '2025-10-05',
    '2025-10-06',
    '2025-10-07',
    '2025-10-08',
  ],
  extraWorkdays: ['2025-01-26', '2025-02-08', '2025-09-28', '2025-10-11'],
};

test('a make-up day is worked, a holiday is not, and a make-up day on a holiday is worked', () => {
  expect(isWorkingDay('2025-10-11', china)).toBe(true);
  expect(isWorkingDay('2025-10-08', china)).toBe(false);
  expect(isWorkingDay('2025-10-12', china)).toBe(false);
  expect(isWorkingDay('2025-10-08', { holidays: ['2025-10-08'], extraWorkdays: ['2025-10-08'] })).toBe(true);
  expect(isWorkingDay('2025-10-10', { weekend: [5, 6] })).toBe(false);
  expect(isWorkingDay('2025-10-12', { weekend: [] })).toBe(true);
});

test('worked days of a month', () => {
  expect(workingDaysBetween('2025-10-01', '2025-11-01', china)).toBe(18);
  expect(workingDaysBetween('2025-10-01', '2025-11-01')).toBe(23);
  expect(workingDaysBetween('2025-10-01', '2025-10-01', china)).toBe(0);
  expect(workingDaysBetween('2025-10-01', '2025-10-02', { holidays: ['2025-10-01', '2025-10-01'] })).toBe(0);
  expect(thrown(() => workingDaysBetween('2025-10-02', '2025-10-01')).code).toBe('period.order');
});

test('every span counts what its days say one by one', () => {
  for (const calendar of [china, {}, { weekend: [5, 6], holidays: ['2025-01-27'] }, { weekend: [] }]) {
    for (let length = 0; length < 60; length += 1) {
      for (const from of ['2025-01-20', '2025-09-26']) {
        const to = addDays(from, length);
        let days = 0;
        for (let date = from; date < to; date = addDays(date, 1)) if (isWorkingDay(date, calendar)) days += 1;
        expect(workingDaysBetween(from, to, calendar)).toBe(days);
      }
    }
  }
});

describe('moving by worked days', () => {
  test('skips what is not worked', () => {
    expect(addWorkingDays('2025-09-30', 1, china)).toBe('2025-10-09');
    expect(addWorkingDays('2025-10-10', 1, china)).toBe('2025-10-11');
    expect(addWorkingDays('2025-10-09', -1, china)).toBe('2025-09-30');
    expect(addWorkingDays('2025-10-04', 0, china)).toBe('2025-10-04');
  });

  test('back and forth ends where it began', () => {
    for (let days = 1; days < 40; days += 1) {
      const there = addWorkingDays('2025-09-26', days, china);
      expect(addWorkingDays(there, -days, china)).toBe('2025-09-26');
      expect(workingDaysBetween('2025-09-26', there, china)).toBe(days);
    }
  });

  test('a week without worked days ends at the last date', () => {
    const never: WorkCalendar = { weekend: [1, 2, 3, 4, 5, 6, 7] };
    expect(thrown(() => addWorkingDays('9990-01-01', 1, never))).toMatchObject({ code: 'date.range', path: ['days'] });
    expect(addWorkingDays('2025-01-01', 1, { ...never, extraWorkdays: ['2025-03-01'] })).toBe('2025-03-01');
    expect(daysBetween('2025-01-01', '2025-03-01')).toBe(59);
  });
});

test.each<[string, () => unknown, string, (string | number)[]]>([
  [
    'weekday 0',
    () => isWorkingDay('2025-01-01', { weekend: [6, 0] }),
    'calendar.invalid',
    ['workCalendar', 'weekend', 1],
  ],
  [
    'a holiday',
    () => isWorkingDay('2025-01-01', { holidays: ['2025-02-30'] }),
    'date.invalid',
    ['workCalendar', 'holidays', 0],
  ],
  [
    'a make-up day',
    () => isWorkingDay('2025-01-01', { extraWorkdays: ['x'] }),
    'date.invalid',
    ['workCalendar', 'extraWorkdays', 0],
  ],
  ['half a day', () => addWorkingDays('2025-01-01', 0.5), 'date.range', ['days']],
])('bad input: %s', (_, run, code, path) => {
  expect(thrown(run)).toMatchObject({ code, path });
});
