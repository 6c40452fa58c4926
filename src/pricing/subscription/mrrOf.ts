import { type DecimalString, divide, toText } from '../../core/decimal.js';
import { monthlyParts, type SubscriptionItem } from './subscriptionItem.js';

/**
 * Returns what a subscription brings in a month: quantity × amount, a year ÷ 12, a week × 52 ÷ 12, a day × 365 ÷ 12, divided
 * by how many intervals lie between billings. It is not rounded; where the division does not end it has 40 digits.
 *
 * @param item a subscription; its days are not looked at
 * @throws SalesModelError `pricing.everyInterval`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { mrrOf } from 'salesmodel/pricing';
 *
 * const seats = { code: 'seats', customer: 'acme', quantity: '4', unitAmount: '90', from: '2026-01-01' };
 * mrrOf({ ...seats, interval: 'month', every: 3 }); // => '120'
 * mrrOf({ ...seats, interval: 'year', every: 1 }); // => '30'
 */
export function mrrOf(item: SubscriptionItem): DecimalString {
  const { amount, by } = monthlyParts(item, ['item']);
  return toText(divide(amount, by));
}
