import type { PlainDate } from '../../../core/date.js';
import { DAY_MS, type Instant, MINUTE_MS, parseOffset } from '../../../core/instant.js';
import { fail } from '../fail.js';
import { checkSameKind, isDate, parsedTime, timeOf } from '../time.js';
import type { TimedEvent } from './eventSource.js';

/** The last millisecond known as of a time: a day counts to its end, at an offset where the history is of instants. */
export function endOf(
  asOf: PlainDate | Instant,
  events: readonly TimedEvent[],
  {
    offset = 'Z',
    start = [],
  }: { readonly offset?: string; readonly start?: readonly { readonly lastAt: PlainDate | Instant }[] },
): number {
  const minutes = parseOffset(offset);
  if (Number.isNaN(minutes)) fail('lifecycle.offset', ['options', 'offset'], { value: offset });
  const time = timeOf(asOf, ['asOf']);
  const at =
    start[0]?.lastAt ??
    events.find((event) => !Number.isNaN(parsedTime((event as Partial<TimedEvent> | null)?.at)))?.at;
  if (at === undefined) return time;
  if (!isDate(asOf)) checkSameKind(asOf, at, ['asOf']);
  return isDate(asOf) && !isDate(at) ? time + DAY_MS - 1 - minutes * MINUTE_MS : time;
}
