import { FIRST_DAY, LAST_DAY } from '../../core/civil.js';
import type { DecimalColumn, DictionaryColumn } from '../../core/columns.js';
import type { Rejected } from '../../core/errors.js';
import type { FixedColumn } from '../../core/fixed/column.js';
import type { OrderColumns } from './orderColumns.js';
import type { OrderLog, OrderProfit } from './orderLog.js';
import { checkDecimals, checkLength, isWhole } from './checkColumns.js';
import { magnitudeOf } from './magnitudeOf.js';
import { rankIds, ranksOf } from './rankIds.js';
import { surveyDays } from './surveyDays.js';

/**
 * Reads columns into a log; a row with a fault is rejected with all its faults.
 *
 * @throws SalesModelError `segmentation.columns.length`, `segmentation.columns.scale`
 */
export function readOrderColumns(columns: OrderColumns): OrderLog {
  const { customer, day, amount, id, profit } = columns;
  const n = day.length;
  checkLength(['customer', 'codes'], customer.codes, n);
  checkDecimals(['amount'], amount, n);
  if (id !== undefined) checkLength(['id', 'codes'], id.codes, n);
  if (profit !== undefined) checkDecimals(['profit'], profit, n);

  const days = surveyDays(day);
  const magnitude = magnitudeOf(amount);
  const isSound = isDictionary(customer) && days.min >= FIRST_DAY && days.max <= LAST_DAY && !Number.isNaN(magnitude);
  const rejected = isSound && profit === undefined ? [] : faultsOf(columns);
  const ids = rankIds(customer.dictionary);
  const codes = rejected.length === 0 ? customer.codes : withoutRows(customer.codes, rejected);
  const kept = withoutFaults(amount, codes, rejected);
  return {
    customers: ids.customers,
    customer: ranksOf(codes, ids),
    countsAll: rejected.length === 0,
    day,
    days,
    amount: kept,
    magnitude: kept === amount ? magnitude : magnitudeOf(kept),
    order: id === undefined ? undefined : orderNumbers(id),
    profit: profit === undefined ? undefined : orderProfit(profit, codes),
    rejected,
  };
}

/** Whether all codes are places of a list of ids. */
function isDictionary({ dictionary, codes }: DictionaryColumn): boolean {
  return areBelow(codes, dictionary.length) && dictionary.every(isId);
}

/** Whether integers lie from 0 up to a bound, which is not among them: their signs are gathered, four at a time. */
function areBelow(values: Int32Array, bound: number): boolean {
  const last = bound - 1;
  const quads = values.length & ~3;
  let signs = 0;
  for (let at = 0; at < quads; at += 4) {
    const a = values[at]!;
    const b = values[at + 1]!;
    const c = values[at + 2]!;
    const d = values[at + 3]!;
    signs |= a | (last - a) | b | (last - b) | c | (last - c) | d | (last - d);
  }
  for (let at = quads; at < values.length; at++) signs |= values[at]! | (last - values[at]!);
  return signs >= 0;
}

function isId(id: unknown): boolean {
  return typeof id === 'string' && id !== '';
}

/** All faults of all rows. */
function faultsOf({ customer, day, amount, profit }: OrderColumns): Rejected[] {
  const { dictionary, codes } = customer;
  const rejected: Rejected[] = [];
  for (let index = 0; index < day.length; index++) {
    const fault = (field: keyof OrderColumns, code: string, value: unknown): void => {
      rejected.push({ index, code, path: [field], params: { value } });
    };
    const id = dictionary[codes[index]!];
    if (!isId(id)) fault('customer', 'segmentation.row.customerInvalid', id ?? null);
    if (day[index]! < FIRST_DAY || day[index]! > LAST_DAY) fault('day', 'segmentation.row.dateInvalid', day[index]);
    if (!isWhole(amount.values[index]!))
      fault('amount', 'segmentation.row.amountInvalid', String(amount.values[index]));
    if (profit !== undefined && !isWhole(profit.values[index]!) && !Number.isNaN(profit.values[index])) {
      fault('profit', 'segmentation.row.profitInvalid', String(profit.values[index]));
    }
  }
  return rejected;
}

/** A copy of the codes with −1 for rows with a fault. */
function withoutRows(codes: Int32Array, rejected: readonly Rejected[]): Int32Array {
  const kept = codes.slice();
  for (const { index } of rejected) kept[index] = -1;
  return kept;
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
