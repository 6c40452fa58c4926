/** Something about a whole number of steps. */
export type Holds = (steps: bigint) => boolean;

/** Where to look: both ends belong to it; without a last step it goes on for ever. */
export interface Stretch {
  readonly first: bigint;
  readonly last: bigint | null;
}

/** So often a stretch without an end is doubled: further out every score has too many digits. */
const MAX_DOUBLINGS = 120;

/**
 * The least number of steps in a stretch that something holds of, or `null`. It has to turn from false to true at most
 * once on the stretch, or from true to false.
 */
export function leastIn(holds: Holds, { first, last }: Stretch): bigint | null {
  if (holds(first)) return first;
  const end = last ?? firstDoubled(holds, first);
  if (end === null || !holds(end)) return null;
  let [not, yes] = [first, end];
  while (yes - not > 1n) {
    const middle = (not + yes) / 2n;
    if (holds(middle)) yes = middle;
    else not = middle;
  }
  return yes;
}

/** The greatest number of steps in a stretch that something holds of, under the same condition. */
export function greatestIn(holds: Holds, { first, last }: Stretch): bigint | null {
  const end = last ?? firstDoubled((steps) => !holds(steps), first);
  if (end === null) return null;
  if (holds(end)) return end;
  if (!holds(first)) return null;
  let [yes, not] = [first, end];
  while (not - yes > 1n) {
    const middle = (not + yes) / 2n;
    if (holds(middle)) yes = middle;
    else not = middle;
  }
  return yes;
}

/** The ends of stretches as the stretches between them. */
export function stretchesOf(starts: readonly bigint[], first: bigint, last: bigint | null): Stretch[] {
  const inside = starts.filter((start) => start > first && (last === null || start <= last));
  const all = [...new Set([first, ...inside])].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return all.map((start, at) => {
    const next = all[at + 1];
    return { first: start, last: next === undefined ? last : next - 1n };
  });
}

function firstDoubled(holds: Holds, first: bigint): bigint | null {
  let width = 1n;
  for (let doubling = 0; doubling < MAX_DOUBLINGS; doubling++, width *= 2n) {
    if (holds(first + width)) return first + width;
  }
  return null;
}
