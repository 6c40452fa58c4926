import { FIRST_DAY, LAST_DAY } from '../../../core/civil.js';
import type { Path } from '../../../core/errors.js';
import { fail } from '../../fail.js';
import { collectionKinds, splitKinds } from '../rows.js';
import type { TransactionColumns } from '../transactionColumns.js';
import {
  type CellColumn,
  cellColumn,
  checkArray,
  checkScale,
  dayCells,
  decimalCells,
  dictionaryCells,
  integerCells,
  notNegative,
} from './cellColumn.js';
import { type ColumnFacts, columnFacts } from './columnFacts.js';
import type { ReadContext } from './readContext.js';
import { invalid, type RowFault } from './rowFault.js';

/** Parts of rows by column: those of row `i` stand at `offset[i] … offset[i + 1] − 1`. */
export interface PartTable {
  readonly offset: Int32Array;
  readonly columns: readonly CellColumn[];
}

/** All columns of a run's rows. */
export interface ColumnTable {
  readonly facts: ColumnFacts;
  readonly rows: readonly CellColumn[];
  readonly parts: readonly PartTable[];
}

/**
 * Lists the columns, each with the check of its cells.
 *
 * @throws SalesModelError `columns.type`, `columns.length`, `columns.scale`, `columns.offset`, `columns.currency`
 */
export function columnTable(columns: TransactionColumns, context: ReadContext): ColumnTable {
  const { n, splits, collections } = columns;
  if (!Number.isInteger(n) || n < 0) fail('columns.type', ['columns', 'n'], { expected: 'integer ≥ 0' });
  checkArray(['payee'], columns.payee, n, Int32Array);
  checkArray(['day'], columns.day, n, Int32Array);
  checkArray(['amount'], columns.amount, n, Float64Array, BigInt64Array);
  checkScale(['scale'], columns.scale);
  const facts = columnFacts(columns, context);
  const parts: PartTable[] = [];
  if (splits !== undefined) parts.push(splitTable(splits, n, context));
  if (collections !== undefined) parts.push(collectionTable(collections, n));
  return { facts, rows: [...rowColumns(columns, facts, context)], parts };
}

function* rowColumns(
  columns: TransactionColumns,
  { bound, days, payeesKnown }: ColumnFacts,
  context: ReadContext,
): Generator<CellColumn> {
  const { n, ids, seq, reverses, reason, splits } = columns;
  yield* ownerColumns(columns.payee, splits?.offset, context.payees.size, payeesKnown);
  yield { ...dayCells(['day'], columns.day, n), sound: days.least >= FIRST_DAY && days.most <= LAST_DAY };
  const amount = { values: columns.amount, scale: columns.scale };
  yield {
    ...decimalCells(['amount'], amount, n, { code: 'row.amountInvalid' }),
    sound: bound === bound || amount.values instanceof BigInt64Array,
  };
  yield currencyCells(columns, context);
  if (ids !== undefined) {
    checkArray(['ids'], ids, n, Array);
    yield cellColumn(['ids'], ids, (row) => {
      const id: unknown = ids[row];
      return typeof id === 'string' && id !== '' ? null : invalid('row.fieldInvalid', 'text', id);
    });
  }
  if (seq !== undefined) checkArray(['seq'], seq, n, Int32Array);
  if (reverses !== undefined) {
    checkArray(['reverses'], reverses, n, Int32Array);
    const name = (row: number): unknown => ids?.[reverses[row]!] ?? reverses[row];
    yield { path: ['reverses'], fault: () => null, same: (a, b) => name(a) === name(b) };
  }
  if (reason !== undefined) yield dictionaryCells(['reason'], reason, n);
  for (const name of ['cost', 'units', 'mrr', 'termMonths'] as const) {
    const column = columns[name];
    if (column !== undefined) yield decimalCells([name], column, n, { absent: true });
  }
  for (const [name, column] of Object.entries(columns.measures ?? {})) {
    yield decimalCells(['measures', name], column, n, { absent: true });
  }
  for (const [name, column] of Object.entries(columns.attributes ?? {})) {
    yield dictionaryCells(['attributes', name], column, n, true);
  }
  for (const [name, column] of Object.entries(columns.dates ?? {})) yield dayCells(['dates', name], column, n, true);
}

/** Payees that are known, and of each row one or splits. */
function ownerColumns(
  payee: Int32Array,
  splits: Int32Array | undefined,
  payees: number,
  allKnown: boolean,
): readonly CellColumn[] {
  const sound = splits === undefined && allKnown;
  const known = cellColumn(['payee'], payee, (row) => {
    const who = payee[row]!;
    return who >= -1 && who < payees ? null : unknownPayee(who);
  });
  const owners = cellColumn([], payee, (row) => {
    const hasSplits = splits !== undefined && splits[row + 1]! > splits[row]!;
    if ((payee[row] === -1) === hasSplits) return null;
    return { code: hasSplits ? 'row.twoOwners' : 'row.noOwner', path: [], params: {} };
  });
  return [
    { ...known, sound },
    { ...owners, sound },
  ];
}

function unknownPayee(payeeId: number): RowFault {
  return { code: 'row.payeeUnknown', path: [], params: { payeeId } };
}

/** Rows without a currency are in that of the plans, which must be one. */
function currencyCells({ currency, n }: TransactionColumns, { currencies, planCurrencies }: ReadContext): CellColumn {
  const path: Path = ['currency'];
  if (currency === undefined && planCurrencies.length !== 1) {
    fail('columns.currency', ['columns', ...path], { currencies: planCurrencies.join(', ') });
  }
  const { codes, index }: NonNullable<TransactionColumns['currency']> = currency ?? { codes: planCurrencies };
  if (index !== undefined) checkArray([...path, 'index'], index, n, Uint8Array);
  const known = codes.map((code) => typeof code === 'string' && Object.hasOwn(currencies, code));
  const fault = (place: number): RowFault | null =>
    known[place] === true ? null : invalid('row.currencyUnknown', 'currency', codes[place]);
  if (index === undefined) return { path, fault: () => fault(0), same: () => true, sound: known[0] === true };
  return {
    ...cellColumn(path, index, (row) => fault(index[row]!)),
    same: (a, b) => codes[index[a]!] === codes[index[b]!],
  };
}

function splitTable(splits: NonNullable<TransactionColumns['splits']>, n: number, context: ReadContext): PartTable {
  const { offset, payee, kind, share, payoutShare, dealRole } = splits;
  const count = checkOffset(['splits'], offset, n, payee);
  const negative = (value: string): RowFault => ({ code: 'row.shareNegative', path: [], params: { value } });
  const columns = [
    integerCells(['splits', 'payee'], payee, count, [0, context.payees.size], unknownPayee),
    kindCells(['splits', 'kind'], kind, count, splitKinds),
    notNegative(decimalCells(['splits', 'share'], share, count), share, negative),
  ];
  if (payoutShare !== undefined) {
    columns.push(notNegative(decimalCells(['splits', 'payoutShare'], payoutShare, count), payoutShare, negative));
  }
  if (dealRole !== undefined) columns.push(dictionaryCells(['splits', 'dealRole'], dealRole, count));
  return { offset, columns };
}

function collectionTable(collections: NonNullable<TransactionColumns['collections']>, n: number): PartTable {
  const { offset, day, amount, kind, id } = collections;
  const count = checkOffset(['collections'], offset, n, day);
  return {
    offset,
    columns: [
      ...(id === undefined ? [] : [dictionaryCells(['collections', 'id'], id, count)]),
      dayCells(['collections', 'day'], day, count),
      kindCells(['collections', 'kind'], kind, count, collectionKinds),
      notNegative(
        decimalCells(['collections', 'amount'], amount, count, { code: 'row.amountInvalid' }),
        amount,
        (value) => invalid('row.amountInvalid', 'decimal ≥ 0', value),
      ),
    ],
  };
}

function kindCells(path: Path, kind: Uint8Array, count: number, words: readonly string[]): CellColumn {
  return integerCells(path, kind, count, [0, words.length], (value) =>
    invalid('row.fieldInvalid', words.map((_, at) => at).join(', '), value),
  );
}

/** The number of parts that offsets of n rows span. */
function checkOffset(path: Path, offset: Int32Array, n: number, cells: ArrayLike<unknown>): number {
  checkArray([...path, 'offset'], offset, n + 1, Int32Array);
  const ascends = offset[0] === 0 && offset.every((start, row) => row === 0 || start >= offset[row - 1]!);
  if (!ascends || offset[n] !== cells.length) {
    fail('columns.offset', ['columns', ...path, 'offset'], { expected: cells.length });
  }
  return cells.length;
}
