import { FIRST_DAY, LAST_DAY } from '../../core/civil.js';
import type { DecimalColumn, DictionaryColumn } from '../../core/columns.js';
import type { Path, Rejected } from '../../core/errors.js';
import type { FixedColumn } from '../../core/fixed/column.js';
import { fail } from '../fail.js';
import type { OrderColumns } from './orderColumns.js';
import type { OrderLog, OrderProfit } from './orderLog.js';
import { rankIds } from './rankIds.js';

/**
 * Reads columns into a log; a row with a fault is rejected with all its faults.
 *
 * @throws SalesModelError `segmentation.columns.length`, `segmentation.columns.scale`
 */
export function readOrderColumns({ customer, day, amount, id, profit }: OrderColumns): OrderLog {
  const n = day.length;
  checkLength(['customer', 'codes'], customer.codes, n);
  checkDecimals('amount', amount, n);
  if (id !== undefined) checkLength(['id', 'codes'], id.codes, n);
  if (profit !== undefined) checkDecimals('profit', profit, n);

  const rejected: Rejected[] = [];
  const codes = Int32Array.from(customer.codes);
  const { dictionary } = customer;
  for (let index = 0; index < n; index++) {
    const before = rejected.length;
    const fault = (field: keyof OrderColumns, code: string, value: unknown): void => {
      rejected.push({ index, code, path: [field], params: { value } });
    };
    const code = codes[index]!;
    if (typeof dictionary[code] !== 'string' || dictionary[code] === '') {
      fault('customer', 'segmentation.row.customerInvalid', dictionary[code] ?? null);
    }
    if (day[index]! < FIRST_DAY || day[index]! > LAST_DAY) fault('day', 'segmentation.row.dateInvalid', day[index]);
    if (!isWhole(amount.values[index]!))
      fault('amount', 'segmentation.row.amountInvalid', String(amount.values[index]));
    if (profit !== undefined && !isWhole(profit.values[index]!) && !Number.isNaN(profit.values[index])) {
      fault('profit', 'segmentation.row.profitInvalid', String(profit.values[index]));
    }
    if (rejected.length > before) codes[index] = -1;
  }
  return {
    ...rankIds(dictionary, codes),
    day,
    amount: withoutFaults(amount, codes, rejected),
    order: id === undefined ? undefined : orderNumbers(id),
    profit: profit === undefined ? undefined : orderProfit(profit, codes),
    rejected,
  };
}

function checkLength(path: Path, values: ArrayLike<unknown>, n: number): void {
  if (values.length !== n) {
    fail('segmentation.columns.length', ['columns', ...path], { expected: n, length: values.length });
  }
}

function checkDecimals(field: string, { values, scale }: DecimalColumn, n: number): void {
  checkLength([field, 'values'], values, n);
  if (!Number.isInteger(scale) || scale < 0 || scale > 1000) {
    fail('segmentation.columns.scale', ['columns', field, 'scale'], { value: scale });
  }
}

function isWhole(value: number | bigint): boolean {
  return typeof value === 'bigint' || Number.isSafeInteger(value);
}

/** The column with 0 in the place of what is no number; a sound column is not copied. */
function withoutFaults(column: DecimalColumn, codes: Int32Array, rejected: readonly Rejected[]): FixedColumn {
  const { values, scale } = column;
  if (rejected.length === 0 || values instanceof BigInt64Array) return column;
  return { values: values.map((value, row) => (codes[row]! < 0 ? 0 : value)), scale };
}

function orderProfit({ values, scale }: DecimalColumn, codes: Int32Array): OrderProfit {
  if (values instanceof BigInt64Array) return { column: { values, scale }, isKnown: () => true };
  const known = values.map((value, row) => (codes[row]! < 0 || Number.isNaN(value) ? 0 : value));
  return { column: { values: known, scale }, isKnown: (row) => !Number.isNaN(values[row]) };
}

/** The codes of a dictionary in which equal ids have one code. */
function orderNumbers({ dictionary, codes }: DictionaryColumn): Int32Array {
  const first = new Map<string, number>();
  dictionary.forEach((id, at) => first.has(id) || first.set(id, at));
  return codes.map((code) => first.get(dictionary[code] ?? '') ?? -1);
}
