import type { Decimal } from '../../core/decimal.js';
import type { Gate } from '../modifier/gate.js';
import type { Collection } from '../schema.js';

/** Money that came in or went back on a transaction, or a claim on it that was given up. */
export interface CollectedAmount {
  readonly id?: string;
  readonly day: number;
  readonly amount: Decimal;
  readonly kind: Collection['kind'];
}

/** What the release of one earning depends on. */
export interface ReleaseFacts {
  /** Credit date. */
  readonly date: number;
  /** Amount of the transaction; `null` where there is nothing to wait for. */
  readonly owed: Decimal | null;
  /** By day. */
  readonly collections: readonly CollectedAmount[];
  /** Day of the first event of a type that concerns the earning. */
  eventDay(type: string): number | null;
  /** A named date of the transaction. */
  namedDay(name: string): number | null;
  /** Last days of the spans for which conditions can be decided, ascending. */
  readonly spanEnds: readonly number[];
  /** Whether a condition is known to hold in the span of a day. */
  holds(when: Gate, day: number): boolean;
}

/** What releases, holds or takes money. */
export interface ReleaseCause {
  /** `booking`, `collection`, `date`, `condition`, `event`, `expiry` or `reversal`. */
  readonly kind: string;
  /** The collection, date, type of event or reversing transaction. */
  readonly id?: string;
}

/** A part of a whole that need not have an end as a decimal. */
export interface ReleasedPart {
  readonly part: Decimal;
  readonly of: Decimal;
}

/** A day on which the released part may change. */
export interface ReleaseChange {
  readonly day: number;
  readonly cause: ReleaseCause;
}

/** The end of waiting. */
export interface Loss extends ReleaseChange {
  /** Whether the part that was released in time is of what is owed then, less what is reversed of it later. */
  readonly isInProportion: boolean;
}

/** A release with every policy resolved. */
export interface CompiledRelease {
  readonly kind: 'immediate' | 'onCollection' | 'schedule' | 'holdback' | 'hold';
  /** Days on which the released part may change, in any order. */
  changes(facts: ReleaseFacts): readonly ReleaseChange[];
  /**
   * The part that is released at the end of a day.
   *
   * @param reversed how much of what is owed other rows have reversed until then
   */
  part(facts: ReleaseFacts, day: number, reversed: Decimal): ReleasedPart;
  /** The day at whose end everything that is not released is lost. */
  lost(facts: ReleaseFacts): Loss | null;
}
