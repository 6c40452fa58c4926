import type { FixedColumn } from '../../../core/fixed/column.js';
import type { RowCollections, RowSplits } from '../rows.js';
import type { DecimalColumn, TransactionColumns } from '../transactionColumns.js';

/** Splits as they were given; payout shares that equal the shares by value are none. */
export function columnSplits(splits: TransactionColumns['splits']): RowSplits | null {
  if (splits === undefined || splits.payee.length === 0) return null;
  const { offset, payee, kind, share, payoutShare, dealRole } = splits;
  return {
    offset,
    payee,
    kind,
    share,
    payoutShare: payoutShare === undefined || equalColumns(share, payoutShare) ? null : payoutShare,
    dealRole: (split) => dealRole?.dictionary[dealRole.codes[split]!],
  };
}

/** Collections with those of each row by date: as they were given where they are. */
export function columnCollections(collections: TransactionColumns['collections'], n: number): RowCollections | null {
  if (collections === undefined || collections.day.length === 0) return null;
  const { offset, day, amount, kind, id: ids } = collections;
  const idOf = (collection: number): string | undefined => ids?.dictionary[ids.codes[collection]!];
  if (ascendsWithin(offset, day)) return { offset, day, amount, kind, id: idOf, written: (part) => part };
  const order: number[] = [];
  for (let row = 0; row < n; row++) {
    const parts: number[] = [];
    for (let part = offset[row]!; part < offset[row + 1]!; part++) parts.push(part);
    order.push(...parts.sort((a, b) => day[a]! - day[b]!));
  }
  const values: FixedColumn['values'] =
    amount.values instanceof Float64Array
      ? Float64Array.from(order, (part) => (amount.values as Float64Array)[part]!)
      : BigInt64Array.from(order, (part) => (amount.values as BigInt64Array)[part]!);
  return {
    offset,
    day: Int32Array.from(order, (part) => day[part]!),
    amount: { values, scale: amount.scale },
    kind: Uint8Array.from(order, (part) => kind[part]!),
    id: (part) => idOf(order[part]!),
    written: (part) => order[part]!,
  };
}

function ascendsWithin(offset: Int32Array, day: Int32Array): boolean {
  let row = 0;
  for (let part = 1; part < day.length; part++) {
    while (offset[row + 1]! <= part) row++;
    if (part > offset[row]! && day[part]! < day[part - 1]!) return false;
  }
  return true;
}

function equalColumns(a: DecimalColumn, b: DecimalColumn): boolean {
  const scale = Math.max(a.scale, b.scale);
  const [left, right] = [a, b].map((column) => 10n ** BigInt(scale - column.scale)) as [bigint, bigint];
  for (let at = 0; at < a.values.length; at++) {
    if (a.scale === b.scale && a.values[at] === b.values[at]) continue;
    if (integer(a.values[at]!) * left !== integer(b.values[at]!) * right) return false;
  }
  return true;
}

/** Wrong cells are rejected elsewhere and count as nothing here. */
function integer(value: number | bigint): bigint {
  return typeof value === 'bigint' || Number.isSafeInteger(value) ? BigInt(value) : 0n;
}
