import {
  type Decimal,
  type DecimalLike,
  divide,
  minus,
  plus,
  times,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import type { Estimate } from '../../core/estimate.js';
import type { Path } from '../../core/errors.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { fail } from '../fail.js';
import { riskWarnings, type RiskWarning } from '../risk/riskWarnings.js';
import type { RiskIndicator } from '../schema/risk.js';

/** What is known of a period. What is not known is absent. */
export interface SignalPeriod {
  /** Prices of one good in the channels, above 0. */
  readonly prices?: readonly { readonly channel: string; readonly price: DecimalLike }[];
  /** Turnover of the channels, 0 or more. */
  readonly turnover?: readonly { readonly channel: string; readonly value: DecimalLike }[];
  /** Margin in parts of the price. */
  readonly margin?: DecimalLike;
  readonly complaints?: { readonly count: DecimalLike; readonly orders: DecimalLike };
  readonly partners?: { readonly lost: DecimalLike; readonly atStart: DecimalLike };
}

/** The figures of a period. `null` is not known. */
export interface ConflictSignal {
  /** Standard deviation of the prices of channels in parts of their mean. */
  readonly priceDispersion: Estimate | null;
  /** Greatest less least turnover of a channel, in parts of the total. */
  readonly turnoverDifference: Ratio | null;
  /** Margin less that of the period before. */
  readonly marginTrend: string | null;
  readonly complaintShare: Ratio | null;
  readonly partnerChurn: Ratio | null;
}

/** Figures by period, and their lights at the end. */
export interface ConflictSignals {
  readonly periods: readonly ConflictSignal[];
  /** By code, of the indicators that name a figure. */
  readonly warnings: readonly RiskWarning[];
}

/**
 * Returns figures that announce conflicts of channels, period by period, with the light of each indicator: the codes are
 * the names of the figures. Shares are compared with bounds as they are reported, at 12 decimals.
 *
 * @param series periods, the oldest first
 * @param indicators bounds of `priceDispersion`, `turnoverDifference`, `marginTrend`, `complaintShare`, `partnerChurn`
 * @throws SalesModelError `signal.range`, those of `riskWarnings`
 * @example
 * import { conflictSignals } from 'salesmodel/channel';
 *
 * const { periods, warnings } = conflictSignals(
 *   [{ margin: '0.30' }, { margin: '0.26', prices: [{ channel: 'web', price: '90' }, { channel: 'shop', price: '110' }] }],
 *   [{ code: 'marginTrend', direction: 'low', amber: '-0.02', red: '-0.05' }],
 * );
 * [periods[1]?.priceDispersion, periods[1]?.marginTrend]; // => [0.1, '-0.04']
 * warnings.map(({ code, light }) => `${code} ${light}`); // => ['marginTrend amber']
 */
export function conflictSignals(
  series: readonly SignalPeriod[],
  indicators: readonly RiskIndicator[],
): ConflictSignals {
  const margins = series.map(({ margin }, at) =>
    margin === undefined ? null : toDecimal(margin, ['series', at, 'margin']),
  );
  const periods = series.map((period, at): ConflictSignal => {
    const [before, now] = [margins[at - 1] ?? null, margins[at] ?? null];
    return {
      priceDispersion: dispersion(period, ['series', at, 'prices']),
      turnoverDifference: difference(period, ['series', at, 'turnover']),
      marginTrend: before === null || now === null ? null : toText(minus(now, before)),
      complaintShare: part(period.complaints?.count, period.complaints?.orders, ['series', at, 'complaints']),
      partnerChurn: part(period.partners?.lost, period.partners?.atStart, ['series', at, 'partners']),
    };
  });
  const figures = {
    priceDispersion: periods.map(({ priceDispersion }) => priceDispersion),
    turnoverDifference: periods.map(({ turnoverDifference }) => turnoverDifference?.value ?? null),
    marginTrend: periods.map(({ marginTrend }) => marginTrend),
    complaintShare: periods.map(({ complaintShare }) => complaintShare?.value ?? null),
    partnerChurn: periods.map(({ partnerChurn }) => partnerChurn?.value ?? null),
  };
  return { periods, warnings: riskWarnings(indicators, figures) };
}

/** Of two channels or more; the order of channels changes nothing, for the sums are exact. */
function dispersion({ prices = [] }: SignalPeriod, path: Path): Estimate | null {
  if (prices.length < 2) return null;
  const values = prices.map(({ price }, at) => read(price, [...path, at, 'price']));
  const n = toDecimal(values.length);
  const sum = values.reduce(plus, ZERO);
  if (sum.isZero()) return null;
  const squares = values.reduce((all, value) => plus(all, times(value, value)), ZERO);
  const variance = minus(times(n, squares), times(sum, sum));
  return divide(variance.sqrt(), sum).toNumber();
}

function difference({ turnover = [] }: SignalPeriod, path: Path): Ratio | null {
  if (turnover.length === 0) return null;
  const values = turnover.map(({ value }, at) => read(value, [...path, at, 'value'])).sort((a, b) => a.cmp(b));
  return ratioOf(minus(values.at(-1)!, values[0]!), values.reduce(plus, ZERO));
}

function part(count: DecimalLike | undefined, whole: DecimalLike | undefined, path: Path): Ratio | null {
  return count === undefined || whole === undefined ? null : ratioOf(read(count, path), read(whole, path));
}

function read(value: DecimalLike, path: Path): Decimal {
  const figure = toDecimal(value, path);
  if (figure.lt(0)) fail('signal.range', path, { value: String(value) });
  return figure;
}
