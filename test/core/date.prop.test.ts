import { addMonths as addMonthsPeer, lightFormat } from 'date-fns';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_DAY, LAST_DAY } from '../../src/core/civil.js';
import { addDays, addMonths, dayNumber, daysBetween, fromDayNumber } from '../../src/core/date.js';

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
const modernDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2199-12-31') });

test('a date string and its day number are one thing, and strings sort as days do', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (a, b) => {
      const [x, y] = [fromDayNumber(a), fromDayNumber(b)];
      expect(dayNumber(x)).toBe(a);
      expect(x < y).toBe(a < b);
      expect(addDays(x, daysBetween(x, y))).toBe(y);
    }),
    { numRuns: 1000 },
  );
});

test('adding months agrees with date-fns', () => {
  fc.assert(
    fc.property(modernDay, fc.integer({ min: -1000, max: 1000 }), (day, months) => {
      const date = fromDayNumber(day);
      const [year, month, dayOfMonth] = date.split('-').map(Number);
      const peer = addMonthsPeer(new Date(year!, month! - 1, dayOfMonth), months);
      expect(addMonths(date, months)).toBe(lightFormat(peer, 'yyyy-MM-dd'));
    }),
    { numRuns: 1000 },
  );
});

test('months from an anchor never run backwards, and months back and forth lose only the clamped days', () => {
  fc.assert(
    fc.property(modernDay, fc.integer({ min: 0, max: 600 }), (day, months) => {
      const date = fromDayNumber(day);
      const later = addMonths(date, months);
      expect(addMonths(date, months + 1) > later).toBe(true);
      const back = addMonths(later, -months);
      expect(back.slice(0, 7)).toBe(date.slice(0, 7));
      expect(daysBetween(back, date)).toBe(Number(date.slice(8)) - Number(later.slice(8)));
    }),
    { numRuns: 1000 },
  );
});
