import type { FixedColumn } from '../../../core/fixed/column.js';
import type { DecimalString } from '../../../core/decimal.js';
import { compareText } from '../../../core/compareText.js';
import { parseDay } from '../../../core/parseDay.js';
import type { Collection, Split } from '../../schema/transaction.js';
import { collectionKinds, type RowCollections, type RowSplits, splitKinds } from '../rows.js';
import { DecimalCells, withoutZeros } from './decimalCells.js';
import type { PayeeLookup } from './transactionCheck.js';

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

  finish(n: number, payees: PayeeLookup): RowSplits | null {
    const { splits } = this;
    const count = splits.length;
    if (count === 0) return null;
    const payee = new Int32Array(count);
    const kind = new Uint8Array(count);
    const shares: string[] = [];
    const payoutShares: string[] = [];
    let paysOther = false;
    for (let at = 0; at < count; at++) {
      const { payeeId, kind: word, share, payoutShare = share } = splits[at]!;
      payee[at] = payees.get(payeeId)!;
      kind[at] = splitKinds.indexOf(word);
      shares.push(share);
      payoutShares.push(payoutShare);
      if (payoutShare !== share && withoutZeros(payoutShare) !== withoutZeros(share)) paysOther = true;
    }
    return {
      offset: offsets(this.rows, n),
      payee,
      kind,
      share: decimalColumn(shares),
      payoutShare: paysOther ? decimalColumn(payoutShares) : null,
      dealRole: (split) => splits[split]!.dealRole,
    };
  }
}

/** Collections of rows, as they are read. */
export class CollectionParts {
  private readonly rows: number[] = [];
  private readonly collections: Collection[] = [];
  private readonly written: number[] = [];

  add(row: number, collections: readonly Collection[]): void {
    const first = this.collections.length;
    const order = collections.map((_, index) => index);
    if (order.length > 1) order.sort((a, b) => compareText(collections[a]!.date, collections[b]!.date) || a - b);
    for (const index of order) {
      this.rows.push(row);
      this.collections.push(collections[index]!);
      this.written.push(first + index);
    }
  }

  finish(n: number): RowCollections | null {
    const { collections, written } = this;
    const count = collections.length;
    if (count === 0) return null;
    const day = new Int32Array(count);
    const kind = new Uint8Array(count);
    const amounts: string[] = [];
    for (let at = 0; at < count; at++) {
      const { date, amount, kind: word } = collections[at]!;
      day[at] = parseDay(date);
      kind[at] = collectionKinds.indexOf(word);
      amounts.push(amount);
    }
    return {
      offset: offsets(this.rows, n),
      day,
      amount: decimalColumn(amounts),
      kind,
      id: (collection) => collections[collection]!.id,
      written: (collection) => written[collection]!,
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
  for (let at = 0; at < texts.length; at++) cells.set(at, texts[at]!);
  return cells.finish((at) => texts[at]!);
}
