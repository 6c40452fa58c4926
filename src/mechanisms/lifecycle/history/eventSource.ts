import type { PlainDate } from '../../../core/date.js';
import type { Instant } from '../../../core/instant.js';
import { eventFaults } from '../event/eventFaults.js';
import type { LifecycleEvent } from '../event/lifecycleEvent.js';
import type { Refusal } from '../event/refusal.js';

/** What all events have that can be folded. */
export interface TimedEvent {
  readonly at: PlainDate | Instant;
  readonly seq: number;
}

/** How the events of a domain are read: each becomes one of the engine at the moment that it is applied, not before. */
export interface EventSource<E extends TimedEvent> {
  /** Id of the entity, if the event is one at all. */
  readonly entityOf: (event: E) => string;
  /** Everything that keeps an event from being one, or `null`; `time` is that of its `at`. */
  readonly faults: (event: E, time: number) => readonly Refusal[] | null;
  /** What a faultless event says to the engine. */
  readonly translate: (event: E) => LifecycleEvent;
}

/** The engine's own events. */
export const lifecycleSource: EventSource<LifecycleEvent> = {
  entityOf: ({ entityId }) => entityId,
  faults: eventFaults,
  translate: (event) => event,
};
