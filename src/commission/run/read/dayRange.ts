import { inBlocks } from '../../../core/fixed/inBlocks.js';

/** Between which days lie: none is before `least` or after `most`. */
export interface DayRange {
  readonly least: number;
  readonly most: number;
}

/** The range of days; 0 to 0 where there are none. */
export function dayRange(day: Int32Array): DayRange {
  const range = new Int32Array(2).fill(day[0] ?? 0);
  inBlocks(day.length, (from, to) => widen(range, day, from, to));
  return { least: range[0]!, most: range[1]! };
}

/** Widens a range, least and most, by the days of a block. */
function widen(range: Int32Array, day: Int32Array, from: number, to: number): number {
  const end = to | 0;
  let least = range[0]!;
  let most = range[1]!;
  for (let row = from | 0; row < end; row = (row + 1) | 0) {
    const on = day[row]!;
    if (on < least) least = on;
    if (on > most) most = on;
  }
  range[0] = least;
  range[1] = most;
  return 0;
}
