import { dayNumber } from '../../core/date.js';
import type { FixedColumn } from '../../core/fixed/column.js';
import type { IntegerRange } from '../quantile/countRanks.js';
import { NO_DAY } from '../../core/parseDay.js';
import { roundUnits } from '../../core/rounding.js';
import type { RfmPolicy } from '../schema/rfm.js';
import type { SummaryColumns } from '../summary/summaryColumns.js';
import type { RfmInput } from './readRfmPolicy.js';

/** An input by customer; days and counts are integers of 32 bits. */
export interface InputColumn {
  readonly values: FixedColumn['values'] | Int32Array;
  readonly scale: number;
  /** Of days and counts: the least and the greatest of customers who ordered. */
  readonly range?: IntegerRange;
}

/** The inputs of RFM by customer; 0 where there is none. */
export interface RfmBase extends Readonly<Record<RfmInput, InputColumn>> {
  readonly customers: readonly string[];
  /** How many ever ordered. */
  readonly size: number;
  /** Whether the customer ever ordered. */
  readonly hasOrder: Uint8Array;
  /** Whether the money is known of a customer who ordered. */
  readonly hasMonetary: Uint8Array;
}

/** Decimals of a mean. */
const MEAN_SCALE = 12;

/** The inputs of customers, of columns that are read where they are as far as possible. */
export function rfmBase(columns: SummaryColumns, monetary: NonNullable<RfmPolicy['monetary']>): RfmBase {
  const { customers, lastOrder, orders, spend, profit } = columns;
  const asOf = dayNumber(columns.asOf, ['asOf']);
  const n = customers.length;
  const recencyDays = new Int32Array(n);
  const hasOrder = new Uint8Array(n);
  let size = 0;
  let [leastDay, mostDay, leastCount, mostCount] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < n; at++) {
    const last = lastOrder[at]!;
    if (last === NO_DAY) continue;
    const count = orders[at]!;
    if (last < leastDay) leastDay = last;
    if (last > mostDay) mostDay = last;
    if (count < leastCount) leastCount = count;
    if (count > mostCount) mostCount = count;
    recencyDays[at] = asOf - last;
    hasOrder[at] = 1;
    size++;
  }
  return {
    customers,
    size,
    hasOrder,
    hasMonetary: monetary === 'sum' ? hasOrder : knownMoney(columns, hasOrder, monetary),
    recencyDays: { values: recencyDays, scale: 0, range: { min: asOf - mostDay, max: asOf - leastDay } },
    orders: { values: orders, scale: 0, range: { min: leastCount, max: mostCount } },
    monetary:
      monetary === 'meanPerOrder'
        ? means(spend, orders)
        : monetary === 'sum'
          ? spend
          : (profit ?? { values: new Float64Array(n), scale: 0 }),
  };
}

function knownMoney({ orders, profit }: SummaryColumns, hasOrder: Uint8Array, monetary: string): Uint8Array {
  return hasOrder.map((has, at) => {
    if (has === 0) return 0;
    return monetary === 'profit' ? (profit?.known[at] ?? 0) : orders[at]! > 0 ? 1 : 0;
  });
}

function means({ values, scale }: FixedColumn, orders: Int32Array): FixedColumn {
  const to = Math.max(scale, MEAN_SCALE);
  const factor = 10n ** BigInt(to - scale);
  const means = Array.from(orders, (count, at) =>
    count === 0 ? 0n : roundUnits(BigInt(values[at]!) * factor, BigInt(count), 'halfEven'),
  );
  return { values: means, scale: to };
}
