import { dayNumber } from '../../core/date.js';
import type { FixedColumn } from '../../core/fixed/column.js';
import { type IntegerRange, rangeOf } from '../quantile/countRanks.js';
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
  /** Where the values are days: the input is how many days they lie before this one. */
  readonly before?: number;
}

/** The inputs of RFM by customer; 0 where there is none. */
export interface RfmBase extends Readonly<Record<RfmInput, InputColumn>> {
  readonly customers: readonly string[];
  readonly asOfDay: number;
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
  const asOfDay = dayNumber(columns.asOf, ['asOf']);
  const n = customers.length;
  const { hasOrder, size, days, counts } = buyers(lastOrder, orders);
  return {
    customers,
    asOfDay,
    size,
    hasOrder,
    hasMonetary: monetary === 'sum' ? hasOrder : knownMoney(columns, hasOrder, monetary),
    recencyDays: { values: lastOrder, scale: 0, range: days, before: asOfDay },
    orders: { values: orders, scale: 0, range: counts },
    monetary:
      monetary === 'meanPerOrder'
        ? means(spend, orders)
        : monetary === 'sum'
          ? spend
          : (profit ?? { values: new Float64Array(n), scale: 0 }),
  };
}

/** An input of a customer as an integer of its scale. */
export function inputAt({ values, before }: InputColumn, at: number): bigint {
  const value = BigInt(values[at]!);
  return before === undefined ? value : BigInt(before) - value;
}

/** Who ordered, and between which bounds their last days and their orders lie. */
function buyers(
  lastOrder: Int32Array,
  orders: Int32Array,
): Pick<RfmBase, 'hasOrder' | 'size'> & { readonly days: IntegerRange; readonly counts: IntegerRange } {
  const hasOrder = new Uint8Array(lastOrder.length).fill(1);
  const all = rangeOf(lastOrder);
  if (all.min !== NO_DAY) return { hasOrder, size: hasOrder.length, days: all, counts: rangeOf(orders) };
  let size = 0;
  let [leastDay, mostDay, leastCount, mostCount] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < lastOrder.length; at++) {
    const last = lastOrder[at]!;
    if (last === NO_DAY) {
      hasOrder[at] = 0;
      continue;
    }
    const count = orders[at]!;
    if (last < leastDay) leastDay = last;
    if (last > mostDay) mostDay = last;
    if (count < leastCount) leastCount = count;
    if (count > mostCount) mostCount = count;
    size++;
  }
  return { hasOrder, size, days: { min: leastDay, max: mostDay }, counts: { min: leastCount, max: mostCount } };
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
