import type { LifecycleVisit } from '../event/lifecycleState.js';
import type { SlaClock } from './slaClock.js';
import type { Timeline } from './timeline.js';

/** A stretch in which a clock stood still. */
export interface Pause {
  readonly start: number;
  readonly end: number;
  /** Whether it had not ended at the last known time. */
  readonly isOpen: boolean;
}

/**
 * The pauses within a stretch, ascending and apart: what touches is one pause. Without an end of the stretch an open
 * visit has no length yet.
 */
export function pausesOf(
  visits: readonly LifecycleVisit[],
  { pauseStates = [] }: SlaClock,
  { read }: Timeline,
  start: number,
  end?: number,
): readonly Pause[] {
  const pauses: Pause[] = [];
  const stays = visits.flatMap(({ state, enteredAt, leftAt }, at): Pause[] => {
    if (!pauseStates.includes(state)) return [];
    const entered = read(enteredAt, ['visits', at, 'enteredAt']);
    const left = leftAt === null ? (end ?? entered) : read(leftAt, ['visits', at, 'leftAt']);
    const isOpen = leftAt === null || (end !== undefined && left > end);
    return [{ start: Math.max(entered, start), end: Math.min(left, end ?? Infinity), isOpen }];
  });
  for (const stay of stays.filter((each) => each.start < each.end).sort((a, b) => a.start - b.start)) {
    const last = pauses.at(-1);
    if (last === undefined || stay.start > last.end) pauses.push(stay);
    else {
      const end = Math.max(last.end, stay.end);
      pauses[pauses.length - 1] = { start: last.start, end, isOpen: last.isOpen || stay.isOpen };
    }
  }
  return pauses;
}

/** The first position by which some ticks have been counted outside the pauses. */
export function advancePast(timeline: Timeline, start: number, ticks: number, pauses: readonly Pause[]): number {
  let at = start;
  let left = ticks;
  for (const pause of pauses) {
    const counted = timeline.counted(at, pause.start);
    if (left <= counted) break;
    left -= counted;
    at = pause.end;
  }
  return timeline.advance(at, left);
}

/** Ticks of a stretch outside the pauses, which lie within it. */
export function countedOutside(timeline: Timeline, start: number, end: number, pauses: readonly Pause[]): number {
  return pauses.reduce((sum, pause) => sum - timeline.counted(pause.start, pause.end), timeline.counted(start, end));
}
