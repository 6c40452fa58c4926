import type { DecimalLike } from '../../core/decimal.js';
import type { Estimate } from '../../core/estimate.js';
import { normalQuantile } from '../../core/normalQuantile.js';
import { fail } from '../fail.js';
import { checkServiceLevel, numberFrom0 } from './serviceLevel.js';

/** What a safety stock depends on; times in the period that demand is given for. */
export interface SafetyFacts {
  /** Probability, above 0 and below 1, that a cycle ends without a stock-out. */
  readonly serviceLevel: number;
  /** Standard deviation of the demand of a period. */
  readonly sigma: DecimalLike;
  readonly leadTime: DecimalLike;
  /** Standard deviation of the lead time. Default 0. */
  readonly sigmaLeadTime?: DecimalLike;
  /** Mean demand of a period, needed beside `sigmaLeadTime`. */
  readonly mean?: DecimalLike;
  /** Periods between two looks at the stock. Default 0: it is watched all the time. */
  readonly reviewPeriod?: DecimalLike;
}

/**
 * Returns the safety stock for a cycle service level, an estimate: z·√((L + R)·σ² + μ²·σL²) for normal demand. The cycle
 * service level is the probability of a cycle without a stock-out; for the part of the demand that is met from stock see
 * `safetyForFillRate`.
 *
 * @param facts service level, spread of demand and lead time
 * @throws SalesModelError `serviceLevel.range`, `safety.mean`, `quantity.negative`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { safetyStock } from 'salesmodel/orders';
 *
 * safetyStock({ serviceLevel: 0.95, sigma: 20, leadTime: 4 }).toFixed(3); // => '65.794'
 * safetyStock({ serviceLevel: 0.5, sigma: 20, leadTime: 4 }); // => 0
 */
export function safetyStock({
  serviceLevel,
  sigma,
  leadTime,
  sigmaLeadTime = 0,
  mean,
  reviewPeriod = 0,
}: SafetyFacts): Estimate {
  const z = normalQuantile(checkServiceLevel(serviceLevel, ['serviceLevel']));
  const spread = numberFrom0(sigma, ['sigma']);
  const exposed = numberFrom0(leadTime, ['leadTime']) + numberFrom0(reviewPeriod, ['reviewPeriod']);
  const delay = numberFrom0(sigmaLeadTime, ['sigmaLeadTime']);
  if (delay > 0 && mean === undefined) fail('safety.mean', ['mean']);
  const swing = delay * numberFrom0(mean ?? 0, ['mean']);
  return z * Math.sqrt(exposed * spread * spread + swing * swing);
}
