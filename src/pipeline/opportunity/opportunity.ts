import type { PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';
import type { Instant } from '../../core/instant.js';
import type { Money } from '../../core/money.js';
import type { Fields } from '../../mechanisms/lifecycle/event/lifecycleEvent.js';
import type { LifecycleState, LifecycleVisit } from '../../mechanisms/lifecycle/event/lifecycleState.js';
import type { ForecastCategory } from '../definition/forecastCategory.js';

/** A deal: where it stands, what it is worth, and the way it came. */
export interface Opportunity<S extends string = string> {
  readonly id: string;
  readonly pipelineId: string;
  readonly pipelineVersion: number;
  readonly stage: S;
  readonly amount: Money | null;
  /** Day on which it is expected to close; of a closed deal mostly the day on which it did. */
  readonly closeDate: PlainDate | null;
  readonly ownerId: string | null;
  readonly teamId: string | null;
  /** `closed` of a won deal, `omitted` of one that ended otherwise; of an open one somebody's judgement, else that of its stage. */
  readonly category: ForecastCategory;
  readonly categoryOverridden: boolean;
  /** `1` of a won deal, `0` of one that ended otherwise; of an open one somebody's judgement, else that of its stage. */
  readonly probability: DecimalString;
  readonly probabilityOverridden: boolean;
  readonly createdAt: PlainDate | Instant;
  readonly closedAt: PlainDate | Instant | null;
  /** `null` while the deal is open; `ended` where it closed without a judgement. */
  readonly outcome: 'won' | 'lost' | 'ended' | null;
  readonly reason: string | null;
  readonly reopenCount: number;
  /** How often the close date moved to a later month. */
  readonly pushCount: number;
  readonly amountChanges: number;
  readonly closeDateChanges: number;
  readonly lastAt: PlainDate | Instant;
  readonly lastSeq: number;
  readonly visits: readonly LifecycleVisit<S>[];
  /** Every closing there was, oldest first. */
  readonly outcomes: LifecycleState<S>['outcomes'];
  readonly lastOpenStage: S | null;
  /** Fields of an application's own. */
  readonly fields: Fields;
  readonly deletedAt: PlainDate | Instant | null;
}

/** Deals as they were known at the end of a day or at an instant. */
export interface Snapshot<S extends string = string> {
  readonly asOf: PlainDate | Instant;
  /** By id, closed and deleted ones included. */
  readonly deals: readonly Opportunity<S>[];
}

/** Whether a deal counts as under way. */
export function isOpen({ outcome, deletedAt }: Pick<Opportunity, 'outcome' | 'deletedAt'>): boolean {
  return outcome === null && deletedAt === null;
}
