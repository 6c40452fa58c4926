import { describe, expect, test } from 'vitest';
import { dayToCivil, FIRST_DAY, LAST_DAY, weekdayOf } from '../../src/core/civil.js';
import {
  addDays,
  addMonths,
  dayNumber,
  daysBetween,
  daysInMonth,
  fromDayNumber,
  weekday,
} from '../../src/core/date.js';
import { NO_DAY, parseDay } from '../../src/core/parseDay.js';
import { thrown } from './thrown.js';

describe('day numbers', () => {
  test('the ends of the range', () => {
    expect(dayNumber('0001-01-01')).toBe(FIRST_DAY);
    expect(dayNumber('9999-12-31')).toBe(LAST_DAY);
    expect(fromDayNumber(FIRST_DAY)).toBe('0001-01-01');
    expect(fromDayNumber(LAST_DAY)).toBe('9999-12-31');
  });

  test('every day of the range agrees with the host calendar, reads back and has the next weekday', () => {
    const probe = new Date(FIRST_DAY * 864e5);
    for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) {
      const { year, month, day: dayOfMonth } = dayToCivil(day);
      if (
        probe.getUTCFullYear() !== year ||
        probe.getUTCMonth() + 1 !== month ||
        probe.getUTCDate() !== dayOfMonth ||
        (probe.getUTCDay() || 7) !== weekdayOf(day)
      ) {
        expect({ day, year, month, dayOfMonth }).toBe(probe.toISOString());
      }
      if (day % 7 === 0 && parseDay(fromDayNumber(day)) !== day) expect(fromDayNumber(day)).toBe(day);
      probe.setUTCDate(probe.getUTCDate() + 1);
    }
    expect(fromDayNumber(LAST_DAY)).toBe('9999-12-31');
  });

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-01-32',
    '0000-01-01',
    '10000-01-01',
    '-001-01-01',
    '2026-1-01',
    '2026/01/01',
    '2026-01-01T',
    ' 2026-01-01',
    '2026-01-1a',
    '2026-01-1/',
    '2026-01-1:',
    '２０２６-01-01',
    '٢٠٢٦-01-01',
    '2026-01',
    '',
  ])('%j is no date', (text) => {
    expect(parseDay(text)).toBe(NO_DAY);
    const error = thrown(() => dayNumber(text, ['rows', 3, 'date']));
    expect(error).toMatchObject({ code: 'date.invalid', path: ['rows', 3, 'date'], params: { value: text } });
    expect(error.message).toContain('rows[3].date: must be a calendar date');
  });

  test.each([undefined, null, 20260101, {}, new Date(0)])('%j is no date either', (value) => {
    expect(thrown(() => dayNumber(value as never)).code).toBe('date.invalid');
  });

  test.each([2932897, -719163, 0.5, Number.NaN, Infinity])('day %j has no date', (day) => {
    expect(thrown(() => fromDayNumber(day, ['day']))).toMatchObject({ code: 'date.range', path: ['day'] });
  });

  test('leap days exist every four years, not in most centuries', () => {
    expect(daysInMonth('2024-02-01')).toBe(29);
    expect(daysInMonth('2000-02-01')).toBe(29);
    expect(daysInMonth('1900-02-01')).toBe(28);
    expect(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((m) => daysInMonth(`2026-${String(m).padStart(2, '0')}-01`)),
    ).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(daysInMonth('9999-12-01')).toBe(31);
  });
});

describe('arithmetic', () => {
  test('days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-03-01', '2026-02-01')).toBe(-28);
    expect(thrown(() => addDays('9999-12-31', 1)).code).toBe('date.range');
    expect(thrown(() => addDays('2026-01-01', 1.5)).code).toBe('date.range');
  });

  test('months clamp to the end of the month and count from the anchor', () => {
    expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths(addMonths('2024-01-31', 1), 1)).toBe('2024-03-29');
    expect(addMonths('2024-01-31', 2)).toBe('2024-03-31');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2024-02-29', -48)).toBe('2020-02-29');
    expect(addMonths('2026-01-15', -13)).toBe('2024-12-15');
    expect(addMonths('2026-01-15', 0)).toBe('2026-01-15');
    expect(thrown(() => addMonths('9999-12-31', 1)).code).toBe('date.range');
    expect(thrown(() => addMonths('0001-01-31', -1)).code).toBe('date.range');
    expect(thrown(() => addMonths('2026-01-31', 1e300)).code).toBe('date.range');
    expect(thrown(() => addMonths('2026-01-31', Number.NaN)).code).toBe('date.range');
  });

  test('weekdays are ISO', () => {
    expect(weekday('1970-01-01')).toBe(4);
    expect(weekday('1969-12-28')).toBe(7);
    expect(weekday('0001-01-01')).toBe(1);
  });
});
