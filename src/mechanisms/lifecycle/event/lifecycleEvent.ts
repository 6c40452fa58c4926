import type { PlainDate } from '../../../core/date.js';
import type { Instant } from '../../../core/instant.js';

/** Values of an entity by field, JSON-safe. A field is missing when it is absent or `null`. */
export type Fields = Readonly<Record<string, unknown>>;

/** When, to which entity and by whom. Events are ordered by `at`, then by `seq`. */
interface EventBase {
  readonly id?: string;
  readonly entityId: string;
  /** A date or an instant, the same kind through a whole history. */
  readonly at: PlainDate | Instant;
  /** A whole number that orders the events of one time. */
  readonly seq: number;
  readonly by?: string;
  /** Roles of whoever acts. */
  readonly roles?: readonly string[];
}

/** The entity comes into being. */
export interface CreateEvent<S extends string = string> extends EventBase {
  readonly type: 'create';
  /** Default: the first initial state. */
  readonly state?: S;
  readonly set?: Fields;
}

/** The entity changes its state, by the target, by the name of what happened, or by both. */
export interface TransitionEvent<S extends string = string, E extends string = string> extends EventBase {
  readonly type: 'transition';
  readonly to?: S;
  readonly on?: E;
  readonly reason?: string;
  readonly set?: Fields;
}

/** Fields of the entity change. */
export interface SetEvent extends EventBase {
  readonly type: 'set';
  readonly set: Fields;
}

/** An entity that was over is taken up again. */
export interface ReopenEvent<S extends string = string> extends EventBase {
  readonly type: 'reopen';
  /** Default: the open state held last. */
  readonly to?: S;
  readonly reason?: string;
}

/** What happened to an entity. */
export type LifecycleEvent<S extends string = string, E extends string = string> =
  CreateEvent<S> | TransitionEvent<S, E> | SetEvent | ReopenEvent<S>;
