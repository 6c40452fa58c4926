import { textHash } from '../../../core/fixed/textHash.js';
import type { EventSource, TimedEvent } from './eventSource.js';

/** So many events are read at a time. */
export const BLOCK = 16;

/**
 * Reads `seq` and entity of a block of events that lie anywhere in memory and are about to be used: the processor then loads
 * them side by side, where it would wait for one after another.
 *
 * @param seqs by index of event; NaN where there is none
 * @param ids by place in the block; `undefined` where there is no event
 * @param hashes those of the ids
 */
export function readBlock<E extends TimedEvent>(
  events: readonly E[],
  entityOf: EventSource<E>['entityOf'],
  start: number,
  seqs: Float64Array,
  ids: unknown[],
  hashes: Int32Array,
): void {
  const count = Math.min(BLOCK, events.length - start);
  for (let place = 0; place < count; place++) {
    const event: E | null | undefined = events[start + place];
    const isOne = event !== null && event !== undefined;
    const seq: unknown = isOne ? event.seq : undefined;
    seqs[start + place] = typeof seq === 'number' ? seq : NaN;
    ids[place] = isOne ? entityOf(event) : undefined;
  }
  for (let place = 0; place < count; place++) {
    const id = ids[place];
    hashes[place] = typeof id === 'string' ? textHash(id) : 0;
  }
}

/**
 * Loads events in the same way.
 *
 * @param order indices of the events, those from `start` up to `end` count
 * @param seen takes what was read, so that the engine does not leave the reading out
 */
export function readAhead(
  events: readonly TimedEvent[],
  order: Int32Array,
  start: number,
  end: number,
  seen: Float64Array,
): void {
  let sum = 0;
  for (let at = start; at < end; at++) sum += events[order[at]!]!.seq;
  seen[0] = sum;
}
