import { compareText } from '../../core/compareText.js';
import type { PlainDate } from '../../core/date.js';
import { plus, toDecimal, toText } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import type { CustomerSummary } from '../schema/summary.js';
import { summaryColumnsOf } from './summaryColumnsOf.js';
import type { OrderCount } from './summaryPolicy.js';

/**
 * Returns the summaries of two parts of an order log as those of the whole. Parts may be of other customers or of other
 * days. Where one customer's days overlap, only rows can be counted on, and only while the summaries say all their days:
 * how many days two lists share, their lengths do not tell.
 *
 * @param a summaries of one part
 * @param b of the other, of the same as-of day and policy
 * @param options what counted as an order; default `rows`
 * @throws SalesModelError `segmentation.summary.overlap`, `segmentation.summary.asOf`, `segmentation.summary.count`,
 *   `segmentation.summary.dates`, `ids.duplicate`, `option.unknown`, `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { mergeSummaries, summariseOrders } from 'salesmodel/segmentation';
 *
 * const policy = { asOf: '2026-03-31' };
 * const winter = summariseOrders([{ customer: 'Ada', date: '2026-01-10', amount: '20' }], policy).summaries;
 * const spring = summariseOrders([{ customer: 'Ada', date: '2026-03-02', amount: '5' }], policy).summaries;
 * const [ada] = mergeSummaries(winter, spring);
 * [ada?.firstOrder, ada?.previousOrder, ada?.lastOrder, ada?.orders, ada?.spend]; // => ['2026-01-10', '2026-01-10', '2026-03-02', 2, '25']
 */
export function mergeSummaries(
  a: readonly CustomerSummary[],
  b: readonly CustomerSummary[],
  options: { readonly orderCount?: OrderCount } = {},
): CustomerSummary[] {
  const orderCount = oneOf(options.orderCount ?? 'rows', ['rows', 'days', 'ids'], ['orderCount']);
  summaryColumnsOf(a);
  summaryColumnsOf(b);
  if (a.length > 0 && b.length > 0 && a[0]!.asOf !== b[0]!.asOf) {
    fail('segmentation.summary.asOf', ['b', 0, 'asOf'], { expected: a[0]!.asOf, value: b[0]!.asOf });
  }
  const merged = new Map(a.map((summary) => [summary.customer, summary]));
  b.forEach((summary, at) => {
    const other = merged.get(summary.customer);
    merged.set(summary.customer, other === undefined ? summary : mergeTwo(other, summary, orderCount, at));
  });
  return [...merged.values()].sort((left, right) => compareText(left.customer, right.customer));
}

function mergeTwo(a: CustomerSummary, b: CustomerSummary, orderCount: OrderCount, at: number): CustomerSummary {
  const days = [
    ...new Set([a, b].flatMap(({ firstOrder, previousOrder, lastOrder }) => [firstOrder, previousOrder, lastOrder])),
  ]
    .filter((day) => day !== null)
    .sort(compareText);
  const overlap = (): never => fail('segmentation.summary.overlap', ['b', at], { customer: b.customer });
  let purchaseDays = a.purchaseDays + b.purchaseDays;
  if (!isApart(a, b)) {
    const known = [daysOf(a), daysOf(b)];
    if (orderCount !== 'rows' || known.includes(null)) overlap();
    purchaseDays = new Set(known.flat()).size;
  }
  const profit = a.profit === undefined || b.profit === undefined ? {} : { profit: sum(a.profit, b.profit) };
  return {
    customer: a.customer,
    firstOrder: days[0] ?? null,
    lastOrder: days.at(-1) ?? null,
    previousOrder: days.at(-2) ?? null,
    orders: a.orders + b.orders,
    purchaseDays,
    spend: sum(a.spend, b.spend),
    ...profit,
    asOf: a.asOf,
  };
}

/** Whether one ended before the other began. */
function isApart(a: CustomerSummary, b: CustomerSummary): boolean {
  if (a.lastOrder === null || b.lastOrder === null) return true;
  return a.lastOrder < b.firstOrder! || b.lastOrder < a.firstOrder!;
}

/** All days of a summary, `null` where it does not name them. */
function daysOf({ firstOrder, previousOrder, lastOrder, purchaseDays }: CustomerSummary): PlainDate[] | null {
  if (purchaseDays === 1 && firstOrder === lastOrder) return [firstOrder!];
  return purchaseDays === 2 && previousOrder === firstOrder ? [firstOrder!, lastOrder!] : null;
}

function sum(a: string, b: string): string {
  return toText(plus(toDecimal(a), toDecimal(b)));
}
