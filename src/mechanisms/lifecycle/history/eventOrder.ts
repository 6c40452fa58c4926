import type { PlainDate } from '../../../core/date.js';
import { compareText } from '../../../core/compareText.js';
import type { Instant } from '../../../core/instant.js';
import { malformed } from '../event/judge.js';
import type { LifecycleEvent } from '../event/lifecycleEvent.js';
import type { LifecycleState } from '../event/lifecycleState.js';
import type { Refusal } from '../event/refusal.js';
import { checkSameKind, parsedTime } from '../time.js';

/** Events by entity, those of an entity in the order of time. */
export interface EventOrder {
  /** Ascending. */
  readonly entities: readonly string[];
  /** Where the events of each entity begin in `order`; one more at the end. */
  readonly starts: Int32Array;
  /** Indices of events. */
  readonly order: Int32Array;
  /** Milliseconds, by index of event. */
  readonly times: Float64Array;
  readonly malformed: readonly { readonly event: LifecycleEvent; readonly reasons: readonly Refusal[] }[];
}

/**
 * Groups events by entity and orders each group by time and `seq`. Events after `until` are left out; a malformed one has
 * no place and stands apart.
 */
export function eventOrder(
  events: readonly LifecycleEvent[],
  start: readonly LifecycleState[],
  until: number,
): EventOrder {
  const count = events.length;
  const times = new Float64Array(count);
  const entityOf = new Int32Array(count).fill(-1);
  const numbers = new Map<string, number>();
  const sizes: number[] = [];
  const faults: { event: LifecycleEvent; reasons: readonly Refusal[] }[] = [];
  let kind: PlainDate | Instant | undefined;
  for (const [at, { entityId, lastAt }] of start.entries()) {
    kind ??= lastAt;
    checkSameKind(lastAt, kind, ['start', at, 'lastAt']);
    if (!numbers.has(entityId)) sizes[numbers.size] = 0;
    numbers.set(entityId, numbers.get(entityId) ?? numbers.size);
  }
  for (let index = 0; index < count; index++) {
    const event = events[index]!;
    const time = parsedTime(event.at);
    const fault = malformed(event, time);
    if (fault !== null) {
      faults.push({ event, reasons: [fault] });
      continue;
    }
    const { at, entityId } = event;
    kind ??= at;
    if (at.length !== kind.length) checkSameKind(at, kind, ['events', index, 'at']);
    if (time > until) continue;
    times[index] = time;
    let number = numbers.get(entityId);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(entityId, number);
      sizes[number] = 0;
    }
    entityOf[index] = number;
    sizes[number]!++;
  }

  const entities = [...numbers.keys()];
  const ascending = Int32Array.from(entities.keys());
  if (entities.some((id, at) => at > 0 && id < entities[at - 1]!)) {
    ascending.sort((a, b) => compareText(entities[a]!, entities[b]!));
  }
  const { starts, order } = grouped(entityOf, sizes, ascending);
  for (let rank = 0; rank < entities.length; rank++) {
    sortByTime(order.subarray(starts[rank], starts[rank + 1]), times, events);
  }
  return { entities: Array.from(ascending, (number) => entities[number]!), starts, order, times, malformed: faults };
}

/** The indices of events by the rank of their entity, as they stand within one. */
function grouped(
  entityOf: Int32Array,
  sizes: readonly number[],
  ascending: Int32Array,
): { readonly starts: Int32Array; readonly order: Int32Array } {
  const starts = new Int32Array(sizes.length + 1);
  const next = new Int32Array(sizes.length);
  for (let rank = 0; rank < sizes.length; rank++) {
    const number = ascending[rank]!;
    next[number] = starts[rank]!;
    starts[rank + 1] = starts[rank]! + sizes[number]!;
  }
  const order = new Int32Array(starts[sizes.length]!);
  for (let index = 0; index < entityOf.length; index++) {
    const number = entityOf[index]!;
    if (number >= 0) order[next[number]!++] = index;
  }
  return { starts, order };
}

/** Sorts what is not in order yet; mostly a log is. */
function sortByTime(group: Int32Array, times: Float64Array, events: readonly LifecycleEvent[]): void {
  for (let at = 1; at < group.length; at++) {
    const before = group[at - 1]!;
    const after = group[at]!;
    if (times[before]! < times[after]!) continue;
    if (times[before] === times[after] && events[before]!.seq <= events[after]!.seq) continue;
    group.sort((a, b) => times[a]! - times[b]! || events[a]!.seq - events[b]!.seq);
    return;
  }
}
