import type { PlainDate } from '../../core/date.js';
import { Decimal, type DecimalString, times, toDecimal, toText } from '../../core/decimal.js';
import { DAY_MS, type Instant } from '../../core/instant.js';
import { roundQuotient } from '../../core/rounding.js';
import { fail } from './fail.js';
import { timeLike, timeOf } from './time.js';

/**
 * Returns the days from one time to another: whole ones between dates, half even to 6 decimals between instants.
 *
 * @param from date or instant
 * @param to the same kind, not earlier
 * @throws SalesModelError `lifecycle.time`, `lifecycle.mixedTime`, `sla.order` (`to` before `from`)
 * @example
 * import { elapsedDays } from 'salesmodel/mechanisms/lifecycle';
 *
 * elapsedDays('2026-03-02', '2026-03-09'); // => '7'
 * elapsedDays('2026-03-02T09:00:00+08:00', '2026-03-02T02:00:00Z'); // => '0.041667'
 */
export function elapsedDays(from: PlainDate | Instant, to: PlainDate | Instant): DecimalString {
  const start = timeOf(from, ['from']);
  const end = timeLike(to, from, ['to']);
  if (end < start) fail('sla.order', ['to'], { start: from, value: to });
  return toText(quotient(end - start, DAY_MS));
}

const SHIFT: Decimal = /* @__PURE__ */ new Decimal(1e6);
const UNSHIFT: Decimal = /* @__PURE__ */ new Decimal('0.000001');

/** A quotient of whole numbers, half even to 6 decimals. */
export function quotient(ticks: number, unit: number): Decimal {
  return times(roundQuotient(times(toDecimal(ticks), SHIFT), toDecimal(unit), 'halfEven'), UNSHIFT);
}
