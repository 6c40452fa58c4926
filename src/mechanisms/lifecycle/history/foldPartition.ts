import { compareText } from '../../../core/compareText.js';
import { hash32 } from '../../../core/hash.js';
import { oneOf } from '../../../core/oneOf.js';
import { checkPartitions, type Partition, partitions, type Summary, wholeBatch } from '../../../core/summary.js';
import type { LifecycleEvent } from '../event/lifecycleEvent.js';
import type { LifecycleState } from '../event/lifecycleState.js';
import { parsedTime } from '../time.js';
import { eventOrder } from './eventOrder.js';
import { lifecycleSource } from './eventSource.js';
import { ENFORCEMENTS, type FoldOptions, type LifecycleHistory } from './lifecycleHistory.js';
import { sortedRejections } from './sortedRejections.js';

/** Some of the entities of a log with all their events, in plain JSON. */
export interface FoldPartition<S extends string = string, E extends string = string> extends Partition {
  readonly events: readonly LifecycleEvent<S, E>[];
  readonly start: readonly LifecycleState<S>[];
  readonly enforce: (typeof ENFORCEMENTS)[number];
}

/**
 * Divides a log by entity. An event that says no time or entity that could be read goes into the first partition.
 *
 * @param until last millisecond known
 */
export function foldPartitions<S extends string, E extends string>(
  events: readonly LifecycleEvent<S, E>[],
  by: 'entity' | number,
  { enforce = 'strict', start = [] }: FoldOptions<S>,
  until: number,
): FoldPartition<S, E>[] {
  const { entities, malformed } = eventOrder<LifecycleEvent>(events, lifecycleSource, start, until);
  oneOf(enforce, ENFORCEMENTS, ['options', 'enforce']);
  const count =
    typeof by === 'number'
      ? checkPartitions(by, ['by'])
      : oneOf(by, ['entity'], ['by']) && Math.max(1, entities.length);
  const ranks = new Map(entities.map((entityId, rank) => [entityId, rank]));
  const placeOf = (entityId: string): number =>
    typeof by === 'number' ? hash32(entityId, 0) % count : (ranks.get(entityId) ?? 0);
  const faulty = new Set<unknown>(malformed.map(({ event }) => event));
  const parts = partitions(count).map((partition) => ({
    ...partition,
    events: new Array<LifecycleEvent<S, E>>(),
    start: new Array<LifecycleState<S>>(),
    enforce,
  }));
  for (const event of events) {
    if (faulty.has(event)) parts[0]!.events.push(event);
    else if (parsedTime(event.at) <= until) parts[placeOf(event.entityId)]!.events.push(event);
  }
  for (const state of start) parts[placeOf(state.entityId)]!.start.push(state);
  return parts;
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
