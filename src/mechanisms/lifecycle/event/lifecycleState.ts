import type { PlainDate } from '../../../core/date.js';
import type { Instant } from '../../../core/instant.js';
import type { StateKind } from '../definition/lifecycleDefinition.js';
import type { Fields } from './lifecycleEvent.js';

/** A stay in a state: from `enteredAt` on, up to `leftAt`, which is `null` while it lasts. */
export interface LifecycleVisit<S extends string = string> {
  readonly state: S;
  readonly enteredAt: PlainDate | Instant;
  readonly leftAt: PlainDate | Instant | null;
}

/** How an entity ended, and why. */
export interface LifecycleOutcome {
  readonly kind: Exclude<StateKind, 'open'>;
  readonly at: PlainDate | Instant;
  readonly reason: string | null;
}

/** Where an entity stands, and the way it came. */
export interface LifecycleState<S extends string = string> {
  readonly definitionId: string;
  readonly definitionVersion: number;
  readonly entityId: string;
  readonly state: S;
  readonly fields: Fields;
  readonly createdAt: PlainDate | Instant;
  readonly enteredAt: PlainDate | Instant;
  /** In the order of time, the present one last; stays of no length are kept. */
  readonly visits: readonly LifecycleVisit<S>[];
  /** `null` while the entity is open. An `ended` state entered from a terminal one leaves it as it was. */
  readonly outcome: LifecycleOutcome | null;
  /** Every closing there was, oldest first; the one that holds is the last. */
  readonly outcomes: readonly (LifecycleOutcome & { readonly state: S })[];
  /** How often the entity went from a terminal state back to an open one. */
  readonly reopenCount: number;
  /** The open state held last: the present one while the entity is open. */
  readonly lastOpenState: S | null;
  readonly lastSeq: number;
  readonly lastAt: PlainDate | Instant;
}
