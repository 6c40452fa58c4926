import type { Timings } from './harness.js';

/** One line of the results: a ratio of medians of one race and the bound it has to keep. */
export interface Result {
  readonly name: string;
  readonly ratio: number;
  readonly target: string;
  readonly met: boolean;
  readonly against: string;
}

/** What a suite found: targets that have to be met, and those that would be good to meet. */
export interface Findings {
  readonly must: readonly Result[];
  readonly stretch?: readonly Result[];
}

/** `name` may take at most `bound` times as long as `against`. */
export function atMost(timings: Timings, name: string, bound: number, against: string): Result {
  return ratioAtMost(timeOf(timings, name) / timeOf(timings, against), name, bound, against);
}

/** `against` has to take at least `bound` times as long as `name`. */
export function atLeast(timings: Timings, name: string, bound: number, against: string): Result {
  const ratio = timeOf(timings, against) / timeOf(timings, name);
  return { name, ratio: rounded(ratio), target: `>= ${bound}`, met: ratio >= bound, against };
}

/** `name` is `ratio` times `against` and may be `bound` times. */
export function ratioAtMost(ratio: number, name: string, bound: number, against: string): Result {
  return { name, ratio: rounded(ratio), target: `<= ${bound}`, met: ratio <= bound, against };
}

function timeOf(timings: Timings, name: string): number {
  const time = timings.get(name);
  if (time === undefined) throw new Error(`no contender is called ${name}`);
  return time;
}

function rounded(ratio: number): number {
  return Number(ratio.toPrecision(3));
}
