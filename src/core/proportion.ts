import { divide, ONE, times, type Decimal } from './decimal.js';

/** `amount × part / whole`, divided only where part of the whole is left: to 40 significant digits if that does not end. */
export function proportion(amount: Decimal, part: Decimal, whole: Decimal): Decimal {
  if (whole === ONE || whole.eq(ONE)) return times(amount, part);
  return part.eq(whole) ? amount : divide(times(amount, part), whole);
}
