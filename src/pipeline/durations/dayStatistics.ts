import { type DecimalString, toText } from '../../core/decimal.js';
import { ratio, ratioOf, type Ratio } from '../../core/ratio.js';
import { toDecimal } from '../../core/decimal.js';
import { quantiles } from '../../mechanisms/scoring/quantile.js';
import { AmountSum } from '../deal/amountSum.js';

/** Figures of a list of days; there are none of an empty list. */
export interface DayStatistics {
  readonly n: number;
  readonly total: DecimalString;
  /** Total ÷ n. */
  readonly mean: Ratio;
  readonly median: DecimalString | null;
  /** Quantile of type 7, as the median. */
  readonly p90: DecimalString | null;
  readonly max: DecimalString | null;
}

/** Sums up days. */
export function dayStatistics(days: readonly DecimalString[]): DayStatistics {
  const sum = new AmountSum();
  for (const each of days) sum.add(each);
  const total = sum.total();
  const [median = null, p90 = null, max = null] = quantiles(days, ['0.5', '0.9', '1']);
  const n = days.length;
  return { n, total: toText(total), mean: n === 0 ? ratio(0, 0) : ratioOf(total, toDecimal(n)), median, p90, max };
}
