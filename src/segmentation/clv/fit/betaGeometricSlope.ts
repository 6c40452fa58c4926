import { exp, ln, ln1p } from '../../../core/elementary.js';
import type { Slope } from '../numerics/maximise.js';
import { risingTable } from '../numerics/risingTable.js';
import type { UniqueRows } from './uniqueRows.js';

/** The log-likelihood of both beta-geometric models and its slopes by r, alpha, a, b; columns x, tx, T. */
export function betaGeometricSlope({ columns, weight, customers }: UniqueRows, first: 0 | 1) {
  const [counts, recencies, ages] = columns as [Float64Array, Float64Array, Float64Array];
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  return ([r, alpha, a, b]: readonly number[]): Slope => {
    const [ofR, ofB, ofSum] = [risingTable(r!, most), risingTable(b!, most + 1), risingTable(a! + b!, most + 1)];
    const [lnAlpha, lnA] = [ln(alpha!), ln(a!)];
    const lnLater = Float64Array.from({ length: most + 2 }, (_, n) => (n === 0 ? 0 : ln(b! + n - 1)));
    let value = customers * r! * lnAlpha;
    let byR = customers * lnAlpha;
    let byAlpha = (customers * r!) / alpha!;
    let byA = 0;
    let byB = 0;
    let lastAge = NaN;
    let lnAge = 0;
    for (let row = 0; row < weight.length; row++) {
      const [x, tx, T, w] = [counts[row]!, recencies[row]!, ages[row]!, weight[row]!];
      if (T !== lastAge) [lastAge, lnAge] = [T, ln(alpha! + T)];
      const survived = x + first;
      // Shares of having dropped out at the last purchase, and of being alive, in the likelihood of the row.
      let [dropped, lnTotal, lnRecency] = [0, 0, 0];
      if (survived > 0) {
        lnRecency = ln(alpha! + tx);
        const odds = lnA - lnLater[survived]! + (r! + x) * (lnAge - lnRecency);
        const ratio = exp(-Math.abs(odds));
        dropped = odds > 0 ? 1 / (1 + ratio) : ratio / (1 + ratio);
        lnTotal = (odds > 0 ? odds : 0) + ln1p(ratio);
      }
      value += w * (ofR.log[x]! + ofB.log[survived]! - ofSum.log[survived]! - (r! + x) * lnAge + lnTotal);
      byR += w * (ofR.slope[x]! - lnAge + dropped * (lnAge - lnRecency));
      byAlpha -= w * (r! + x) * ((1 - dropped) / (alpha! + T) + dropped / (alpha! + tx));
      byA += w * (dropped / a! - ofSum.slope[survived]!);
      byB += w * (ofB.slope[survived]! - ofSum.slope[survived]! - (survived > 0 ? dropped / (b! + survived - 1) : 0));
    }
    return { value, gradient: [byR, byAlpha, byA, byB] };
  };
}
