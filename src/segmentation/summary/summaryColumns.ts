import { fromDayNumber, type PlainDate } from '../../core/date.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { NO_DAY } from '../../core/parseDay.js';
import type { CustomerSummary } from '../schema/summary.js';

/** Sums of money as integers of 10⁻ˢᶜᵃˡᵉ units: safe integers in doubles, or integers of any size. */
export interface SumColumn {
  readonly values: Float64Array | BigInt64Array | readonly bigint[];
  readonly scale: number;
}

/** Summaries by column: customer `i` is cell `i` of each. Days are day numbers, −1073741824 where there is none. */
export interface SummaryColumns {
  readonly asOf: PlainDate;
  /** Ascending by UTF-16 code units, each once. */
  readonly customers: readonly string[];
  readonly firstOrder: Int32Array;
  readonly lastOrder: Int32Array;
  readonly previousOrder: Int32Array;
  readonly orders: Int32Array;
  readonly purchaseDays: Int32Array;
  readonly spend: SumColumn;
  /** Absent where no profit is known; `known` is 1 for a customer whose profit is. */
  readonly profit?: SumColumn & { readonly known: Uint8Array };
}

/** The columns as one object a customer. */
export function summaryRows(columns: SummaryColumns): CustomerSummary[] {
  return columns.customers.map((customer, at) => ({
    customer,
    firstOrder: dayText(columns.firstOrder[at]!),
    lastOrder: dayText(columns.lastOrder[at]!),
    previousOrder: dayText(columns.previousOrder[at]!),
    orders: columns.orders[at]!,
    purchaseDays: columns.purchaseDays[at]!,
    spend: scaledText(columns.spend.values[at]!, columns.spend.scale),
    ...(columns.profit?.known[at] === 1
      ? { profit: scaledText(columns.profit.values[at]!, columns.profit.scale) }
      : {}),
    asOf: columns.asOf,
  }));
}

/** The date of a cell. */
export function dayText(day: number): PlainDate | null {
  return day === NO_DAY ? null : fromDayNumber(day);
}
