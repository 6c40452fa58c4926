import { fromDayNumber } from '../../core/date.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { fail } from '../fail.js';
import type { Collection, Payee, Split, Transaction } from '../schema.js';
import { columnField } from './read/columnField.js';
import { collectionKinds, splitKinds } from './rows.js';
import { ABSENT_DAY, type DecimalColumn, type TransactionColumns } from './transactionColumns.js';

/**
 * The rows of columns as transactions: what columns do not say, a transaction does not have.
 *
 * @param currency of rows whose columns name none
 * @throws SalesModelError `columns.ids`: rows without ids cannot be told apart once some of them change
 */
export function columnTransactions(
  columns: TransactionColumns,
  payees: readonly Payee[],
  currency: string,
): Transaction[] {
  const { n, ids, day, amount, scale, payee, reverses } = columns;
  if (ids === undefined) return fail('columns.ids', ['ids']);
  const named = (names: Readonly<Record<string, unknown>> | undefined, group: string) =>
    Object.keys(names ?? {}).map((name) => ({ name, read: columnField(columns, `${group}.${name}`) }));
  const single = ['cost', 'units', 'mrr', 'termMonths', 'reason'].map((name) => ({
    name,
    read: columnField(columns, name),
  }));
  const groups = [
    { name: 'measures', fields: named(columns.measures, 'measures') },
    { name: 'attributes', fields: named(columns.attributes, 'attributes') },
    { name: 'dates', fields: named(columns.dates, 'dates') },
  ];
  return Array.from({ length: n }, (_, row): Transaction => {
    const fields: Record<string, unknown> = {};
    for (const { name, read } of single) put(fields, name, read(row));
    for (const { name, fields: members } of groups) {
      const group: Record<string, unknown> = {};
      for (const member of members) put(group, member.name, member.read(row));
      if (Object.keys(group).length > 0) fields[name] = group;
    }
    const original = reverses?.[row] ?? -1;
    if (original !== -1) fields['reverses'] = ids[original] ?? String(original);
    if (payee[row]! !== -1) fields['payeeId'] = payees[payee[row]!]?.id ?? String(payee[row]);
    const splits = splitsOf(columns, row, payees);
    if (splits.length > 0) fields['splits'] = splits;
    const collections = collectionsOf(columns, row);
    if (collections.length > 0) fields['collections'] = collections;
    return {
      id: ids[row]!,
      date: dateOf(day[row]!),
      amount: textOf(amount[row]!, scale),
      currency: codeOf(columns, row) ?? currency,
      ...fields,
    };
  });
}

function put(into: Record<string, unknown>, name: string, value: unknown): void {
  if (value !== undefined) into[name] = value;
}

function codeOf({ currency }: TransactionColumns, row: number): string | undefined {
  return currency?.codes[currency.index?.[row] ?? 0];
}

function splitsOf({ splits }: TransactionColumns, row: number, payees: readonly Payee[]): Split[] {
  if (splits === undefined) return [];
  const { offset, payee, kind, share, payoutShare, dealRole } = splits;
  return cells(offset, row).map((at): Split => {
    const role = dealRole === undefined ? undefined : dealRole.dictionary[dealRole.codes[at]!];
    const paid = payoutShare === undefined ? undefined : cellText(payoutShare, at);
    return {
      payeeId: payees[payee[at]!]?.id ?? String(payee[at]),
      kind: splitKinds[kind[at]!]!,
      share: cellText(share, at) ?? '',
      ...(paid === undefined ? {} : { payoutShare: paid }),
      ...(role === undefined ? {} : { dealRole: role }),
    };
  });
}

function collectionsOf({ collections }: TransactionColumns, row: number): Collection[] {
  if (collections === undefined) return [];
  const { offset, day, amount, kind } = collections;
  return cells(offset, row).map((at) => ({
    date: dateOf(day[at]!),
    amount: cellText(amount, at) ?? '',
    kind: collectionKinds[kind[at]!]!,
  }));
}

function cells(offset: Int32Array, row: number): number[] {
  return Array.from({ length: offset[row + 1]! - offset[row]! }, (_, at) => offset[row]! + at);
}

function cellText({ values, scale }: DecimalColumn, at: number): string | undefined {
  const value = values[at]!;
  return value === value ? textOf(value, scale) : undefined;
}

/** A cell that is no whole number gives a text that is no decimal, and its row is rejected for it. */
function textOf(value: number | bigint, scale: number): string {
  return typeof value === 'number' && !Number.isSafeInteger(value) ? String(value) : scaledText(value, scale);
}

function dateOf(day: number): string {
  return day === ABSENT_DAY ? '' : fromDayNumber(day);
}
