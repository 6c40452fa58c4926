import type { Collection, Split } from '../../schema/transaction.js';
import { CollectionParts, SplitParts } from './objectParts.js';
import type { RowFault } from './rowFault.js';
import type { TransactionCheck } from './transactionCheck.js';

/** The fields that most rows do not have: checked row by row, and kept where the row turns out sound. */
export class FurtherFields {
  readonly splits: SplitParts = new SplitParts();
  readonly collections: CollectionParts = new CollectionParts();
  /** Rows that name a row they take back. */
  readonly reversing: { readonly row: number; readonly name: string }[] = [];
  private readonly faults: RowFault[] = [];
  private rowSplits: readonly Split[] = [];
  private rowCollections: readonly Collection[] = [];
  private rowReverses: string | null = null;

  constructor(private readonly checks: TransactionCheck['further']) {}

  /** Begins a row. */
  begin(): void {
    this.rowSplits = [];
    this.rowCollections = [];
    this.rowReverses = null;
  }

  /** Reads a field and returns whether it is sound. */
  read(field: string, value: unknown): boolean {
    const check = this.checks.get(field);
    if (check === undefined) return false;
    check(value, this.faults);
    if (this.faults.length > 0) {
      this.faults.length = 0;
      return false;
    }
    if (field === 'splits') this.rowSplits = value as readonly Split[];
    else if (field === 'collections') this.rowCollections = value as readonly Collection[];
    else if (field === 'reverses') this.rowReverses = value as string;
    return true;
  }

  get hasSplits(): boolean {
    return this.rowSplits.length > 0;
  }

  /** Keeps what was read since {@link begin}. */
  keep(row: number): void {
    this.splits.add(row, this.rowSplits);
    this.collections.add(row, this.rowCollections);
    if (this.rowReverses !== null) this.reversing.push({ row, name: this.rowReverses });
  }
}
