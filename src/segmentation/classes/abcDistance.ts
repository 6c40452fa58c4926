import { scaledText } from '../../core/fixed/scaledText.js';
import { toScaled } from '../../core/scaled.js';
import type { SegmentDistance } from '../schema/assignment.js';
import type { ReadAbc } from './readAbcPolicy.js';

/** An item among the others. */
interface Place {
  readonly value: bigint;
  /** The values above 0, descending. */
  readonly sorted: readonly bigint[];
  /** Totals of the first of them, from none to all. */
  readonly sums: readonly bigint[];
  readonly scale: number;
  /** Its class. */
  readonly found: number;
  readonly read: ReadAbc;
}

/** The smallest step up of one value, the others as they are, that reaches a better class. */
export function abcDistance({ value, sorted, sums, scale, found, read }: Place): SegmentDistance[] {
  if (found === 0) return [];
  const step = toScaled(read.increment, scale);
  const total = sums.at(-1)!;
  const own = value > 0n ? value : 0n;
  /** The class of the item at a value above its own. */
  const classAt = (raised: bigint): number => {
    if (raised <= 0n) return found;
    let from = 0;
    let to = sorted.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (sorted[middle]! > raised) from = middle + 1;
      else to = middle;
    }
    const all = total - own + raised;
    let at = 0;
    while (at < read.cuts.length && sums[from]! * read.one >= read.cuts[at]! * all) at++;
    return at;
  };
  // From the greatest value on nothing stands before the item.
  let low = 0n;
  let high = ((sorted[0] ?? 0n) - value) / step + 1n;
  if (high < 1n) high = 1n;
  while (classAt(value + high * step) >= found) high *= 2n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (classAt(value + middle * step) < found) high = middle;
    else low = middle;
  }
  const reached = classAt(value + high * step);
  return [{ segment: read.letters[reached]!, input: 'value', delta: scaledText(high * step, scale), unit: 'money' }];
}
