import { compareText } from '../../core/compareText.js';
import { type Decimal, type DecimalLike, plus, times, ZERO } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { notNegative } from '../read.js';

/** A customer with the class that its peers share. */
export interface WhitespaceCustomer {
  readonly id: string;
  readonly peers: string;
}

/** What a customer bought of a product. */
export interface ProductSales {
  readonly customer: string;
  readonly product: string;
  readonly amount: DecimalLike;
}

/** A product that a customer does not buy, and what it could. */
export interface WhitespaceCell {
  readonly customer: string;
  readonly product: string;
  /** Peers that buy it. */
  readonly peers: number;
  /** Median of what they buy of it × size of the customer against them; without a value where no peer buys it. */
  readonly potential: Ratio;
}

/**
 * Returns the empty cells of customers × products with what they could hold: the median that the peers who buy the product
 * spend on it, times the customer's total against the median total of these peers. By customer, then product.
 *
 * @param customers with their peer classes
 * @param products ids
 * @param sales in any order; rows of one cell add up, and a sum of 0 is an empty cell
 * @throws SalesModelError `ids.duplicate`, `quantity.negative`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { whitespace } from 'salesmodel/orders';
 *
 * const customers = ['A', 'B', 'C'].map((id) => ({ id, peers: 'grocery' }));
 * const sales = [
 *   { customer: 'A', product: 'cola', amount: 600 }, { customer: 'A', product: 'juice', amount: 200 },
 *   { customer: 'B', product: 'cola', amount: 400 }, { customer: 'B', product: 'juice', amount: 100 },
 *   { customer: 'C', product: 'cola', amount: 260 },
 * ];
 * whitespace(customers, ['cola', 'juice'], sales).map(({ customer, product, potential }) => `${customer} ${product} ${potential.value}`);
 * // => [ 'C juice 60' ]
 */
export function whitespace(
  customers: readonly WhitespaceCustomer[],
  products: readonly string[],
  sales: readonly ProductSales[],
): readonly WhitespaceCell[] {
  const ids = new Set<string>();
  customers.forEach(({ id }, index) => {
    if (ids.has(id)) failCore('ids.duplicate', ['customers', index, 'id'], { id });
    ids.add(id);
  });
  const cells = new Map<string, Decimal>();
  const totals = new Map<string, Decimal>();
  sales.forEach(({ customer, product, amount }, index) => {
    const value = notNegative(amount, ['sales', index, 'amount']);
    const key = JSON.stringify([customer, product]);
    cells.set(key, plus(cells.get(key) ?? ZERO, value));
    totals.set(customer, plus(totals.get(customer) ?? ZERO, value));
  });
  const bought = (customer: string, product: string): Decimal => cells.get(JSON.stringify([customer, product])) ?? ZERO;
  const found: WhitespaceCell[] = [];
  for (const product of new Set(products)) {
    const buyers = customers.filter(({ id }) => bought(id, product).gt(0));
    const medians = new Map(
      [...new Set(buyers.map(({ peers }) => peers))].map((peers) => {
        const members = buyers.filter((buyer) => buyer.peers === peers);
        const spent = twiceMedian(members.map(({ id }) => bought(id, product)));
        const total = twiceMedian(members.map(({ id }) => totals.get(id)!));
        return [peers, { count: members.length, spent, total }];
      }),
    );
    for (const { id, peers } of customers) {
      if (bought(id, product).gt(0)) continue;
      const median = medians.get(peers);
      found.push({
        customer: id,
        product,
        peers: median?.count ?? 0,
        potential:
          median === undefined
            ? ratioOf(ZERO, ZERO, 'noPeer')
            : ratioOf(times(median.spent, totals.get(id) ?? ZERO), median.total),
      });
    }
  }
  return found.sort((a, b) => compareText(a.customer, b.customer) || compareText(a.product, b.product));
}

/** Twice the median, which needs no division. */
function twiceMedian(values: readonly Decimal[]): Decimal {
  const sorted = values.toSorted((a, b) => a.cmp(b));
  return plus(sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!);
}
