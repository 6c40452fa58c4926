import type { FixedColumn } from '../../core/fixed/column.js';

/** What became of a row. Every row of the input ends in exactly one of them. */
export const rowState = { accepted: 0, rejected: 1, duplicate: 2, outside: 3 } as const;

/**
 * The rows of a run by column, checked: what objects and typed arrays are both read into.
 * Row `i` is the `i`-th row of the input, so that no result needs a translation.
 *
 * The cells of a row whose state is not `accepted` mean nothing, save that its payee is −1 and its amount 0:
 * a loop over these columns needs no look at the state.
 */
export interface Rows {
  readonly n: number;
  /** {@link rowState} of each row, or `null` when every row is accepted. */
  readonly state: Uint8Array | null;
  /** Booking day, as a day number. */
  readonly day: Int32Array;
  /** Signed, in the row's currency. */
  readonly amount: FixedColumn;
  /** An accepted amount as a decimal without trailing zeros. */
  amountText(row: number): string;
  /** Sum of the magnitudes of all amounts, which bounds every running total of rows: what `sumAbs` gives, NaN for bigints. */
  readonly amountBound: number;
  /** Currency codes and which of them a row is in; `index` is `null` when all rows are in `codes[0]`. */
  readonly currency: { readonly codes: readonly string[]; readonly index: Uint8Array | Int32Array | null };
  /** Index into the payees, −1 for a row with splits. */
  readonly payee: Int32Array;
  /**
   * Rank of the row's id in UTF-16 order, or `null` when ids ascend with the rows (or rows have none).
   * Ranking costs more than reading: it is done when the ranks are first asked for.
   */
  readonly seq: Int32Array | null;
  /** Whether the accepted rows stand in canonical order, by booking day, then by id. Looked at when it is asked for. */
  readonly ordered: boolean;
  readonly splits: RowSplits | null;
  /** The row that a row reverses, −1 for none. */
  readonly reverses: Int32Array | null;
  readonly collections: RowCollections | null;
  /** The id of a row; rows without ids are named by their position. */
  id(row: number): string;
  /**
   * A reader of one further field: `cost`, `units`, `mrr`, `termMonths`, `reason`, `measures.x`, `attributes.x`, `dates.x`.
   * The value is as the entity has it (decimal string, text, boolean, plain date) or `undefined`.
   */
  field(name: string): (row: number) => unknown;
}

/** Kinds of split; a column holds the position in this list. */
export const splitKinds = ['revenue', 'overlay'] as const;

/** Kinds of collection; a column holds the position in this list. */
export const collectionKinds = ['payment', 'refund', 'creditMemo'] as const;

/** Splits of row `i` stand at `offset[i] … offset[i + 1] − 1`. */
export interface RowSplits {
  readonly offset: Int32Array;
  readonly payee: Int32Array;
  /** Position in {@link splitKinds}. */
  readonly kind: Uint8Array;
  readonly share: FixedColumn;
  /** `null` where every payout share is the share. */
  readonly payoutShare: FixedColumn | null;
  dealRole(split: number): string | undefined;
}

/** Collections of row `i` stand at `offset[i] … offset[i + 1] − 1`, by date, then as written. */
export interface RowCollections {
  readonly offset: Int32Array;
  readonly day: Int32Array;
  readonly amount: FixedColumn;
  /** Position in {@link collectionKinds}. */
  readonly kind: Uint8Array;
  id(collection: number): string | undefined;
  /** Its position as written, among all collections of all rows. */
  written(collection: number): number;
}
