/** Between which days lie: none is before `least` or after `most`. */
export interface DayRange {
  readonly least: number;
  readonly most: number;
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
  let least = first;
  let most = last;
  for (; row < day.length; row++) {
    const on = day[row]!;
    if (on < least) least = on;
    else if (on > most) most = on;
  }
  return { least, most };
}
