import { ascends, isOrdered } from '../canonicalOrder.js';
import type { TransactionColumns } from '../transactionColumns.js';
import { idRanks } from '../../../core/fixed/idRanks.js';
import { repeatedRows } from './repeatedRows.js';
import { RowIds } from './rowIds.js';
import { mix } from '../../../core/fixed/textHash.js';

/** What tells the rows of columns apart, and orders those of a day. */
export interface ColumnKeys {
  /** The rows of every id that stands more than once. */
  readonly repeated: readonly (readonly number[])[];
  /** Whether rows stand by day, then id. */
  ordered(): boolean;
  compare(a: number, b: number): number;
  /** Ranks of the ids, `null` where these ascend with the rows. */
  seq(): Int32Array | null;
}

export function columnKeys({ n, day, ids, seq }: TransactionColumns): ColumnKeys {
  const isCounted = seq === undefined || ascending(seq);
  if (ids === undefined) {
    const ranks = isCounted ? null : (seq ?? null);
    return {
      repeated: seq === undefined || isCounted ? [] : repeatedRows(seq.map(mix), (row) => seq[row]),
      ordered: () => (ranks === null ? ascends(day) : isOrdered(day, ranks)),
      compare: (a, b) => (ranks === null ? a - b : ranks[a]! - ranks[b]!),
      seq: () => ranks,
    };
  }
  const read = new RowIds(n, (row) => idOf(ids[row]));
  for (let row = 0; row < n; row++) read.add(row, idOf(ids[row]));
  const compare = (a: number, b: number): number => (ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : 0);
  let ranks: Int32Array | null = null;
  return {
    repeated: read.repeated(),
    ordered: () => (read.ascending ? ascends(day) : isOrderedBy(day, compare)),
    compare,
    seq: () => {
      if (read.ascending) return null;
      return seq ?? (ranks ??= idRanks(ids.map((id) => idOf(id) ?? '')));
    },
  };
}

function idOf(id: unknown): string | undefined {
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** Whether every number is greater than the one before it. */
function ascending(values: Int32Array): boolean {
  for (let at = 1; at < values.length; at++) if (values[at]! <= values[at - 1]!) return false;
  return true;
}

function isOrderedBy(day: Int32Array, compare: (a: number, b: number) => number): boolean {
  for (let row = 1; row < day.length; row++) {
    const step = day[row]! - day[row - 1]!;
    if (step < 0 || (step === 0 && compare(row - 1, row) > 0)) return false;
  }
  return true;
}
