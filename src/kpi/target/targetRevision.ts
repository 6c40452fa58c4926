import type { DecimalString } from '../../core/decimal.js';
import type { PlainDate } from '../../core/date.js';

/** How one target moved. */
export interface TargetChange {
  readonly node: string;
  readonly from: DecimalString;
  readonly to: DecimalString;
}

/** A change of targets that can be replayed: who changed what, when and why. */
export interface TargetRevision {
  /** Of the tree after it. */
  readonly version: number;
  /** Of the tree before it. */
  readonly previous: number;
  /** Day of effect. */
  readonly on: PlainDate;
  readonly by: string;
  /** Why; it may name the evidence, such as the id of a market snapshot. */
  readonly reason: string;
  /** By node. */
  readonly changes: readonly TargetChange[];
}
