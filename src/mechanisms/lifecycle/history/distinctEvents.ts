import { compareText } from '../../../core/compareText.js';
import type { EventSource, TimedEvent } from './eventSource.js';

/** What an event says, whatever the order of its keys and the offset that its time is written with. */
export function contentOf(event: object, time: number): string {
  return JSON.stringify({ ...event, at: time }, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/**
 * One event of each that says something else to the engine, sorted by content. Of equal ones the spelling that comes first
 * by code units stands for all.
 */
export function distinctEvents<E extends TimedEvent>(
  events: readonly E[],
  { translate }: EventSource<E>,
  time: number,
): E[] {
  const byMeaning = new Map<string, { event: E; spelling: string }>();
  for (const event of events) {
    const meaning = contentOf(translate(event), time);
    const spelling = JSON.stringify(event);
    const known = byMeaning.get(meaning);
    if (known === undefined || spelling < known.spelling) byMeaning.set(meaning, { event, spelling });
  }
  return [...byMeaning.values()]
    .map(({ event }) => ({ event, content: contentOf(event, time) }))
    .toSorted((a, b) => compareText(a.content, b.content))
    .map(({ event }) => event);
}
