/** Days `from` … `to` on which something holds. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** Days without a break on which the number of spans that hold is one that was asked for. */
export interface Stretch extends DaySpan {
  /** Positions of the spans that hold on some day of it, ascending. */
  readonly members: readonly number[];
  readonly least: number;
  readonly most: number;
}

/** The longest stretches on which `asked(how many spans hold)` is true, in order; days before and after all spans are not looked at. */
export function stretchesWhere(spans: readonly DaySpan[], asked: (count: number) => boolean): Stretch[] {
  const begins = [...spans.keys()].sort((a, b) => spans[a]!.from - spans[b]!.from);
  const ends = [...spans.keys()].sort((a, b) => spans[a]!.to - spans[b]!.to);
  const active = new Set<number>();
  const stretches: Stretch[] = [];
  let open: { from: number; members: number[]; least: number; most: number } | null = null;
  let begun = 0;
  for (let ended = 0; ended < ends.length;) {
    const nextEnd = spans[ends[ended]!]!.to;
    const nextBegin = begun < begins.length ? spans[begins[begun]!]!.from : Infinity;
    const day = Math.min(nextEnd, nextBegin);
    const fresh: number[] = [];
    for (; ended < ends.length && spans[ends[ended]!]!.to === day; ended += 1) active.delete(ends[ended]!);
    for (; begun < begins.length && spans[begins[begun]!]!.from === day; begun += 1) {
      active.add(begins[begun]!);
      fresh.push(begins[begun]!);
    }
    const holds = asked(active.size) && ended < ends.length;
    if (!holds) {
      if (open !== null) stretches.push({ ...open, to: day, members: open.members.sort((a, b) => a - b) });
      open = null;
    } else if (open === null) {
      open = { from: day, members: [...active], least: active.size, most: active.size };
    } else {
      open.members.push(...fresh);
      open.least = Math.min(open.least, active.size);
      open.most = Math.max(open.most, active.size);
    }
  }
  return stretches;
}
