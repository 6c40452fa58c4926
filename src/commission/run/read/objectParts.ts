import type { FixedColumn } from '../../../core/fixed/column.js';
import type { DecimalString } from '../../../core/decimal.js';
import { parseDay } from '../../../core/parseDay.js';
import type { Collection, Split } from '../../schema/transaction.js';
import { collectionKinds, type RowCollections, type RowSplits, splitKinds } from '../rows.js';
import { DecimalCells, withoutZeros } from './decimalCells.js';

/** Splits of rows, as they are read. */
export class SplitParts {
  private readonly rows: number[] = [];
  private readonly splits: Split[] = [];

  add(row: number, splits: readonly Split[]): void {
    for (const split of splits) {
      this.rows.push(row);
      this.splits.push(split);
    }
  }

  finish(n: number, payees: ReadonlyMap<string, number>): RowSplits | null {
    const { splits } = this;
    if (splits.length === 0) return null;
    const paysOther = splits.some(
      ({ share, payoutShare = share }) => payoutShare !== share && withoutZeros(payoutShare) !== withoutZeros(share),
    );
    return {
      offset: offsets(this.rows, n),
      payee: Int32Array.from(splits, ({ payeeId }) => payees.get(payeeId)!),
      kind: Uint8Array.from(splits, ({ kind }) => splitKinds.indexOf(kind)),
      share: decimalColumn(splits.map(({ share }) => share)),
      payoutShare: paysOther ? decimalColumn(splits.map(({ share, payoutShare = share }) => payoutShare)) : null,
      dealRole: (split) => splits[split]!.dealRole,
    };
  }
}

/** Collections of rows, as they are read. */
export class CollectionParts {
  private readonly rows: number[] = [];
  private readonly collections: Collection[] = [];

  add(row: number, collections: readonly Collection[]): void {
    const ordered = [...collections].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    for (const collection of ordered) {
      this.rows.push(row);
      this.collections.push(collection);
    }
  }

  finish(n: number): RowCollections | null {
    const { collections } = this;
    if (collections.length === 0) return null;
    return {
      offset: offsets(this.rows, n),
      day: Int32Array.from(collections, ({ date }) => parseDay(date)),
      amount: decimalColumn(collections.map(({ amount }) => amount)),
      kind: Uint8Array.from(collections, ({ kind }) => collectionKinds.indexOf(kind)),
    };
  }
}

/** Where the parts of each row begin, from the row of each part in ascending order. */
function offsets(rows: readonly number[], n: number): Int32Array {
  const offset = new Int32Array(n + 1);
  for (const row of rows) offset[row + 1] = offset[row + 1]! + 1;
  for (let row = 0; row < n; row++) offset[row + 1] = offset[row + 1]! + offset[row]!;
  return offset;
}

function decimalColumn(texts: readonly DecimalString[]): FixedColumn {
  const cells = new DecimalCells(texts.length, 0);
  texts.forEach((text, at) => cells.set(at, text));
  return cells.finish((at) => texts[at]!);
}
