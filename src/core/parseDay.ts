import { civilToDay, monthLength } from './civil.js';

/** What {@link parseDay} returns for a string that is no date: a small integer, so that columns of days stay integers. */
export const NO_DAY = -0x40000000;

/**
 * Day number of a date string, or {@link NO_DAY}: the check of `dayNumber` without the exception, for the batch path.
 * It reads character codes, because a regular expression or a split costs many times as much a row.
 */
export function parseDay(date: string): number {
  if (date.length !== 10 || date.charCodeAt(4) !== 45 || date.charCodeAt(7) !== 45) return NO_DAY;
  const y1 = date.charCodeAt(0) - 48;
  const y2 = date.charCodeAt(1) - 48;
  const y3 = date.charCodeAt(2) - 48;
  const y4 = date.charCodeAt(3) - 48;
  const m1 = date.charCodeAt(5) - 48;
  const m2 = date.charCodeAt(6) - 48;
  const d1 = date.charCodeAt(8) - 48;
  const d2 = date.charCodeAt(9) - 48;
  // A character below '0' or far above '9' sets a bit beyond the low four: one test sees it in any of the eight.
  if (((y1 | y2 | y3 | y4 | m1 | m2 | d1 | d2) & ~15) !== 0) return NO_DAY;
  if (y1 > 9 || y2 > 9 || y3 > 9 || y4 > 9 || m2 > 9 || d2 > 9) return NO_DAY;
  const year = y1 * 1000 + y2 * 100 + y3 * 10 + y4;
  const month = m1 * 10 + m2;
  const day = d1 * 10 + d2;
  if (year === 0 || month === 0 || month > 12 || day === 0) return NO_DAY;
  if (day > 28 && day > monthLength(year, month)) return NO_DAY;
  return civilToDay(year, month, day);
}
