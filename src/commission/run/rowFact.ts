import { fromDayNumber } from '../../core/date.js';
import { toText } from '../../core/decimal.js';
import { decimalAt } from '../../core/fixed/decimalColumn.js';
import type { Rows } from './rows.js';

/** A field of a row as rules see it: values as they were written. */
export function rowFact(rows: Rows, name: string): (row: number) => unknown {
  switch (name) {
    case 'id':
      return (row) => rows.id(row);
    case 'date':
      return (row) => fromDayNumber(rows.day[row]!);
    case 'amount':
      return (row) => toText(decimalAt(rows.amount, row));
    case 'currency':
      return (row) => currencyOfRow(rows, row);
    default:
      return rows.field(name);
  }
}

/** The currency code of a row. */
export function currencyOfRow({ currency: { codes, index } }: Rows, row: number): string {
  return codes[index === null ? 0 : index[row]!] ?? '';
}
