import { fromDayNumber, type PlainDate } from './date.js';
import { NO_DAY, parseDay } from './parseDay.js';

/** A point in time with its offset from UTC, `2026-03-31T09:30:00+08:00` or `…Z`, to the millisecond. Checked at run time, so literals compile. */
export type Instant = string;

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/**
 * Milliseconds from 1970-01-01T00:00Z to an instant, or NaN for a text that is none. Seconds may be left out, and have at
 * most three decimals: what a finer clock tells apart would be lost.
 */
export function parseInstant(text: string): number {
  const { length } = text;
  const offset = offsetStart(text);
  if (offset < 0 || text.charCodeAt(10) !== 84 || text.charCodeAt(13) !== 58) return NaN;
  const day = parseDay(text.slice(0, 10));
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  if (day === NO_DAY || !(hour <= 23 && minute <= 59)) return NaN;
  let ms = 0;
  if (offset > 16) {
    const second = digits(text, 17, 19);
    if (text.charCodeAt(16) !== 58 || !(second <= 59)) return NaN;
    ms = second * 1000;
    if (offset > 19) {
      const places = offset - 20;
      if (text.charCodeAt(19) !== 46 || places < 1 || places > 3) return NaN;
      ms += digits(text, 20, offset) * 10 ** (3 - places);
    }
  }
  return day * DAY_MS + (hour * 60 + minute) * MINUTE_MS + ms - parseOffset(text.slice(offset, length)) * MINUTE_MS;
}

/** Minutes of an offset from UTC, `Z` or `+08:00`; NaN for anything else. */
export function parseOffset(offset: string): number {
  if (offset === 'Z') return 0;
  const sign = offset.charCodeAt(0);
  if (offset.length !== 6 || offset.charCodeAt(3) !== 58 || (sign !== 43 && sign !== 45)) return NaN;
  const hour = digits(offset, 1, 3);
  const minute = digits(offset, 4, 6);
  if (!(hour <= 23 && minute <= 59)) return NaN;
  return (sign === 45 ? -1 : 1) * (hour * 60 + minute);
}

/** The offset that an instant is written with. */
export function offsetOf(instant: Instant): string {
  return instant.slice(offsetStart(instant));
}

/** Writes an instant with an offset; milliseconds only where there are some. */
export function formatInstant(ms: number, offset: string): Instant {
  const local = ms + parseOffset(offset) * MINUTE_MS;
  const day = Math.floor(local / DAY_MS);
  const rest = local - day * DAY_MS;
  const clock = [3_600_000, MINUTE_MS, 1000].map((unit, at) =>
    padded(Math.floor(rest / unit) % (at === 0 ? 24 : 60), 2),
  );
  const fraction = rest % 1000 === 0 ? '' : `.${padded(rest % 1000, 3)}`;
  return `${fromDayNumber(day)}T${clock.join(':')}${fraction}${offset}`;
}

/** The date on which an instant lies at an offset. */
export function dateAt(ms: number, offset: string): PlainDate {
  return fromDayNumber(Math.floor((ms + parseOffset(offset) * MINUTE_MS) / DAY_MS));
}

function offsetStart(text: string): number {
  const start = text.charCodeAt(text.length - 1) === 90 ? text.length - 1 : text.length - 6;
  return start >= 16 ? start : -1;
}

/** The number that some digits write, or NaN. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
