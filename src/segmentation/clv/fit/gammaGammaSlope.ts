import { ln } from '../../../core/elementary.js';
import { logGamma } from '../../../core/gamma.js';
import { digamma } from '../numerics/digamma.js';
import type { Slope } from '../numerics/maximise.js';
import type { UniqueRows } from './uniqueRows.js';

/** The log-likelihood of the Gamma-Gamma model and its slopes by p, q, gamma; columns z, x, sorted by x. */
export function gammaGammaSlope({ columns, weight, customers }: UniqueRows) {
  const [spends, counts] = columns as [Float64Array, Float64Array];
  const lnTotals = spends.map((z, row) => ln(z * counts[row]!));
  const lnSpends = spends.reduce((sum, z, row) => sum + weight[row]! * ln(z), 0);
  return ([p, q, gamma]: readonly number[]): Slope => {
    const lnGamma = ln(gamma!);
    let value = customers * (q! * lnGamma - logGamma(q!)) - lnSpends;
    let byP = 0;
    let byQ = customers * (lnGamma - digamma(q!));
    let byGamma = (customers * q!) / gamma!;
    let [last, log, ofSum, ofShape] = [0, 0, 0, 0];
    for (let row = 0; row < weight.length; row++) {
      const [z, x, w] = [spends[row]!, counts[row]!, weight[row]!];
      const shape = p! * x;
      if (x !== last) {
        last = x;
        log = logGamma(shape + q!) - logGamma(shape);
        [ofSum, ofShape] = [digamma(shape + q!), digamma(shape)];
      }
      const lnTotal = ln(gamma! + x * z);
      value += w * (log + shape * lnTotals[row]! - (shape + q!) * lnTotal);
      byP += w * x * (ofSum - ofShape + lnTotals[row]! - lnTotal);
      byQ += w * (ofSum - lnTotal);
      byGamma -= (w * (shape + q!)) / (gamma! + x * z);
    }
    return { value, gradient: [byP, byQ, byGamma] };
  };
}
