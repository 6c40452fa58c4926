import { compareText } from '../../../core/compareText.js';
import type { LifecycleEvent } from '../event/lifecycleEvent.js';

/** What an event says, whatever the order of its keys and the offset that its time is written with. */
export function contentOf(event: LifecycleEvent, time: number): string {
  return JSON.stringify({ ...event, at: time }, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** One event of each content, sorted by it. Of equal ones the spelling that comes first by code units stands for all. */
export function distinctEvents(events: readonly LifecycleEvent[], time: number): LifecycleEvent[] {
  const byContent = new Map<string, { event: LifecycleEvent; spelling: string }>();
  for (const event of events) {
    const content = contentOf(event, time);
    const spelling = JSON.stringify(event);
    const known = byContent.get(content);
    if (known === undefined || spelling < known.spelling) byContent.set(content, { event, spelling });
  }
  return [...byContent].toSorted(([a], [b]) => compareText(a, b)).map(([, { event }]) => event);
}
