import { addMonthsToDay } from '../../core/civil.js';
import { compareText } from '../../core/compareText.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import { dayRange, type Span } from '../../core/span.js';
import { fail } from '../fail.js';

/** An order, as far as new customers are concerned. */
export interface FirstOrderRow {
  readonly customer: string;
  readonly date: PlainDate;
}

/** Who counts as new. */
export interface NewCustomerOptions {
  /** A customer without an order in so many months before the first one of the span is new again. Default: all history counts. */
  readonly lookBackMonths?: number;
}

/**
 * Returns the customers whose first order lies in a span of days, ascending; with a look-back those as well who had none
 * in that many months before.
 *
 * @param orders in any order
 * @param span the days in which a first order counts
 * @param options months to look back
 * @throws SalesModelError `kpi.lookBack`, `date.invalid`, `period.order`
 * @example
 * import { newCustomers } from 'salesmodel/kpi';
 *
 * const orders = [
 *   { customer: 'Ada', date: '2024-11-05' }, { customer: 'Ada', date: '2026-02-10' }, { customer: 'Bo', date: '2026-03-01' },
 * ];
 * newCustomers(orders, { from: '2026-01-01', to: '2026-04-01' }); // => ['Bo']
 * newCustomers(orders, { from: '2026-01-01', to: '2026-04-01' }, { lookBackMonths: 12 }); // => ['Ada', 'Bo']
 */
export function newCustomers(orders: readonly FirstOrderRow[], span: Span, options: NewCustomerOptions = {}): string[] {
  const { lookBackMonths } = options;
  if (lookBackMonths !== undefined && !(Number.isSafeInteger(lookBackMonths) && lookBackMonths > 0)) {
    fail('kpi.lookBack', ['options', 'lookBackMonths'], { value: lookBackMonths });
  }
  const { start, end } = dayRange(span, ['span']);
  const days = orders.map(({ date }, at) => dayNumber(date, ['orders', at, 'date']));
  const firstIn = new Map<string, number>();
  orders.forEach(({ customer }, at) => {
    const day = days[at]!;
    if (day >= start && day < end) firstIn.set(customer, Math.min(day, firstIn.get(customer) ?? day));
  });
  const known = new Set<string>();
  orders.forEach(({ customer }, at) => {
    const first = firstIn.get(customer);
    if (first === undefined || days[at]! >= first) return;
    if (lookBackMonths === undefined || days[at]! >= addMonthsToDay(first, -lookBackMonths)) known.add(customer);
  });
  return [...firstIn.keys()].filter((customer) => !known.has(customer)).toSorted(compareText);
}
