import { type Decimal, type DecimalString, minus, ONE, plus, times, ZERO } from '../../core/decimal.js';
import type { Rejected } from '../../core/errors.js';
import type { Estimate } from '../../core/estimate.js';
import { roundDecimal } from '../../core/rounding.js';
import { compareKeys, groupValue } from '../deal/groupKey.js';
import type { ForecastOptions, ForecastPolicy } from './forecastOptions.js';
import { type ForecastDeal, type ForecastRow, type ForecastRows, forecastRows } from './forecastRows.js';

/** What a category of a forecast holds. */
export interface CategoryTotal {
  readonly amount: DecimalString;
  /** Deals of the category itself. */
  readonly deals: number;
}

/** The categories that a forecast adds up. */
export type CountedCategory = 'pipeline' | 'bestCase' | 'mostLikely' | 'commit' | 'closed';

/** A forecast of some deals, in the currency asked for. */
export interface ForecastFigures {
  readonly categories: Readonly<Record<CountedCategory, CategoryTotal>>;
  /** Everything open: pipeline, best case, most likely and commit. */
  readonly openPipeline: DecimalString;
  /** Amount × probability of the open deals. */
  readonly weighted: DecimalString;
  readonly closed: DecimalString;
  /** Closed and weighted together. */
  readonly expectedClosed: DecimalString;
  /** How far the result may well be off, if deals are independent: √Σa²p(1 − p). */
  readonly standardDeviation: Estimate;
}

/** A forecast, and what it left out. */
export interface Forecast extends ForecastFigures {
  readonly currency: string;
  readonly policy: Required<ForecastPolicy>;
  /** By the values of the fields asked for. */
  readonly groups: readonly (ForecastFigures & { readonly keys: Readonly<Record<string, string | null>> })[];
  /** Deals that do not count: lost, omitted, with a close date elsewhere or none, without an amount where those are left out. */
  readonly left: ForecastRows['left'];
  readonly rejected: readonly Rejected[];
}

/**
 * Returns the forecast of a period by category and weighted by probability: open deals that are expected to close in it,
 * and won deals that did. Conversion precedes weighting. A deal without a rate is rejected and the rest is added up, and so
 * is an open one that was judged to be `closed`: what is closed was won.
 *
 * @param deals in any order
 * @param options period, currency and policy
 * @throws SalesModelError `pipeline.duplicateDeal`, `pipeline.probability`, `option.unknown`, `currency.unknown`,
 *   `period.order`, and the errors of `convert`
 * @example
 * import { rollUpForecast } from 'salesmodel/pipeline';
 *
 * const forecast = rollUpForecast(
 *   [
 *     { id: 'D1', outcome: 'won', category: 'closed', probability: '1', closeDate: '2026-04-20', amount: { amount: '800.00', currency: 'EUR' } },
 *     { id: 'D2', outcome: null, category: 'commit', probability: '0.9', closeDate: '2026-05-31', amount: { amount: '500.00', currency: 'EUR' } },
 *     { id: 'D3', outcome: null, category: 'pipeline', probability: '0.2', closeDate: '2026-06-15', amount: { amount: '999.99', currency: 'EUR' } },
 *   ],
 *   { period: { kind: 'quarter', start: '2026-04-01', end: '2026-07-01' }, currency: 'EUR', rollUp: 'cumulative' },
 * );
 * forecast.categories.commit; // => { amount: '1300.00', deals: 1 }
 * forecast.weighted; // => '650.00'
 * forecast.expectedClosed; // => '1450.00'
 */
export function rollUpForecast(deals: readonly ForecastDeal[], options: ForecastOptions): Forecast {
  const read = forecastRows(deals, options);
  const { rows, rejected, left, rates, policy } = read;
  const figures = (some: readonly ForecastRow[]): ForecastFigures => forecastFigures(some, rates.unit, policy);
  return {
    currency: rates.currency,
    ...figures(rows),
    policy,
    groups:
      options.by === undefined
        ? []
        : grouped(rows, options.by).map(({ keys, rows: some }) => ({ keys, ...figures(some) })),
    left,
    rejected,
  };
}

function forecastFigures(
  rows: readonly ForecastRow[],
  unit: Decimal,
  policy: Required<ForecastPolicy>,
): ForecastFigures {
  const counts = { pipeline: 0, bestCase: 0, mostLikely: 0, commit: 0, closed: 0 };
  const sums: Record<CountedCategory, Decimal> = {
    pipeline: ZERO,
    bestCase: ZERO,
    mostLikely: ZERO,
    commit: ZERO,
    closed: ZERO,
  };
  let weighted = ZERO;
  let variance = ZERO;
  for (const { category, amount, probability, weighted: part } of rows) {
    counts[category]++;
    sums[category] = plus(sums[category], amount);
    if (category === 'closed') continue;
    weighted = plus(weighted, part);
    variance = plus(variance, times(times(amount, amount), times(probability, minus(ONE, probability))));
  }
  const text = (value: Decimal): DecimalString => roundDecimal(value, unit, 'halfEven').toFixed(unit.dp());
  const open = [sums.pipeline, sums.bestCase, sums.mostLikely, sums.commit].reduce(plus, ZERO);
  const amounts = policy.rollUp === 'single' ? sums : cumulative(sums);
  const total = (category: CountedCategory): CategoryTotal => ({
    amount: text(amounts[category]),
    deals: counts[category],
  });
  return {
    categories: {
      pipeline: total('pipeline'),
      bestCase: total('bestCase'),
      mostLikely: total('mostLikely'),
      commit: total('commit'),
      closed: total('closed'),
    },
    openPipeline: text(open),
    weighted: text(weighted),
    closed: text(sums.closed),
    expectedClosed: text(plus(sums.closed, weighted)),
    standardDeviation: Math.sqrt(Number(variance)),
  };
}

function cumulative(sums: Readonly<Record<CountedCategory, Decimal>>): Record<CountedCategory, Decimal> {
  const { pipeline, closed } = sums;
  const commit = plus(sums.commit, closed);
  const mostLikely = plus(sums.mostLikely, commit);
  return { pipeline, closed, commit, mostLikely, bestCase: plus(sums.bestCase, mostLikely) };
}

function grouped(
  rows: readonly ForecastRow[],
  by: readonly string[],
): { readonly keys: Readonly<Record<string, string | null>>; readonly rows: readonly ForecastRow[] }[] {
  const groups = new Map<string, { keys: Record<string, string | null>; rows: ForecastRow[] }>();
  for (const row of rows) {
    const keys = Object.fromEntries(by.map((field) => [field, groupValue(row.deal, field)]));
    const name = JSON.stringify(keys);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { keys, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()].toSorted((a, b) =>
    by.reduce((order, field) => order || compareKeys(a.keys[field] ?? null, b.keys[field] ?? null), 0),
  );
}
