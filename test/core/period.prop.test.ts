import { getISOWeek, getISOWeekYear } from 'date-fns';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Calendar } from '../../src/core/calendar.js';
import { dayNumber, fromDayNumber, weekday } from '../../src/core/date.js';
import { nextPeriod, periodOf, periodsBetween, previousPeriod } from '../../src/core/period.js';
import type { PeriodKind } from '../../src/core/periodKind.js';
import { periodLabel } from '../../src/core/periodLabel.js';
import { contains } from '../../src/core/contains.js';
import { overlapDays } from '../../src/core/overlapDays.js';

const date = fc
  .integer({ min: dayNumber('1800-01-01'), max: dayNumber('2299-12-31') })
  .map((day) => fromDayNumber(day));
const kind = fc.constantFrom<PeriodKind>('month', 'quarter', 'half', 'year', 'week');
const calendar: fc.Arbitrary<Calendar> = fc.record(
  {
    fiscalStartMonth: fc.integer({ min: 1, max: 12 }),
    yearNamedBy: fc.constantFrom('end', 'start'),
    weekStart: fc.integer({ min: 1, max: 7 }),
    retail: fc.record({
      pattern: fc.constantFrom('4-4-5', '4-5-4', '5-4-4'),
      begins: fc.constantFrom('nearest', 'last'),
    }),
  },
  { requiredKeys: [] },
);

test('periods tile the line: each holds its date, meets its neighbours, and has a label of its own', () => {
  fc.assert(
    fc.property(date, kind, calendar, (on, of, years) => {
      const period = periodOf(on, of, years);
      const next = nextPeriod(period, years);
      expect(contains(period, on)).toBe(true);
      expect(next.start).toBe(period.end);
      expect(previousPeriod(next, years)).toEqual(period);
      expect(periodOf(period.start, of, years)).toEqual(period);
      const [label, nextLabel] = [periodLabel(period, years), periodLabel(next, years)];
      expect(label < nextLabel).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('the periods between two dates cover every day once', () => {
  fc.assert(
    fc.property(date, fc.integer({ min: 1, max: 2000 }), kind, calendar, (from, length, of, years) => {
      const to = fromDayNumber(dayNumber(from) + length);
      const periods = periodsBetween(from, to, of, years);
      const covered = periods.map((period) => overlapDays({ from, to }, period));
      expect(covered.reduce((sum, days) => sum + days, 0)).toBe(length);
      expect(Math.min(...covered)).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

test('a retail year has 52 or 53 weeks, begins on its weekday, and begins near its month', () => {
  fc.assert(
    fc.property(date, calendar, fc.constantFrom('nearest', 'last'), (on, years, begins) => {
      const { fiscalStartMonth = 1, weekStart = 1 } = years;
      const year = periodOf(on, 'year', { ...years, retail: { pattern: '4-4-5', begins } });
      expect([364, 371]).toContain(overlapDays(year, year));
      expect(weekday(year.start)).toBe(weekStart);
      const near = fromDayNumber(dayNumber(year.start) + (begins === 'nearest' ? 3 : 6));
      const early = fromDayNumber(dayNumber(year.start) - (begins === 'nearest' ? 3 : 0));
      const months = [Number(near.slice(5, 7)), Number(early.slice(5, 7))];
      expect(months).toContain(fiscalStartMonth);
    }),
    { numRuns: 500 },
  );
});

test('ISO week labels agree with date-fns', () => {
  fc.assert(
    fc.property(date, (on) => {
      const [year, month, day] = on.split('-').map(Number);
      const local = new Date(year!, month! - 1, day);
      const expected = `${getISOWeekYear(local)}-W${String(getISOWeek(local)).padStart(2, '0')}`;
      expect(periodLabel(periodOf(on, 'week'))).toBe(expected);
    }),
    { numRuns: 1000 },
  );
});
