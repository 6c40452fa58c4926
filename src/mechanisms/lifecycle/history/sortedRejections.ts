import { compareText } from '../../../core/compareText.js';
import { parsedTime } from '../time.js';
import { contentOf } from './distinctEvents.js';
import type { TimedEvent } from './eventSource.js';

/** By entity, time and `seq`; what has no time comes first, and nothing depends on the order of the input. */
export function sortedRejections<R extends { readonly event: TimedEvent }>(
  rejected: readonly R[],
  entityOf: (event: R['event']) => unknown,
): R[] {
  return rejected
    .map((each) => {
      const event = (each.event ?? {}) as R['event'];
      const { at, seq } = event as { readonly at?: unknown; readonly seq?: unknown };
      const entityId = entityOf(event);
      const time = parsedTime(at);
      return {
        each,
        entityId: typeof entityId === 'string' ? entityId : '',
        time: Number.isNaN(time) ? -Infinity : time,
        seq: typeof seq === 'number' && !Number.isNaN(seq) ? seq : -Infinity,
        content: typeof each.event === 'object' ? contentOf(event, time) : '',
        // Rows that say the same may be spelt in two ways, of which each stays as it is.
        spelling: JSON.stringify(each.event) ?? '',
      };
    })
    .toSorted(
      (a, b) =>
        compareText(a.entityId, b.entityId) ||
        compareNumbers(a.time, b.time) ||
        compareNumbers(a.seq, b.seq) ||
        compareText(a.content, b.content) ||
        compareText(a.spelling, b.spelling),
    )
    .map(({ each }) => each);
}

function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
