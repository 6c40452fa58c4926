import type { PlainDate } from '../../../core/date.js';
import type { Instant } from '../../../core/instant.js';
import { eventFaults } from '../event/eventFaults.js';
import { assign } from '../event/assign.js';
import type { LifecycleEvent } from '../event/lifecycleEvent.js';
import type { Refusal } from '../event/refusal.js';

/** What all events have that can be folded. */
export interface TimedEvent {
  readonly at: PlainDate | Instant;
  readonly seq: number;
}

/**
 * How the events of a domain are read. Most only say where an entity moves to or what its fields become: those are applied
 * as they stand. The others become events of the engine at the moment that they are applied, not before.
 */
export interface EventSource<E extends TimedEvent> {
  /** Id of the entity, where the event has one. */
  readonly entityOf: (event: E) => string;
  /**
   * Everything that keeps an event from being one, or `null`. The values that every event has are read once and come along:
   * its entity, its `seq` if that is a number and its time, NaN where they are none.
   */
  readonly faults: (event: E, entityId: unknown, seq: number, time: number) => readonly Refusal[] | null;
  /**
   * The state to which a faultless event moves its entity where it says nothing else, `null` where it only sets fields, and
   * `undefined` where it has to be translated.
   */
  readonly gist: (event: E) => string | null | undefined;
  /** Sets the fields that an event sets which does nothing else. */
  readonly assign: (fields: Record<string, unknown>, event: E) => void;
  /** What a faultless event says to the engine. */
  readonly translate: (event: E) => LifecycleEvent;
}

/** The engine's own events. */
export const lifecycleSource: EventSource<LifecycleEvent> = {
  entityOf: ({ entityId }) => entityId,
  faults: eventFaults,
  gist: (event) => {
    if (event.type === 'set') return null;
    if (event.type !== 'transition' || event.set !== undefined || event.on !== undefined) return undefined;
    return event.reason === undefined && event.roles === undefined ? event.to : undefined;
  },
  assign: (fields, event) => {
    if (event.type === 'set') assign(fields, event.set);
  },
  translate: (event) => event,
};
