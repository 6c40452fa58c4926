import { ln } from '../../../core/elementary.js';

/** By n: the logarithm of the rising factorial a (a + 1) … (a + n − 1), and its derivative by a. */
export interface RisingTable {
  readonly log: Float64Array;
  readonly slope: Float64Array;
}

/** Running sums for n = 0 … most: one logarithm an entry in the place of a log-gamma a row. */
export function risingTable(a: number, most: number): RisingTable {
  const log = new Float64Array(most + 1);
  const slope = new Float64Array(most + 1);
  for (let n = 0; n < most; n++) {
    log[n + 1] = log[n]! + ln(a + n);
    slope[n + 1] = slope[n]! + 1 / (a + n);
  }
  return { log, slope };
}
