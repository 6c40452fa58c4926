import { compareText } from '../../../core/compareText.js';
import { hash32 } from '../../../core/hash.js';
import { oneOf } from '../../../core/oneOf.js';
import { checkPartitions, type Partition, partitions, type Summary, wholeBatch } from '../../../core/summary.js';
import type { LifecycleEvent } from '../event/lifecycleEvent.js';
import type { LifecycleState } from '../event/lifecycleState.js';
import { parsedTime } from '../time.js';
import { type EventOrder, eventOrder } from './eventOrder.js';
import { type EventSource, lifecycleSource, type TimedEvent } from './eventSource.js';
import { ENFORCEMENTS, type FoldOptions, type LifecycleHistory } from './lifecycleHistory.js';
import { sortedRejections } from './sortedRejections.js';

/** Some of the entities of a log with all their events, in plain JSON. */
export interface FoldPartition<S extends string = string, E extends string = string> extends Partition {
  readonly events: readonly LifecycleEvent<S, E>[];
  readonly start: readonly LifecycleState<S>[];
  readonly enforce: (typeof ENFORCEMENTS)[number];
}

/** A log and what it goes on from, read for its division. */
export interface DividedLog<E extends TimedEvent, D> {
  readonly events: readonly E[];
  readonly source: EventSource<E>;
  /** Entities that earlier events were folded into. */
  readonly start: readonly D[];
  readonly idOf: (entity: D) => string;
  readonly order: EventOrder<E>;
  /** Last millisecond known. */
  readonly until: number;
}

/**
 * Divides a log by entity. An event that says no time or entity that could be read goes into the first partition.
 *
 * @param count how many partitions, `null` for one an entity
 */
export function divideLog<E extends TimedEvent, D>(
  { events, source, start, idOf, order, until }: DividedLog<E, D>,
  count: number | null,
): (Partition & { readonly events: readonly E[]; readonly start: readonly D[] })[] {
  const { entities, malformed } = order;
  const of = count === null ? Math.max(1, entities.length) : checkPartitions(count, ['by']);
  const ranks = new Map(entities.map((entityId, rank) => [entityId, rank]));
  const placeOf = (entityId: string): number =>
    count === null ? (ranks.get(entityId) ?? 0) : hash32(entityId, 0) % of;
  const faulty = new Set<unknown>(malformed.map(({ event }) => event));
  const parts = partitions(of).map((partition) => ({
    ...partition,
    events: new Array<E>(),
    start: new Array<D>(),
  }));
  for (const event of events) {
    if (faulty.has(event)) parts[0]!.events.push(event);
    else if (parsedTime(event.at) <= until) parts[placeOf(source.entityOf(event))]!.events.push(event);
  }
  for (const entity of start) parts[placeOf(idOf(entity))]!.start.push(entity);
  return parts;
}

/** Divides a log of the engine's own events. */
export function foldPartitions<S extends string, E extends string>(
  events: readonly LifecycleEvent<S, E>[],
  by: 'entity' | number,
  { enforce = 'strict', start = [] }: FoldOptions<S>,
  until: number,
): FoldPartition<S, E>[] {
  oneOf(enforce, ENFORCEMENTS, ['options', 'enforce']);
  if (typeof by !== 'number') oneOf(by, ['entity'], ['by']);
  const source = lifecycleSource as unknown as EventSource<LifecycleEvent<S, E>>;
  const order = eventOrder(events, source, new Map(), start, until);
  const log = { events, source, start, idOf: ({ entityId }: LifecycleState<S>) => entityId, order, until };
  return divideLog(log, typeof by === 'number' ? by : null).map((part) => ({ ...part, enforce }));
}

/** The history of a log from the summary of all its partitions. */
export function finishFold<S extends string, E extends string>(
  summary: Summary<LifecycleHistory<S, E>>,
): LifecycleHistory<S, E> {
  const parts = wholeBatch(summary);
  const byEntity = (a: { readonly entityId: string }, b: { readonly entityId: string }): number =>
    compareText(a.entityId, b.entityId);
  return {
    states: parts.flatMap(({ states }) => states).sort(byEntity),
    rejected: sortedRejections(
      parts.flatMap(({ rejected }) => rejected),
      lifecycleSource.entityOf,
    ),
    duplicates: parts.reduce((sum, { duplicates }) => sum + duplicates, 0),
    violations: parts.flatMap(({ violations }) => violations).sort(byEntity),
  };
}
