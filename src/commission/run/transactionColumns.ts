import type { DecimalColumn, DictionaryColumn } from '../../core/columns.js';

export type { DecimalColumn, DictionaryColumn };

/** The day in a column of named dates that stands for none: −2147483648. */
export const ABSENT_DAY = -2147483648;

/**
 * Transactions by column, for rows that are columns already: the typed arrays are read where they are, not copied.
 * Row `i` is cell `i` of every column. Days are day numbers, as `dayNumber` gives them.
 */
export interface TransactionColumns {
  /** Number of rows. */
  readonly n: number;
  /** Index into the payees of the run, −1 for a row with splits. */
  readonly payee: Int32Array;
  /** Booking day. */
  readonly day: Int32Array;
  /** Signed amounts as integers of 10⁻ˢᶜᵃˡᵉ units, each within ±(2⁵³ − 1) in a `Float64Array`. */
  readonly amount: Float64Array | BigInt64Array;
  /** Decimals of the amounts' unit, 0 to 1000. */
  readonly scale: number;
  /** Currency codes and which of them each row is in; without `index` all rows are in the first. Default: that of the plans. */
  readonly currency?: { readonly codes: readonly string[]; readonly index?: Uint8Array };
  /** Without ids (and without `seq`) rows are taken as distinct, and rows of a day in row order. */
  readonly ids?: readonly string[];
  /** Rank of each row's id in UTF-16 order, equal for equal ids. Only its order counts. */
  readonly seq?: Int32Array;
  /** In the row's currency. */
  readonly cost?: DecimalColumn;
  readonly units?: DecimalColumn;
  /** Monthly recurring revenue, in the row's currency. */
  readonly mrr?: DecimalColumn;
  readonly termMonths?: DecimalColumn;
  /** Further quantities by name. */
  readonly measures?: Readonly<Record<string, DecimalColumn>>;
  readonly attributes?: Readonly<Record<string, DictionaryColumn<string | boolean>>>;
  /** Named dates as day numbers, {@link ABSENT_DAY} where a row has none. */
  readonly dates?: Readonly<Record<string, Int32Array>>;
  /** Row that each row takes back, −1 for none. */
  readonly reverses?: Int32Array;
  readonly reason?: DictionaryColumn;
  /** Splits of row `i` stand at `offset[i] … offset[i + 1] − 1`. */
  readonly splits?: {
    /** n + 1 integers from 0 on. */
    readonly offset: Int32Array;
    readonly payee: Int32Array;
    /** 0 revenue, 1 overlay. */
    readonly kind: Uint8Array;
    readonly share: DecimalColumn;
    /** Without it every payout share is the share. */
    readonly payoutShare?: DecimalColumn;
    readonly dealRole?: DictionaryColumn;
  };
  /** Collections of row `i` stand at `offset[i] … offset[i + 1] − 1`. */
  readonly collections?: {
    /** n + 1 integers from 0 on. */
    readonly offset: Int32Array;
    readonly day: Int32Array;
    /** Not negative, in the row's currency. */
    readonly amount: DecimalColumn;
    /** 0 payment, 1 refund, 2 credit memo. */
    readonly kind: Uint8Array;
    /** What releases name as their cause. */
    readonly id?: DictionaryColumn;
  };
}
