import type { PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';

/** What was known of a market on a day; plans that rest on it name its id. */
export interface MarketSnapshot {
  readonly id: string;
  readonly on: PlainDate;
  readonly segment: string;
  /** An amount or a number of units a year. */
  readonly size: DecimalString;
  /** A year's growth as a fraction. */
  readonly growth: DecimalString;
  /** A fraction of the size. */
  readonly ownShare: DecimalString;
  /** Fractions by rival. */
  readonly rivalShares: Readonly<Record<string, DecimalString>>;
  readonly positioning: string;
  /** Where the figures are from. */
  readonly source: string;
}
