import { type Decimal, type DecimalString, minus, ONE, toDecimal, toText } from '../../core/decimal.js';
import { fail } from '../fail.js';
import type { Tier } from '../../core/tiers.js';

/** A row of a price table as people write it: from and to, both inclusive; the last row has no `to`. */
export interface PriceRange {
  readonly from: DecimalString;
  readonly to?: DecimalString | null;
  readonly rate?: DecimalString;
  readonly flat?: DecimalString;
}

/**
 * Returns the tiers of a table of ranges. Where both bounds are whole numbers and the next range begins at most 1 after
 * the one before ends, the gap belongs to the next: of 0–100 and 101–200, the quantity 100.5 lies in the second.
 *
 * @param ranges in order, the first from 0 or 1 on; a range must not begin before the one before ends
 * @throws SalesModelError `pricing.rangesGap`, `pricing.rangesOverlap`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { tiersFromRanges } from 'salesmodel/pricing';
 *
 * tiersFromRanges([{ from: '0', to: '100', rate: '2' }, { from: '101', rate: '1' }]);
 * // => [{ upTo: '100', rate: '2' }, { upTo: null, rate: '1' }]
 */
export function tiersFromRanges(ranges: readonly PriceRange[]): readonly Tier[] {
  let end: Decimal | null = toDecimal('0');
  return ranges.map(({ from, to = null, ...terms }, index): Tier => {
    const start = toDecimal(from, ['ranges', index, 'from']);
    if (end === null || start.lt(end)) {
      fail('pricing.rangesOverlap', ['ranges', index, 'from'], {
        bound: end === null ? null : toText(end),
        value: from,
      });
    }
    const gap = minus(start, end);
    const isClosed = gap.isZero() || (gap.lte(ONE) && start.isInteger() && end.isInteger());
    if (!isClosed) fail('pricing.rangesGap', ['ranges', index, 'from'], { expected: toText(end), value: from });
    end = to === null ? null : toDecimal(to, ['ranges', index, 'to']);
    if (end?.lt(start) === true) fail('pricing.rangesOverlap', ['ranges', index, 'to'], { bound: from, value: to });
    return { upTo: end && toText(end), ...terms };
  });
}
