import type { PlainDate } from '../../../core/date.js';
import type { Instant } from '../../../core/instant.js';
import type { LifecycleVisit } from '../event/lifecycleState.js';
import type { SlaClock } from '../sla/slaClock.js';

/** A level of an escalation and how long it may take there. */
export interface EscalationStep<L extends string = string> {
  readonly level: L;
  /** Whole number of units of the clock; `null` has no end, as in the last step. */
  readonly within: number | null;
}

/** Levels that a case climbs while nobody settles it. */
export interface EscalationPolicy<L extends string = string> {
  /** From the lowest level to the highest. */
  readonly steps: readonly EscalationStep<L>[];
  readonly clock: SlaClock;
  /** Where a case begins by its severity. Default: the first level. */
  readonly startBySeverity?: Readonly<Record<string, NoInfer<L>>>;
}

/** What happened to a case. Events of one time count by `seq`, default 0. */
export type EscalationEvent =
  | {
      /** `failed`: the level could not settle it. `resolved` and `withdrawn` end the case. */
      readonly type: 'failed' | 'resolved' | 'withdrawn';
      readonly at: EscalationCase['openedAt'];
      readonly seq?: number;
    }
  | {
      readonly type: 'severity';
      readonly severity: string;
      readonly at: EscalationCase['openedAt'];
      readonly seq?: number;
    };

/** What is known of a case. */
export interface EscalationCase {
  readonly openedAt: PlainDate | Instant;
  /** A key of `startBySeverity`, when the policy has it. */
  readonly severity?: string;
  /** In any order; the same event twice counts once. */
  readonly events?: readonly EscalationEvent[];
  /** Stays in states, for the pauses of the clock. */
  readonly visits?: readonly LifecycleVisit[];
}
