import { compareText } from '../../core/compareText.js';
import { type Decimal, type DecimalString, divide, minus, plus, toText, ZERO } from '../../core/decimal.js';
import { monthlyParts, type SubscriptionItem } from './subscriptionItem.js';

/**
 * What becomes of the monthly revenue of a customer: `new`, `reactivation` of one that had left, `expansion`, `contraction`,
 * `churn`.
 */
export type MrrMovementKind = 'new' | 'reactivation' | 'expansion' | 'contraction' | 'churn';

/** How the monthly revenue of customers changed. */
export interface MrrMovements {
  readonly before: DecimalString;
  readonly after: DecimalString;
  /** By kind, every kind listed; together they are after − before. */
  readonly totals: Readonly<Record<MrrMovementKind, DecimalString>>;
  /** By customer, those whose revenue changed. */
  readonly customers: readonly {
    readonly customer: string;
    readonly kind: MrrMovementKind;
    readonly before: DecimalString;
    readonly after: DecimalString;
    /** After − before. */
    readonly amount: DecimalString;
  }[];
}

/**
 * Returns how the monthly revenue changed between two days, customer by customer, net over all their subscriptions. The
 * movements add up to after − before exactly.
 *
 * @param before subscriptions that ran on the first day
 * @param after those that ran on the second
 * @param everCustomers who has ever been a customer before; those of `before` are anyway
 * @throws SalesModelError `pricing.everyInterval`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { mrrMovements, type SubscriptionItem } from 'salesmodel/pricing';
 *
 * const seats = (customer: string, quantity: string): SubscriptionItem => ({
 *   code: customer, customer, quantity, unitAmount: '10', interval: 'month', every: 1, from: '2026-01-01',
 * });
 * const result = mrrMovements([seats('a', '3'), seats('b', '1')], [seats('a', '5'), seats('c', '2')], ['c']);
 * result.customers.map(({ customer, kind, amount }) => [customer, kind, amount]);
 * // => [['a', 'expansion', '20'], ['b', 'churn', '-10'], ['c', 'reactivation', '20']]
 */
export function mrrMovements(
  before: readonly SubscriptionItem[],
  after: readonly SubscriptionItem[],
  everCustomers: readonly string[],
): MrrMovements {
  const [was, is] = [byCustomer(before, 'before'), byCustomer(after, 'after')];
  const known = new Set(everCustomers);
  const totals = { new: ZERO, reactivation: ZERO, expansion: ZERO, contraction: ZERO, churn: ZERO };
  const customers = [...new Set([...was.keys(), ...is.keys()])].toSorted(compareText).flatMap((customer) => {
    const [from, to] = [was.get(customer) ?? ZERO, is.get(customer) ?? ZERO];
    const amount = minus(to, from);
    if (amount.isZero()) return [];
    const kind = kindOf(from, to, was.has(customer) || known.has(customer));
    totals[kind] = plus(totals[kind], amount);
    return [{ customer, kind, before: toText(from), after: toText(to), amount: toText(amount) }];
  });
  const names = Object.keys(totals) as MrrMovementKind[];
  return {
    before: toText(sum(was)),
    after: toText(sum(is)),
    totals: Object.fromEntries(names.map((kind) => [kind, toText(totals[kind])])) as Record<MrrMovementKind, string>,
    customers,
  };
}

function kindOf(from: Decimal, to: Decimal, wasCustomer: boolean): MrrMovementKind {
  if (from.isZero()) return wasCustomer ? 'reactivation' : 'new';
  if (to.isZero()) return 'churn';
  return to.gt(from) ? 'expansion' : 'contraction';
}

/** Monthly revenue by customer. */
function byCustomer(items: readonly SubscriptionItem[], name: string): Map<string, Decimal> {
  const found = new Map<string, Decimal>();
  items.forEach((item, index) => {
    const { amount, by } = monthlyParts(item, [name, index]);
    found.set(item.customer, plus(found.get(item.customer) ?? ZERO, divide(amount, by)));
  });
  return found;
}

function sum(amounts: ReadonlyMap<string, Decimal>): Decimal {
  return [...amounts.values()].reduce((total, amount) => plus(total, amount), ZERO);
}
