import type { PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';
import type { Instant } from '../../core/instant.js';
import type { Money } from '../../core/money.js';
import type { Fields } from '../../mechanisms/lifecycle/event/lifecycleEvent.js';
import type { ForecastCategory } from '../definition/forecastCategory.js';

/** When, to which deal and by whom. Events are ordered by `at`, then by `seq`. */
interface EventBase {
  readonly id?: string;
  readonly dealId: string;
  /** A date or an instant, the same kind through a whole history. */
  readonly at: PlainDate | Instant;
  /** A whole number that orders the events of one time. */
  readonly seq: number;
  readonly by?: string;
  /** Roles of whoever acts. */
  readonly roles?: readonly string[];
}

/** A deal comes into being. */
export interface CreatedEvent<S extends string = string> extends EventBase {
  readonly type: 'created';
  /** Default: the first initial stage. */
  readonly stage?: S;
  readonly amount?: Money | null;
  /** Day on which the deal is expected to close. */
  readonly closeDate?: PlainDate | null;
  readonly ownerId?: string | null;
  readonly teamId?: string | null;
  readonly set?: Fields;
}

/** A deal moves to a stage, a closing one included. */
export interface StageChangedEvent<S extends string = string> extends EventBase {
  readonly type: 'stageChanged';
  readonly to: S;
  readonly reason?: string;
  readonly set?: Fields;
}

/** A deal is worth something else. */
export interface AmountChangedEvent extends EventBase {
  readonly type: 'amountChanged';
  readonly amount: Money | null;
}

/** A deal is expected to close on another day. */
export interface CloseDateChangedEvent extends EventBase {
  readonly type: 'closeDateChanged';
  readonly closeDate: PlainDate | null;
}

/** Somebody judges a deal; `null` goes back to the category of its stage. */
export interface CategoryChangedEvent extends EventBase {
  readonly type: 'categoryChanged';
  readonly category: ForecastCategory | null;
}

/** Somebody judges the chance of a deal; `null` goes back to that of its stage. */
export interface ProbabilityChangedEvent extends EventBase {
  readonly type: 'probabilityChanged';
  readonly probability: DecimalString | null;
}

/** A deal gets another owner. Without `teamId` the team stays. */
export interface OwnerChangedEvent extends EventBase {
  readonly type: 'ownerChanged';
  readonly ownerId: string | null;
  readonly teamId?: string | null;
}

/** Fields of an application's own change. */
export interface FieldSetEvent extends EventBase {
  readonly type: 'fieldSet';
  readonly set: Fields;
}

/** A closed deal is taken up again. */
export interface ReopenedEvent<S extends string = string> extends EventBase {
  readonly type: 'reopened';
  /** Default: the open stage held last. */
  readonly to?: S;
  readonly reason?: string;
}

/** A deal is taken out of all figures. */
export interface DeletedEvent extends EventBase {
  readonly type: 'deleted';
}

/** What happened to a deal. */
export type OpportunityEvent<S extends string = string> =
  | CreatedEvent<S>
  | StageChangedEvent<S>
  | AmountChangedEvent
  | CloseDateChangedEvent
  | CategoryChangedEvent
  | ProbabilityChangedEvent
  | OwnerChangedEvent
  | FieldSetEvent
  | ReopenedEvent<S>
  | DeletedEvent;
