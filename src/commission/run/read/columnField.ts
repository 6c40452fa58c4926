import { fromDayNumber } from '../../../core/date.js';
import { scaledText } from '../../../core/fixed/scaledText.js';
import {
  ABSENT_DAY,
  type DecimalColumn,
  type DictionaryColumn,
  type TransactionColumns,
} from '../transactionColumns.js';

type Reader = (row: number) => unknown;

const nothing: Reader = () => undefined;

/** A reader of a field of rows by its name among the facts, as the entity has it. */
export function columnField(columns: TransactionColumns, name: string): Reader {
  const point = name.indexOf('.');
  const key = name.slice(point + 1);
  switch (point < 0 ? name : name.slice(0, point + 1)) {
    case 'cost':
    case 'units':
    case 'mrr':
    case 'termMonths':
      return decimals(columns[name as 'cost']);
    case 'reason':
      return words(columns.reason);
    case 'measures.':
      return decimals(own(columns.measures, key));
    case 'attributes.':
      return words(own(columns.attributes, key));
    case 'dates.': {
      const days = own(columns.dates, key);
      return days === undefined ? nothing : (row) => (days[row] === ABSENT_DAY ? undefined : fromDayNumber(days[row]!));
    }
    default:
      return nothing;
  }
}

function own<Value>(map: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}

function decimals(column: DecimalColumn | undefined): Reader {
  if (column === undefined) return nothing;
  const { values, scale } = column;
  return (row) => {
    const value = values[row]!;
    return value === value ? scaledText(value, scale) : undefined;
  };
}

function words(column: DictionaryColumn<unknown> | undefined): Reader {
  return column === undefined ? nothing : (row) => column.dictionary[column.codes[row]!];
}
