import { compareText } from '../../../core/compareText.js';
import { parsedTime } from '../time.js';
import type { LifecycleEvent } from '../event/lifecycleEvent.js';
import { contentOf } from './distinctEvents.js';
import type { RejectedEvent } from './lifecycleHistory.js';

/** By entity, time and `seq`; what has no time comes first, and nothing depends on the order of the input. */
export function sortedRejections<R extends Pick<RejectedEvent, 'event'>>(rejected: readonly R[]): R[] {
  return rejected
    .map((each) => {
      const { entityId, at, seq } = each.event as Partial<LifecycleEvent>;
      const time = parsedTime(at);
      return {
        each,
        entityId: typeof entityId === 'string' ? entityId : '',
        time: Number.isNaN(time) ? -Infinity : time,
        seq: typeof seq === 'number' && !Number.isNaN(seq) ? seq : -Infinity,
        content: contentOf(each.event, time),
      };
    })
    .toSorted(
      (a, b) =>
        compareText(a.entityId, b.entityId) ||
        compareNumbers(a.time, b.time) ||
        compareNumbers(a.seq, b.seq) ||
        compareText(a.content, b.content),
    )
    .map(({ each }) => each);
}

function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
