import { dayNumber, type PlainDate } from '../../core/date.js';
import { fail as failCore } from '../../core/fail.js';
import { fixedColumn } from '../../core/fixed/column.js';
import { idOrder } from '../../core/fixed/idRanks.js';
import { NO_DAY } from '../../core/parseDay.js';
import { fail } from '../fail.js';
import type { CustomerSummary } from '../schema/summary.js';
import type { SummaryColumns } from './summaryColumns.js';

/**
 * Reads summaries, which may come from elsewhere, into columns by id.
 *
 * @returns `null` for no summaries, which have no as-of day
 * @throws SalesModelError `key.invalid`, `ids.duplicate`, `date.invalid`, `decimal.invalid`, `decimal.tooLong`,
 *   `segmentation.summary.asOf`, `segmentation.summary.count`, `segmentation.summary.dates`
 */
export function summaryColumnsOf(summaries: readonly CustomerSummary[]): SummaryColumns | null {
  if (summaries.length === 0) return null;
  const { asOf } = summaries[0]!;
  const asOfDay = dayNumber(asOf, ['summaries', 0, 'asOf']);
  summaries.forEach(({ customer, ...summary }, at) => {
    if (typeof customer !== 'string') failCore('key.invalid', ['summaries', at, 'customer'], { value: customer });
    if (summary.asOf !== asOf) {
      fail('segmentation.summary.asOf', ['summaries', at, 'asOf'], { expected: asOf, value: summary.asOf });
    }
    for (const field of ['orders', 'purchaseDays'] as const) {
      if (!Number.isSafeInteger(summary[field]) || summary[field] < 0 || summary[field] > MAX_COUNT) {
        fail('segmentation.summary.count', ['summaries', at, field], { value: summary[field] });
      }
    }
  });
  const order = idOrder(summaries.map(({ customer }) => customer));
  const sorted = Array.from(order, (at) => summaries[at]!);
  sorted.forEach(({ customer }, place) => {
    if (place > 0 && sorted[place - 1]!.customer === customer) {
      failCore('ids.duplicate', ['summaries', order[place]!, 'customer'], { id: customer });
    }
  });
  const days = (field: 'firstOrder' | 'lastOrder' | 'previousOrder'): Int32Array =>
    Int32Array.from(sorted, (summary, place) => readDay(summary[field], ['summaries', order[place]!, field]));
  const lastOrder = days('lastOrder');
  sorted.forEach(({ orders, lastOrder: last }, place) => {
    if (lastOrder[place]! > asOfDay || (orders > 0 && last === null)) {
      fail('segmentation.summary.dates', ['summaries', order[place]!, 'lastOrder'], { orders, asOf, value: last });
    }
  });
  const known = Uint8Array.from(sorted, ({ profit }) => (profit === undefined ? 0 : 1));
  return {
    asOf,
    customers: sorted.map(({ customer }) => customer),
    firstOrder: days('firstOrder'),
    lastOrder,
    previousOrder: days('previousOrder'),
    orders: Int32Array.from(sorted, ({ orders }) => orders),
    purchaseDays: Int32Array.from(sorted, ({ purchaseDays }) => purchaseDays),
    spend: fixedColumn(
      sorted.map(({ spend }) => spend),
      ['summaries'],
      ['spend'],
    ),
    ...(known.includes(1)
      ? {
          profit: {
            ...fixedColumn(
              sorted.map(({ profit = '0' }) => profit),
              ['summaries'],
              ['profit'],
            ),
            known,
          },
        }
      : {}),
  };
}

/** Counts stand in 32 bits. */
const MAX_COUNT = 2 ** 31 - 1;

function readDay(day: PlainDate | null, path: readonly (string | number)[]): number {
  return day === null ? NO_DAY : dayNumber(day, path);
}
