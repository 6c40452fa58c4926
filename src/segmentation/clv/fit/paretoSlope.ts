import { exp, ln, ln1p } from '../../../core/elementary.js';
import { dropoutIntegral } from '../model/dropoutIntegral.js';
import type { Slope } from '../numerics/maximise.js';
import { risingTable } from '../numerics/risingTable.js';
import type { UniqueRows } from './uniqueRows.js';

/** The log-likelihood of the Pareto/NBD model and its slopes by r, alpha, s, beta; columns x, tx, T. */
export function paretoSlope({ columns, weight, customers }: UniqueRows) {
  const [counts, recencies, ages] = columns as [Float64Array, Float64Array, Float64Array];
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  return ([r, alpha, s, beta]: readonly number[]): Slope => {
    const params = { r: r!, alpha: alpha!, s: s!, beta: beta! };
    const ofR = risingTable(r!, most);
    const [lnAlpha, lnBeta] = [ln(alpha!), ln(beta!)];
    let value = customers * (r! * lnAlpha + s! * lnBeta);
    let byR = customers * lnAlpha;
    let byAlpha = (customers * r!) / alpha!;
    let byS = customers * lnBeta;
    let byBeta = (customers * s!) / beta!;
    for (let row = 0; row < weight.length; row++) {
      const [x, tx, T, w] = [counts[row]!, recencies[row]!, ages[row]!, weight[row]!];
      const [lnAlphaAge, lnBetaAge] = [ln(alpha! + T), ln(beta! + T)];
      const gone = dropoutIntegral(params, x, tx, T);
      const odds = gone.log + (r! + x) * (lnAlphaAge - ln(alpha! + tx)) + s! * (lnBetaAge - ln(beta! + tx));
      // Shares of having dropped out, and of being alive, in the likelihood of the row.
      const ratio = exp(-Math.abs(odds));
      const dropped = odds > 0 ? 1 / (1 + ratio) : ratio / (1 + ratio);
      const alive = 1 - dropped;
      value += w * (ofR.log[x]! - (r! + x) * lnAlphaAge - s! * lnBetaAge + (odds > 0 ? odds : 0) + ln1p(ratio));
      byR += w * (ofR.slope[x]! - alive * lnAlphaAge - dropped * gone.lnAlpha);
      byAlpha -= w * (r! + x) * (alive / (alpha! + T) + dropped * gone.perAlpha);
      byS += w * (dropped / s! - alive * lnBetaAge - dropped * gone.lnBeta);
      byBeta -= w * ((alive * s!) / (beta! + T) + dropped * (s! + 1) * gone.perBeta);
    }
    return { value, gradient: [byR, byAlpha, byS, byBeta] };
  };
}
