import type { PlainDate } from '../../../core/date.js';
import type { Instant } from '../../../core/instant.js';
import type { LifecycleEvent } from '../event/lifecycleEvent.js';
import type { LifecycleState } from '../event/lifecycleState.js';
import type { Refusal } from '../event/refusal.js';

export const ENFORCEMENTS = ['strict', 'record'] as const;

/** How events are folded into states. */
export interface FoldOptions<S extends string = string> {
  /**
   * `strict` (default) skips a refused event and goes on. `record` is for logs of another system: the event takes effect
   * where there is a state that it leads to, and what speaks against it is kept as a violation.
   */
  readonly enforce?: (typeof ENFORCEMENTS)[number];
  /** States that earlier events were folded into; each entity stands in it once. Events have to come after them. */
  readonly start?: readonly LifecycleState<S>[];
}

/** An event without effect, and all that speaks against it. */
export interface RejectedEvent<S extends string = string, E extends string = string> {
  readonly event: LifecycleEvent<S, E>;
  readonly reasons: readonly Refusal[];
}

/** An event that took effect although it should have been refused. */
export interface Violation {
  readonly entityId: string;
  readonly at: PlainDate | Instant;
  readonly seq: number;
  readonly reasons: readonly Refusal[];
}

/** What events make of their entities; every list is sorted by entity, then by time and `seq`. */
export interface LifecycleHistory<S extends string = string, E extends string = string> {
  /** One an entity. */
  readonly states: readonly LifecycleState<S>[];
  readonly rejected: readonly RejectedEvent<S, E>[];
  /** Events that say what an earlier one of the same time and `seq` says. */
  readonly duplicates: number;
  /** Empty in `strict` mode. */
  readonly violations: readonly Violation[];
}
