import type { PlainDate } from '../../core/date.js';
import type { Instant } from '../../core/instant.js';
import type { Refusal } from '../../mechanisms/lifecycle/event/refusal.js';
import type { Opportunity } from './opportunity.js';
import type { OpportunityEvent } from './opportunityEvent.js';

export const OVERRIDES = ['untilStageChange', 'sticky'] as const;
export const CLOSE_DATES = ['setToEventDate', 'keep'] as const;

/** How events are read. */
export interface OpportunityPolicy<S extends string = string> {
  /**
   * `strict` (default) skips a refused event and goes on. `record` is for logs of another system: the event takes effect
   * where there is a stage that it leads to, and what speaks against it is kept as a violation.
   */
  readonly enforce?: 'strict' | 'record';
  /** Whether a judgement of category or probability ends with the next change of stage. Default `untilStageChange`. */
  readonly overrides?: (typeof OVERRIDES)[number];
  /** Whether closing a deal sets its close date; that is no change that counts. Default `setToEventDate`. */
  readonly closeDateOnClose?: (typeof CLOSE_DATES)[number];
  /** Where a day begins for a history of instants, `+08:00` or `Z` (default). */
  readonly offset?: string;
  /** Deals that earlier events were folded into. */
  readonly start?: readonly Opportunity<S>[];
}

/** An event without effect, and all that speaks against it. */
export interface RejectedDealEvent<S extends string = string> {
  readonly event: OpportunityEvent<S>;
  readonly reasons: readonly Refusal[];
}

/** An event that took effect although it should have been refused. */
export interface DealViolation {
  readonly dealId: string;
  readonly at: PlainDate | Instant;
  readonly seq: number;
  readonly reasons: readonly Refusal[];
}

/** What events make of their deals; every list is sorted by deal, then by time and `seq`. */
export interface OpportunityHistory<S extends string = string> {
  readonly deals: readonly Opportunity<S>[];
  readonly rejected: readonly RejectedDealEvent<S>[];
  /** Events that were there more than once; each counts once. */
  readonly duplicates: number;
  readonly violations: readonly DealViolation[];
}
