import { ln } from '../../../core/elementary.js';
import type { Slope } from '../numerics/maximise.js';
import { risingTable } from '../numerics/risingTable.js';

/** The log-likelihood of the shifted beta-geometric model and its slopes by alpha, beta. */
export function sBgSlope(survivors: readonly number[]) {
  const renewals = survivors.length - 1;
  return ([alpha, beta]: readonly number[]): Slope => {
    const ofBeta = risingTable(beta!, renewals);
    const ofSum = risingTable(alpha! + beta!, renewals);
    let value = 0;
    let byAlpha = 0;
    let byBeta = 0;
    const add = (count: number, stayed: number, after: number): void => {
      value += count * (ofBeta.log[stayed]! - ofSum.log[after]!);
      byAlpha -= count * ofSum.slope[after]!;
      byBeta += count * (ofBeta.slope[stayed]! - ofSum.slope[after]!);
    };
    for (let t = 1; t <= renewals; t++) {
      const lost = survivors[t - 1]! - survivors[t]!;
      add(lost, t - 1, t);
      value += lost * ln(alpha!);
      byAlpha += lost / alpha!;
    }
    add(survivors[renewals]!, renewals, renewals);
    return { value, gradient: [byAlpha, byBeta] };
  };
}
