import { exp, ln } from '../../../core/elementary.js';
import type { Slope } from '../numerics/maximise.js';
import { type RisingTable, risingTable } from '../numerics/risingTable.js';
import type { UniqueRows } from './uniqueRows.js';

/** The log-likelihood of the BG/BB model and its slopes by alpha, beta, gamma, delta; columns x, tx, n. */
export function bgBbSlope({ columns, weight }: UniqueRows) {
  const [counts, recencies, occasions] = columns as [Float64Array, Float64Array, Float64Array];
  const most = occasions.reduce((a, b) => Math.max(a, b), 0);
  return ([alpha, beta, gamma, delta]: readonly number[]): Slope => {
    const ofAlpha = risingTable(alpha!, most);
    const ofBeta = risingTable(beta!, most);
    const ofBuying = risingTable(alpha! + beta!, most);
    const ofDelta = risingTable(delta!, most);
    const ofStaying = risingTable(gamma! + delta!, most + 1);
    const lnGamma = ln(gamma!);
    const gradient = [0, 0, 0, 0];
    let value = 0;
    for (let row = 0; row < weight.length; row++) {
      const [x, tx, n, w] = [counts[row]!, recencies[row]!, occasions[row]!, weight[row]!];
      // The ways of having been alive at m occasions: dropped out then, or, for m = n, alive still.
      const bought = (m: number, { log: a }: RisingTable, { log: b }: RisingTable, { log: sum }: RisingTable): number =>
        a[x]! + b[m - x]! - sum[m]!;
      const alive = bought(n, ofAlpha, ofBeta, ofBuying) + ofDelta.log[n]! - ofStaying.log[n]!;
      let highest = alive;
      const logs: number[] = [];
      for (let m = tx; m < n; m++) {
        const log = bought(m, ofAlpha, ofBeta, ofBuying) + lnGamma + ofDelta.log[m]! - ofStaying.log[m + 1]!;
        logs.push(log);
        if (log > highest) highest = log;
      }
      const total = logs.reduce((sum, log) => sum + exp(log - highest), exp(alive - highest));
      value += w * (highest + ln(total));
      const add = (m: number, share: number, byGamma: number, lasted: number): void => {
        const [buying, staying] = [ofBuying.slope[m]!, ofStaying.slope[lasted]!];
        gradient[0]! += share * (ofAlpha.slope[x]! - buying);
        gradient[1]! += share * (ofBeta.slope[m - x]! - buying);
        gradient[2]! += share * (byGamma - staying);
        gradient[3]! += share * (ofDelta.slope[m]! - staying);
      };
      add(n, (w * exp(alive - highest)) / total, 0, n);
      logs.forEach((log, place) => add(tx + place, (w * exp(log - highest)) / total, 1 / gamma!, tx + place + 1));
    }
    return { value, gradient };
  };
}
