import type { TimedEvent } from './eventSource.js';

/**
 * Reads `seq` of events that lie anywhere in memory and are about to be used, NaN where there is none: the processor then
 * loads them side by side, where it would wait for one after another.
 */
export function readSeqs(events: readonly TimedEvent[], start: number, end: number, seqs: Float64Array): void {
  for (let index = start; index < end; index++) {
    const seq: unknown = events[index]?.seq;
    seqs[index] = typeof seq === 'number' ? seq : NaN;
  }
}

/**
 * Loads the events in the same way of which more than their deed will be asked.
 *
 * @param deeds by index of event, negative where the event itself is used
 * @param order indices of the events, those from `start` up to `end` count
 * @param seen takes what was read, so that the engine does not leave the reading out
 */
export function readAhead(
  events: readonly TimedEvent[],
  deeds: Int32Array,
  order: Int32Array,
  start: number,
  end: number,
  seen: Float64Array,
): void {
  let sum = 0;
  for (let at = start; at < end; at++) {
    const index = order[at]!;
    if (deeds[index]! < 0) sum += events[index]!.seq;
  }
  seen[0] = sum;
}
