import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import { type DecimalLike, minus, toDecimal } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { roundQuotient } from '../../core/rounding.js';
import { checkWhole, notNegative } from '../read.js';

/** A stock that is sold down at an even rate. */
export interface StockFacts {
  readonly stock: DecimalLike;
  /** Sold a day, not negative. */
  readonly rate: DecimalLike;
  /** Whole days from the order to the receipt. */
  readonly leadTime: number;
  readonly safety: DecimalLike;
  /** The day of the stock. */
  readonly from: PlainDate;
}

/** The last day on which an order still comes in time; `never` where nothing is sold. */
export type ReorderDate =
  | {
      readonly ok: true;
      /** Days after `from`; negative when the day is over. */
      readonly day: number;
      readonly date: PlainDate;
      /** Days since that day; 0 while there is time. */
      readonly overdueBy: number;
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the last day on which to order so that the goods arrive before the stock falls below the safety stock.
 *
 * @param facts stock, rate, lead time, safety stock and the day they are of
 * @throws SalesModelError `quantity.negative`, `count.whole`, `date.invalid`, `date.range`, `decimal.invalid`,
 *   `decimal.tooLong`
 * @example
 * import { reorderDate } from 'salesmodel/orders';
 *
 * reorderDate({ stock: 500, rate: 40, leadTime: 6, safety: 100, from: '2026-03-02' }); // => { ok: true, day: 4, date: '2026-03-06', overdueBy: 0 }
 * reorderDate({ stock: 300, rate: 40, leadTime: 6, safety: 100, from: '2026-03-02' }); // => { ok: true, day: -1, date: '2026-03-01', overdueBy: 1 }
 */
export function reorderDate({ stock, rate, leadTime, safety, from }: StockFacts): ReorderDate {
  const start = dayNumber(from, ['from']);
  checkWhole(leadTime, 0, ['leadTime']);
  const spare = minus(toDecimal(stock, ['stock']), notNegative(safety, ['safety']));
  const sold = notNegative(rate, ['rate']);
  if (sold.isZero()) return { ok: false, reasons: [{ code: 'stockNeverFalls', params: {} }] };
  const day = roundQuotient(spare, sold, 'floor').toNumber() - leadTime;
  return { ok: true, day, date: fromDayNumber(start + day, ['from']), overdueBy: Math.max(0, -day) };
}
