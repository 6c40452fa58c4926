import { dayNumber, type PlainDate } from '../../core/date.js';
import { dayRange } from '../../core/span.js';
import type { SubscriptionItem } from './subscriptionItem.js';

/**
 * Returns the subscriptions that run on a day, in the order of the list.
 *
 * @param items subscriptions with their days
 * @param on the day
 * @throws SalesModelError `date.invalid`, `period.order`
 * @example
 * import { subscriptionsOn } from 'salesmodel/pricing';
 *
 * const seats = { code: 'seats', customer: 'acme', quantity: '1', unitAmount: '9', interval: 'month', every: 1 } as const;
 * const items = [{ ...seats, from: '2026-01-01', to: '2026-03-01' }, { ...seats, code: 'more', from: '2026-03-01' }];
 * subscriptionsOn(items, '2026-03-01').map(({ code }) => code); // => ['more']
 */
export function subscriptionsOn(items: readonly SubscriptionItem[], on: PlainDate): readonly SubscriptionItem[] {
  const day = dayNumber(on, ['on']);
  return items.filter((item, index) => {
    const { from, to } = item;
    const { start, end } = dayRange(to === undefined ? { from } : { from, to }, ['items', index]);
    return day >= start && day < end;
  });
}
