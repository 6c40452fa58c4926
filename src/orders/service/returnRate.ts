import { type DecimalLike, type DecimalString, ONE, plus, toText, ZERO } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { type ParetoShare, paretoBy } from '../../core/paretoBy.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { notNegative } from '../read.js';

/** Goods of an order that were sold or came back. */
export interface GoodsRow {
  readonly order: string;
  readonly units: DecimalLike;
  readonly value: DecimalLike;
}

/** The part that came back, and why. */
export interface ReturnRate {
  readonly rate: Ratio;
  /** The most frequent reason first. */
  readonly reasons: readonly ParetoShare[];
}

/**
 * Returns the part of what was sold that came back, by units, value or orders, and the reasons with their cumulative shares.
 *
 * @param sold rows of sales, not negative
 * @param returned rows of returns with their reasons
 * @param options `by`: `units` (default), `value`, or `orders` that have a return
 * @throws SalesModelError `quantity.negative`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { returnRate } from 'salesmodel/orders';
 *
 * const sold = [{ order: 'O1', units: 60, value: 900 }, { order: 'O2', units: 40, value: 300 }];
 * const back = [{ order: 'O1', units: 3, value: 45, reason: 'broken' }, { order: 'O1', units: 1, value: 15, reason: 'late' }];
 * const { rate, reasons } = returnRate(sold, back);
 * [rate.value, reasons.map(({ keys, cumulative }) => `${keys['reason']} ${cumulative.value}`)]; // => [ '0.04', [ 'broken 0.75', 'late 1' ] ]
 */
export function returnRate(
  sold: readonly GoodsRow[],
  returned: readonly (GoodsRow & { readonly reason: string })[],
  options: { readonly by?: 'units' | 'value' | 'orders' } = {},
): ReturnRate {
  const by = oneOf(options.by ?? 'units', ['units', 'value', 'orders'], ['by']);
  const sizes = (rows: readonly GoodsRow[], path: string): DecimalString[] => {
    const seen = new Set<string>();
    return rows.map((row, at) => {
      if (by !== 'orders') return toText(notNegative(row[by], [path, at, by]));
      const size = seen.has(row.order) ? ZERO : ONE;
      seen.add(row.order);
      return toText(size);
    });
  };
  const back = sizes(returned, 'returned');
  const sum = (values: readonly DecimalString[]): typeof ZERO =>
    values.reduce((total, value) => plus(total, notNegative(value, [])), ZERO);
  const rows = returned.map(({ reason }, at) => ({ keys: { reason }, value: back[at]! }));
  return { rate: ratioOf(sum(back), sum(sizes(sold, 'sold'))), reasons: paretoBy(rows, ['reason']) };
}
