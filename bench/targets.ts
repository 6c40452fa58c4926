import type { Timings } from './harness.js';

/** One line of the results: a ratio of medians of one race and the bound it has to keep. */
export interface Result {
  readonly name: string;
  readonly ratio: number;
  readonly target: string;
  readonly met: boolean;
  readonly against: string;
}

/** `name` may take at most `bound` times as long as `against`. */
export function atMost(timings: Timings, name: string, bound: number, against: string): Result {
  const ratio = timeOf(timings, name) / timeOf(timings, against);
  return { name, ratio: rounded(ratio), target: `<= ${bound}`, met: ratio <= bound, against };
}

/** `against` has to take at least `bound` times as long as `name`. */
export function atLeast(timings: Timings, name: string, bound: number, against: string): Result {
  const ratio = timeOf(timings, against) / timeOf(timings, name);
  return { name, ratio: rounded(ratio), target: `>= ${bound}`, met: ratio >= bound, against };
}

function timeOf(timings: Timings, name: string): number {
  const time = timings.get(name);
  if (time === undefined) throw new Error(`no contender is called ${name}`);
  return time;
}

function rounded(ratio: number): number {
  return Number(ratio.toPrecision(3));
}
