import type { DecimalColumn, DictionaryColumn } from '../../core/columns.js';

/** An order log by column: row `i` is cell `i` of each. The typed arrays are read where they are. */
export interface OrderColumns {
  readonly customer: DictionaryColumn;
  /** Day numbers, as `dayNumber` gives them. */
  readonly day: Int32Array;
  readonly amount: DecimalColumn;
  /** The order that a row belongs to; needed where distinct orders are counted. */
  readonly id?: DictionaryColumn;
  readonly profit?: DecimalColumn;
}
