import type { DecimalColumn, DictionaryColumn } from '../../core/columns.js';

/** The ways of deals by column: the visits of all of them, one deal after the other. Deleted deals are not among them. */
export interface FunnelColumns {
  /** Where the visits of each deal begin, from 0 on, and behind the last deal their number: one entry more than deals. */
  readonly starts: Int32Array;
  /** Stage of each visit, those of a deal in the order of time. */
  readonly visits: DictionaryColumn;
  /** How each deal closed; −1 = it is open. */
  readonly outcome: DictionaryColumn<'won' | 'lost' | 'ended'>;
  /** What each deal is worth. */
  readonly amount?: DecimalColumn;
  /** Currency of each amount; needed with `amount`. −1 = the deal has no amount. */
  readonly currency?: DictionaryColumn;
  /** Day numbers, as `dayNumber` gives them, for the cohort `created`. */
  readonly created?: Int32Array;
  /** The same for the cohort `closed`; of open deals they are not read. */
  readonly closed?: Int32Array;
  /** Value of the field that the option `by` names; −1 = the deal has none. */
  readonly group?: DictionaryColumn;
}
