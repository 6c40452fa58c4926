import { DECIMAL_PATTERN } from '../../core/decimal.js';
import type { Rejected } from '../../core/errors.js';
import { fail } from '../../core/fail.js';
import { fixedColumn } from '../../core/fixed/column.js';
import { NO_DAY, parseDay } from '../../core/parseDay.js';
import type { OrderRow } from '../schema/summary.js';
import { shownValue } from '../shownValue.js';
import type { OrderLog } from './orderLog.js';
import { magnitudeOf } from './magnitudeOf.js';
import { rankIds, ranksOf } from './rankIds.js';
import { surveyDays } from './surveyDays.js';

/**
 * Reads rows into a log; a row with a fault is rejected with all its faults.
 *
 * @throws SalesModelError `money.currencyMismatch`
 */
export function readOrderRows(rows: readonly OrderRow[]): OrderLog {
  const rejected: Rejected[] = [];
  const n = rows.length;
  const day = new Int32Array(n);
  const amounts = new Array<string>(n).fill('0');
  const profits = new Array<string>(n).fill('0');
  const hasProfit = new Uint8Array(n);
  const customerOf = new Places(n);
  const orderOf = new Places(n);
  let currency: string | undefined;
  for (let index = 0; index < n; index++) {
    const row = rows[index]!;
    const before = rejected.length;
    const fault = (field: keyof OrderRow, code: string): void => {
      rejected.push({ index, code, path: [field], params: { value: shownValue(row[field]) } });
    };
    if (typeof row.customer !== 'string' || row.customer === '') fault('customer', 'segmentation.row.customerInvalid');
    day[index] = typeof row.date === 'string' ? parseDay(row.date) : NO_DAY;
    if (day[index] === NO_DAY) fault('date', 'segmentation.row.dateInvalid');
    if (!isDecimal(row.amount)) fault('amount', 'segmentation.row.amountInvalid');
    const { profit } = row;
    if (profit !== undefined && !isDecimal(profit)) fault('profit', 'segmentation.row.profitInvalid');
    if (rejected.length > before) continue;
    if (row.currency !== undefined && row.currency !== currency) {
      if (currency !== undefined) {
        fail('money.currencyMismatch', ['orders', index, 'currency'], { expected: currency, currency: row.currency });
      }
      currency = row.currency;
    }
    customerOf.set(index, row.customer);
    amounts[index] = row.amount;
    if (profit !== undefined) {
      profits[index] = profit;
      hasProfit[index] = 1;
    }
    if (typeof row.id === 'string' && row.id !== '') orderOf.set(index, row.id);
  }
  const ids = rankIds(customerOf.ids);
  const amount = fixedColumn(amounts);
  return {
    customers: ids.customers,
    customer: ranksOf(customerOf.places, ids),
    countsAll: rejected.length === 0,
    day,
    days: surveyDays(day),
    amount,
    magnitude: magnitudeOf(amount),
    order: orderOf.ids.length > 0 ? orderOf.places : undefined,
    profit: hasProfit.includes(1)
      ? { column: fixedColumn(profits), isKnown: (row) => hasProfit[row] === 1 }
      : undefined,
    currency,
    rejected,
  };
}

function isDecimal(text: unknown): boolean {
  return typeof text === 'string' && DECIMAL_PATTERN.test(text);
}

/** Texts by row as places in a list that has each once; −1 for a row without one. */
class Places {
  readonly ids: string[] = [];
  readonly places: Int32Array;
  private readonly known = new Map<string, number>();

  constructor(n: number) {
    this.places = new Int32Array(n).fill(-1);
  }

  set(row: number, id: string): void {
    let place = this.known.get(id);
    if (place === undefined) {
      place = this.ids.push(id) - 1;
      this.known.set(id, place);
    }
    this.places[row] = place;
  }
}
