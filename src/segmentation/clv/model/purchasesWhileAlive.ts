import { exp, ln1p } from '../../../core/elementary.js';
import { logBeta } from '../../../core/gamma.js';
import { shrinkage } from '../numerics/shrinkage.js';
import type { BetaGeometricParams } from './clvModel.js';

/** Above so many terms of the series the integral is the shorter way. */
const MOST_TERMS = 40_000;
/** What changes nothing any more. */
const NOTHING = 2 ** -55;
const HUGE = 1e200;

/**
 * Purchases that a customer makes in a time t from a day on which they are alive: the mean of (1 − (1 + p t/α)⁻ʳ)/p over
 * probabilities p of dropping out. The closed form has a − 1 below and the ₂F₁ of a + b − 1, and is singular where either is 0;
 * this is the same figure without a singular place.
 */
export function purchasesWhileAlive(params: BetaGeometricParams, t: number): number {
  const { r, alpha } = params;
  if (t === 0) return 0;
  return ((r + 40) * (alpha + t)) / alpha < MOST_TERMS ? bySeries(params, t) : byIntegral(params, t);
}

/**
 * Σ wₙ Hₙ: the chances wₙ of n occasions in the time, negative binomial, times the purchases Hₙ = Σ (b)ₖ/(a + b)ₖ, k < n, that
 * a customer makes at n occasions. The weights are known but for a factor, which their sum gives.
 */
function bySeries({ r, alpha, a, b }: BetaGeometricParams, t: number): number {
  const z = t / (alpha + t);
  let weight = 1;
  let stays = 1;
  let made = 0;
  let sum = 1;
  let weighted = 0;
  for (let n = 1; ; n++) {
    made += stays;
    stays *= (b + n - 1) / (a + b + n - 1);
    weight *= ((r + n - 1) / n) * z;
    sum += weight;
    weighted += weight * made;
    const ratio = ((r + n) / (n + 1)) * z;
    if (ratio < 1 && weight * (made + 1) * ratio <= NOTHING * (1 - ratio) ** 2 * weighted) return weighted / sum;
    if (weight > HUGE || weighted > HUGE) {
      weight /= HUGE;
      sum /= HUGE;
      weighted /= HUGE;
    }
  }
}

/**
 * The integral over p = 1/(1 + e⁻ʸ) by the trapezoidal rule, which is as exact as doubles are where the integrand is smooth and
 * dies out on both sides; there its terms are geometric and summed in closed form.
 */
function byIntegral({ r, alpha, a, b }: BetaGeometricParams, t: number): number {
  const tau = t / alpha;
  const width = Math.sqrt(1 / a + 1 / b);
  const h = Math.min(0.25, 0.5 * width);
  const scale = logBeta(a, b);
  // p is so small here that nothing but its power is left of the integrand, and likewise 1 − p on the other side.
  const from = -Math.ceil((40 + ln1p((r + 1) * tau) + ln1p(a + b)) / h);
  const to = Math.ceil((40 + ln1p(r) + ln1p(a + b)) / h);
  const termAt = (place: number): number => {
    const y = place * h;
    const lnP = y < 0 ? y - ln1p(exp(y)) : -ln1p(exp(-y));
    const lnQ = y < 0 ? -ln1p(exp(y)) : -y - ln1p(exp(-y));
    const p = exp(lnP);
    const u = r * ln1p(p * tau);
    return ((u * shrinkage(u)) / p) * exp(a * lnP + b * lnQ - scale);
  };
  let sum = 0;
  for (let place = from; place <= to; place++) sum += termAt(place);
  const before = termAt(from - 1) / (1 - exp(-a * h));
  const after = termAt(to + 1) / (1 - exp(-b * h));
  return h * (sum + before + after);
}
