import type { PlainDate } from '../../../core/date.js';
import { idOrder } from '../../../core/fixed/idRanks.js';
import { TextNumbers } from '../../../core/fixed/textNumbers.js';
import type { Instant } from '../../../core/instant.js';
import { withFault } from '../event/eventFaults.js';
import type { StateGraph } from '../definition/stateGraph.js';
import type { LifecycleState } from '../event/lifecycleState.js';
import type { Refusal } from '../event/refusal.js';
import { checkSameKind, parsedTime } from '../time.js';
import type { EventSource, TimedEvent } from './eventSource.js';
import { BLOCK, readBlock } from './readAhead.js';

/** Events by entity, those of an entity in the order of time. */
export interface EventOrder<E> {
  /** Ascending. */
  readonly entities: readonly string[];
  /** Where the events of each entity begin in `order`; one more at the end. */
  readonly starts: Int32Array;
  /** Indices of events. */
  readonly order: Int32Array;
  /** Milliseconds, by index of event. */
  readonly times: Float64Array;
  /** By index of event. */
  readonly seqs: Float64Array;
  /**
   * What an event does, by its index, so that few have to be looked up again: moves to the state at this place and nothing
   * else, `SETS` fields and nothing else, or something `ELSE`.
   */
  readonly deeds: Int32Array;
  /** 1 for each entity, in their order, of which two events may have the same place in time. */
  readonly mayRepeat: Uint8Array;
  readonly malformed: readonly { readonly event: E; readonly reasons: readonly Refusal[] }[];
}

export const SETS = -1;
export const ELSE = -2;

/**
 * Groups events by entity and orders each group by time and `seq`. Events after `until` are left out; a malformed one has
 * no place and stands apart.
 *
 * @param graph the states that events may move to; empty where it does not matter what they do
 */
export function eventOrder<E extends TimedEvent>(
  events: readonly E[],
  { entityOf, faults, gist }: EventSource<E>,
  graph: StateGraph,
  start: readonly LifecycleState[],
  until: number,
): EventOrder<E> {
  const count = events.length;
  const times = new Float64Array(count);
  const seqs = new Float64Array(count);
  const deeds = new Int32Array(count);
  const entityAt = new Int32Array(count).fill(-1);
  const numbers = new TextNumbers();
  const ids = new Array<unknown>(BLOCK).fill(undefined);
  const hashes = new Int32Array(BLOCK);
  const seen = new Float64Array(1);
  const malformed: { event: E; reasons: readonly Refusal[] }[] = [];
  let kind: PlainDate | Instant | undefined;
  for (const [at, { entityId, lastAt }] of start.entries()) {
    kind ??= lastAt;
    checkSameKind(lastAt, kind, ['start', at, 'lastAt']);
    numbers.numberOf(entityId);
  }
  // Neighbours in a log often have a day or an entity in common, which is then looked up once.
  let lastAt = '';
  let time = NaN;
  let lastEntity: unknown;
  let number = -1;
  for (let index = 0; index < count; index++) {
    const place = index % BLOCK;
    if (place === 0) {
      readBlock(events, entityOf, index, seqs, ids, hashes);
      seen[0] = numbers.lookAhead(hashes);
    }
    const event = events[index]!;
    if (typeof event !== 'object' || event === null) {
      malformed.push({ event, reasons: withFault(null, 'event', 'an event', event) });
      continue;
    }
    const { at } = event;
    if (at !== lastAt) {
      lastAt = at;
      time = parsedTime(at);
    }
    const entityId = ids[place];
    const reasons = faults(event, entityId, seqs[index]!, time);
    if (reasons !== null) {
      malformed.push({ event, reasons });
      continue;
    }
    kind ??= at;
    if (at.length !== kind.length) checkSameKind(at, kind, ['events', index, 'at']);
    if (time > until) continue;
    times[index] = time;
    const to = gist(event);
    deeds[index] = typeof to === 'string' ? (graph.get(to)?.place ?? ELSE) : to === null ? SETS : ELSE;
    if (entityId !== lastEntity) {
      lastEntity = entityId;
      number = numbers.numberOf(entityId as string, hashes[place]);
    }
    entityAt[index] = number;
  }
  const { texts } = numbers;
  const ascending = idOrder(texts);
  const { starts, order } = grouped(entityAt, ascending);
  const mayRepeat = sortGroups(starts, order, times, seqs);
  return {
    entities: Array.from(ascending, (each) => texts[each]!),
    starts,
    order,
    times,
    seqs,
    deeds,
    mayRepeat,
    malformed,
  };
}

/** The indices of events by the rank of their entity, as they stand within one. */
function grouped(
  entityAt: Int32Array,
  ascending: Int32Array,
): { readonly starts: Int32Array; readonly order: Int32Array } {
  const count = ascending.length;
  const sizes = new Int32Array(count);
  for (let index = 0; index < entityAt.length; index++) {
    const number = entityAt[index]!;
    if (number >= 0) sizes[number]!++;
  }
  const starts = new Int32Array(count + 1);
  const next = new Int32Array(count);
  for (let rank = 0; rank < count; rank++) {
    const number = ascending[rank]!;
    next[number] = starts[rank]!;
    starts[rank + 1] = starts[rank]! + sizes[number]!;
  }
  const order = new Int32Array(starts[count]!);
  for (let index = 0; index < entityAt.length; index++) {
    const number = entityAt[index]!;
    if (number >= 0) order[next[number]!++] = index;
  }
  return { starts, order };
}

/** Sorts the groups that are not in order yet, mostly none, and marks those in which a place in time may come twice. */
function sortGroups(starts: Int32Array, order: Int32Array, times: Float64Array, seqs: Float64Array): Uint8Array {
  const mayRepeat = new Uint8Array(starts.length - 1);
  for (let rank = 0; rank < mayRepeat.length; rank++) {
    const start = starts[rank]!;
    const end = starts[rank + 1]!;
    for (let at = start + 1; at < end; at++) {
      const before = order[at - 1]!;
      const after = order[at]!;
      if (times[before]! < times[after]! || (times[before] === times[after] && seqs[before]! < seqs[after]!)) continue;
      mayRepeat[rank] = 1;
      sortGroup(order, start, end, times, seqs);
      break;
    }
  }
  return mayRepeat;
}

/** Longer groups are left to the sort of the engine. */
const SHORT = 48;

/** Sorts indices of events by time and `seq`; a short group by insertion, without a view of it or a call per comparison. */
function sortGroup(order: Int32Array, start: number, end: number, times: Float64Array, seqs: Float64Array): void {
  if (end - start > SHORT) {
    order.subarray(start, end).sort((a, b) => times[a]! - times[b]! || seqs[a]! - seqs[b]!);
    return;
  }
  for (let at = start + 1; at < end; at++) {
    const index = order[at]!;
    const time = times[index]!;
    const seq = seqs[index]!;
    let place = at;
    for (; place > start; place--) {
      const before = order[place - 1]!;
      if (times[before]! < time || (times[before] === time && seqs[before]! <= seq)) break;
      order[place] = before;
    }
    order[place] = index;
  }
}
