import { scaledText } from '../../core/fixed/scaledText.js';
import { columnFaults, faultyRows, sameCells } from './read/columnFaults.js';
import { columnField } from './read/columnField.js';
import { columnKeys } from './read/columnKeys.js';
import { columnCollections, columnSplits } from './read/columnParts.js';
import { boundOf } from './read/columnFacts.js';
import { columnTable } from './read/columnTable.js';
import type { ReadContext, ReadRows } from './read/readContext.js';
import { RowVerdicts } from './read/rowVerdicts.js';
import { type Reversal, settleRows } from './read/settleRows.js';
import { type Rows, rowState } from './rows.js';
import type { TransactionColumns } from './transactionColumns.js';

/**
 * Takes columns as rows: a look at each cell, and no copy but of payees and amounts, and of these only where some rows
 * are not accepted.
 *
 * @throws SalesModelError `columns.type`, `columns.length`, `columns.scale`, `columns.offset`, `columns.currency`
 */
export function readColumns(columns: TransactionColumns, context: ReadContext): ReadRows {
  const table = columnTable(columns, context);
  const { bound, days, sums } = table.facts;
  const { n, day, ids, scale, currency = { codes: context.planCurrencies } } = columns;
  const keys = columnKeys(columns);
  const id = (row: number): string => ids?.[row] ?? String(row);
  const field: Rows['field'] = (name) => columnField(columns, name);
  const collections = columnCollections(columns.collections, n);
  const verdicts = new RowVerdicts(n, (row) => (ids === undefined ? String(row) : textOf(ids[row])));
  const given = {
    n,
    day,
    amount: { values: columns.amount, scale },
    currency: { codes: currency.codes, index: currency.index ?? null },
  };
  const { reverses, from } = settleRows(
    {
      ...given,
      days,
      faulty: faultyRows(table, n),
      faults: (row) => columnFaults(table, row),
      repeated: keys.repeated,
      same: (a, b) => sameCells(table, a, b),
      reversals: reversalsOf(columns, id),
      compareIds: (a, b) => keys.compare(a, b),
      fields: { field, collections },
    },
    verdicts,
    context,
  );
  const { state } = verdicts;
  const payee = state === null ? columns.payee : columns.payee.slice();
  const values = state === null ? columns.amount : columns.amount.slice();
  verdicts.mask(payee, values);
  return {
    rows: {
      ...given,
      state,
      amount: { values, scale },
      amountText: (row) => scaledText(values[row]!, scale),
      amountBound: state === null ? bound : boundOf(values),
      slotSums: state === null ? sums : null,
      payee,
      get seq() {
        return keys.seq();
      },
      get ordered() {
        return keys.ordered();
      },
      splits: columnSplits(columns.splits),
      reverses,
      collections,
      id,
      field,
    },
    from,
    rejected: verdicts.rejected(),
    duplicates: verdicts.count(rowState.duplicate),
    outside: verdicts.count(rowState.outside),
  };
}

function textOf(id: unknown): string | undefined {
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function reversalsOf({ n, reverses }: TransactionColumns, id: (row: number) => string): Reversal[] {
  const reversals: Reversal[] = [];
  reverses?.forEach((original, row) => {
    if (original === -1) return;
    const known = original >= 0 && original < n;
    reversals.push({ row, original: known ? original : -1, name: known ? id(original) : String(original) });
  });
  return reversals;
}
