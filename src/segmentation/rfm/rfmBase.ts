import { dayNumber } from '../../core/date.js';
import type { FixedColumn } from '../../core/fixed/column.js';
import { NO_DAY } from '../../core/parseDay.js';
import { roundUnits } from '../../core/rounding.js';
import type { RfmPolicy } from '../schema/rfm.js';
import type { SummaryColumns } from '../summary/summaryColumns.js';
import type { RfmInput } from './readRfmPolicy.js';

/** The inputs of RFM by customer; 0 where there is none. */
export interface RfmBase extends Readonly<Record<RfmInput, FixedColumn>> {
  readonly customers: readonly string[];
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
  const recencyDays = new Float64Array(n);
  const hasOrder = new Uint8Array(n);
  const hasMonetary = new Uint8Array(n);
  for (let at = 0; at < n; at++) {
    const last = lastOrder[at]!;
    if (last === NO_DAY) continue;
    recencyDays[at] = asOf - last;
    hasOrder[at] = 1;
    hasMonetary[at] = monetary === 'profit' ? (profit?.known[at] ?? 0) : monetary === 'sum' || orders[at]! > 0 ? 1 : 0;
  }
  return {
    customers,
    hasOrder,
    hasMonetary,
    recencyDays: { values: recencyDays, scale: 0 },
    orders: { values: new Float64Array(orders), scale: 0 },
    monetary:
      monetary === 'meanPerOrder'
        ? means(spend, orders)
        : monetary === 'sum'
          ? spend
          : (profit ?? { values: new Float64Array(n), scale: 0 }),
  };
}

function means({ values, scale }: FixedColumn, orders: Int32Array): FixedColumn {
  const to = Math.max(scale, MEAN_SCALE);
  const factor = 10n ** BigInt(to - scale);
  const means = Array.from(orders, (count, at) =>
    count === 0 ? 0n : roundUnits(BigInt(values[at]!) * factor, BigInt(count), 'halfEven'),
  );
  return { values: means, scale: to };
}
