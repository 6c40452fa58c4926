import { type Decimal, plus, toDecimal, ZERO } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { notNegative } from '../read.js';
import type { OrderLine } from '../schema/order.js';

export const SERVICE_LEVELS = ['unit', 'line', 'order'] as const;

/** What of a line a service figure reads; `order` is the id of its order. */
export type ServiceLine = Pick<OrderLine, 'quantity'> & { readonly order: string };

/**
 * Returns the part of what was ordered that was shipped: of the units (each line counts its quantity at most), of the lines
 * shipped in full, or of the orders with every line in full.
 *
 * @param lines of orders, with what was shipped of them
 * @param options `level`: `unit` (default), `line` or `order`
 * @throws SalesModelError `quantity.negative`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { fillRate } from 'salesmodel/orders';
 *
 * const lines = [
 *   { order: 'O1', quantity: '10', shipped: [{ on: '2026-03-02', quantity: '10' }] },
 *   { order: 'O1', quantity: '20', shipped: [{ on: '2026-03-02', quantity: '12' }, { on: '2026-03-09', quantity: '6' }] },
 * ];
 * (['unit', 'line', 'order'] as const).map((level) => fillRate(lines, { level }).value); // => [ '0.933333333333', '0.5', '0' ]
 */
export function fillRate(
  lines: readonly (ServiceLine & Pick<OrderLine, 'shipped'>)[],
  options: { readonly level?: (typeof SERVICE_LEVELS)[number] } = {},
): Ratio {
  const level = oneOf(options.level ?? 'unit', SERVICE_LEVELS, ['level']);
  const read = lines.map(({ order, quantity, shipped }, index) => {
    const ordered = notNegative(quantity, ['lines', index, 'quantity']);
    const sent = shipped
      .map((moved, at) => notNegative(moved.quantity, ['lines', index, 'shipped', at, 'quantity']))
      .reduce(plus, ZERO);
    return { order, ordered, filled: sent.lt(ordered) ? sent : ordered };
  });
  const sum = (values: readonly Decimal[]): Decimal => values.reduce(plus, ZERO);
  if (level === 'unit') return ratioOf(sum(read.map(({ filled }) => filled)), sum(read.map(({ ordered }) => ordered)));
  const isFull = ({ ordered, filled }: (typeof read)[number]): boolean => filled.eq(ordered);
  const count = (n: number): Decimal => toDecimal(n);
  if (level === 'line') return ratioOf(count(read.filter(isFull).length), count(read.length));
  const orders = new Set(read.map(({ order }) => order));
  const short = new Set(read.filter((line) => !isFull(line)).map(({ order }) => order));
  return ratioOf(count(orders.size - short.size), count(orders.size));
}
