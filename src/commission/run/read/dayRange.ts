/** What one look at a column of days tells. */
export interface DayRange {
  /** No day is before `least` or after `most`. */
  readonly least: number;
  readonly most: number;
  /** No day is before the one above it. */
  readonly ascends: boolean;
}

/** The range of days; 0 to 0 where there are none. */
export function dayRange(day: Int32Array): DayRange {
  const first = day[0] ?? 0;
  let last = first;
  let row = 1;
  // Days that ascend need one compare each: their range is known at the end.
  for (; row < day.length; row++) {
    const on = day[row]!;
    if (on < last) break;
    last = on;
  }
  if (row >= day.length) return { least: first, most: last, ascends: true };
  let least = first;
  let most = last;
  for (; row < day.length; row++) {
    const on = day[row]!;
    if (on < least) least = on;
    else if (on > most) most = on;
  }
  return { least, most, ascends: false };
}
