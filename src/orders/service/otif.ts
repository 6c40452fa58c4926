import { compareText } from '../../core/compareText.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import { type Decimal, type DecimalLike, minus, ONE, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { checkWhole, notNegative } from '../read.js';
import type { OrderLine } from '../schema/order.js';
import { SERVICE_LEVELS, type ServiceLine } from './fillRate.js';

/** What counts as on time and in full. */
export interface OtifOptions {
  /** Lines (default), orders with every line on time in full, or units that arrived in time. */
  readonly level?: (typeof SERVICE_LEVELS)[number];
  /** Whether a delivery before the due day is `ok` (default) or counts as `late`. */
  readonly early?: 'ok' | 'late';
  /** Days after the due day that are still on time. Default 0. */
  readonly toleranceDays?: number;
  /** Part of the quantity that may be missing, from 0 to 1. Default 0. */
  readonly toleranceShare?: DecimalLike;
  /** Whether more than ordered is `ok` (default) or a `miss`. */
  readonly over?: 'ok' | 'miss';
}

/** The part that was on time in full. */
export interface Otif {
  readonly rate: Ratio;
  /** Lines or orders that were not, by id: `order/line` for lines. Under `unit` the lines with units missing in time. */
  readonly missed: readonly string[];
  /** Lines or orders that are left out because they are open and not yet past due. */
  readonly pending: number;
}

/** A line of an order with what was promised and delivered. */
export type OtifLine = ServiceLine & Pick<OrderLine, 'id' | 'due' | 'delivered'>;

/**
 * Returns the part of lines, orders or units that arrived on time and in full. A line that is open and past due is missed;
 * one that is open and not yet past due is left out and counted. Deliveries after the as-of day are not known.
 *
 * @param lines of orders, with what was delivered of them
 * @param asOf the day, itself included
 * @param options level, tolerances
 * @throws SalesModelError `quantity.negative`, `count.whole`, `option.unknown`, `date.invalid`, `decimal.invalid`,
 *   `decimal.tooLong`
 * @example
 * import { otif } from 'salesmodel/orders';
 *
 * const lines = [
 *   { order: 'O1', id: '1', quantity: '10', due: '2026-03-05', delivered: [{ on: '2026-03-04', quantity: '10' }] },
 *   { order: 'O1', id: '2', quantity: '5', due: '2026-03-05', delivered: [{ on: '2026-03-06', quantity: '5' }] },
 *   { order: 'O2', id: '1', quantity: '8', due: '2026-04-01', delivered: [] },
 * ];
 * const { rate, missed, pending } = otif(lines, '2026-03-31');
 * [rate.value, missed, pending]; // => [ '0.5', [ 'O1/2' ], 1 ]
 * otif(lines, '2026-03-31', { toleranceDays: 1 }).rate.value; // => '1'
 */
export function otif(lines: readonly OtifLine[], asOf: PlainDate, options: OtifOptions = {}): Otif {
  const level = oneOf(options.level ?? 'line', SERVICE_LEVELS, ['level']);
  const early = oneOf(options.early ?? 'ok', ['ok', 'late'], ['early']);
  const over = oneOf(options.over ?? 'ok', ['ok', 'miss'], ['over']);
  const days = checkWhole(options.toleranceDays ?? 0, 0, ['toleranceDays']);
  const share = notNegative(options.toleranceShare ?? ZERO, ['toleranceShare']);
  const today = dayNumber(asOf, ['asOf']);

  const judged = lines.map((line, index): Judged => {
    const path = ['lines', index];
    const ordered = notNegative(line.quantity, [...path, 'quantity']);
    const due = dayNumber(line.due, [...path, 'due']);
    const known = line.delivered
      .map(({ on, quantity }, at) => ({
        day: dayNumber(on, [...path, 'delivered', at, 'on']),
        quantity: notNegative(quantity, [...path, 'delivered', at, 'quantity']),
      }))
      .filter(({ day }) => day <= today);
    const total = (moved: typeof known): Decimal => moved.reduce((sum, { quantity }) => plus(sum, quantity), ZERO);
    const inTime = total(known.filter(({ day }) => day <= due + days && (early === 'ok' || day >= due)));
    const all = total(known);
    const isFull = inTime.gte(times(ordered, minus(ONE, share)));
    const isTooMuch = over === 'miss' && all.gt(ordered);
    // What arrived at a wrong time is settled, and so is what is past due.
    const isOpen = today <= due + days && all.lt(times(ordered, minus(ONE, share)));
    return {
      order: line.order,
      id: `${line.order}/${line.id}`,
      ordered,
      inTime: inTime.lt(ordered) ? inTime : ordered,
      status: isFull && !isTooMuch ? 'hit' : isOpen ? 'pending' : 'missed',
    };
  });
  return level === 'order' ? byOrder(judged) : level === 'line' ? byLine(judged) : byUnit(judged);
}

interface Judged {
  readonly order: string;
  readonly id: string;
  readonly ordered: Decimal;
  /** At most the quantity. */
  readonly inTime: Decimal;
  readonly status: 'hit' | 'missed' | 'pending';
}

function byLine(lines: readonly Pick<Judged, 'id' | 'status'>[]): Otif {
  const count = (status: Judged['status']): number => lines.filter((line) => line.status === status).length;
  const hits = count('hit');
  return {
    rate: ratioOf(toDecimal(hits), toDecimal(hits + count('missed'))),
    missed: lines.flatMap(({ id, status }) => (status === 'missed' ? [id] : [])).toSorted(compareText),
    pending: count('pending'),
  };
}

/** One missed line misses the order; otherwise one open line leaves it open. */
function byOrder(lines: readonly Judged[]): Otif {
  const rank = { hit: 0, pending: 1, missed: 2 } as const;
  const orders = new Map<string, Judged['status']>();
  for (const { order, status } of lines) {
    const worst = orders.get(order) ?? 'hit';
    orders.set(order, rank[status] > rank[worst] ? status : worst);
  }
  return byLine([...orders].map(([id, status]) => ({ id, status })));
}

function byUnit(lines: readonly Judged[]): Otif {
  const settled = lines.filter(({ status }) => status !== 'pending');
  const sum = (values: readonly Decimal[]): Decimal => values.reduce(plus, ZERO);
  return {
    rate: ratioOf(sum(settled.map(({ inTime }) => inTime)), sum(settled.map(({ ordered }) => ordered))),
    missed: settled
      .filter(({ inTime, ordered }) => inTime.lt(ordered))
      .map(({ id }) => id)
      .toSorted(compareText),
    pending: lines.length - settled.length,
  };
}
