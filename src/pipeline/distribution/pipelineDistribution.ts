import { type Decimal, type DecimalString, MAX_DIGITS, minus, plus, times, toText, ZERO } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import type { Estimate } from '../../core/estimate.js';
import { scaledDecimal } from '../../core/fixed/decimalColumn.js';
import { toScaled } from '../../core/scaled.js';
import { convolve, type Masses, MAX_OUTCOMES, NOTHING } from './convolve.js';
import { chanceIn, type RiskDeal, type RiskGrid, riskGrid, type Scenario } from './riskDeals.js';

/** A possible result of all deals together. */
export interface Outcome {
  readonly value: DecimalString;
  /** Its exact chance. */
  readonly mass: DecimalString;
  /** Chance of it or less. */
  readonly cumulative: DecimalString;
}

/** Everything that a pipeline may bring, ascending. */
export interface PipelineDistribution {
  readonly outcomes: readonly Outcome[];
  readonly mean: DecimalString;
  readonly standardDeviation: Estimate;
}

/** A distribution, or why it is too large to be exact. */
export type DistributionResult =
  ({ readonly ok: true } & PipelineDistribution) | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the exact chance of everything that deals may bring together. They are independent, or share the fate of a
 * scenario. Their order changes nothing.
 *
 * @param deals amounts of one currency and chances
 * @param options scenarios with their weights
 * @throws SalesModelError `pipeline.probability`, `pipeline.duplicateDeal`, `pipeline.mixedCurrency`, `simulate.weights`,
 *   `simulate.factor`, `decimal.invalid`
 * @example
 * import { distributionQuantile, goalProbability, pipelineDistribution } from 'salesmodel/pipeline';
 *
 * const result = pipelineDistribution([
 *   { id: 'A', amount: '100', probability: '0.9' },
 *   { id: 'B', amount: '50', probability: '0.5' },
 * ]);
 * result.ok && result.outcomes.map(({ value, mass }) => [value, mass]); // => [['0', '0.05'], ['50', '0.05'], ['100', '0.45'], ['150', '0.45']]
 * result.ok && distributionQuantile(result, '0.5'); // => '100'
 * result.ok && goalProbability(result, '120').value; // => '0.45'
 */
export function pipelineDistribution(
  deals: readonly RiskDeal[],
  options: { readonly scenarios?: readonly Scenario[] } = {},
): DistributionResult {
  const grid = riskGrid(deals, options.scenarios);
  const masses = massesOf(grid);
  if (masses === null) return { ok: false, reasons: [{ code: 'tooManyOutcomes', params: { most: MAX_OUTCOMES } }] };
  if (masses.decimals > MAX_DIGITS) {
    return { ok: false, reasons: [{ code: 'tooManyDigits', params: { most: MAX_DIGITS, digits: masses.decimals } }] };
  }
  return { ok: true, ...summary(masses.masses, masses.decimals, grid.scale) };
}

/** The chances of all sums, in units of 10^−decimals. */
export function massesOf({
  deals,
  scenarios,
}: RiskGrid): { readonly masses: Masses; readonly decimals: number } | null {
  const weightScale = scenarios.reduce((most, { weight }) => Math.max(most, weight.dp()), 0);
  const chances = scenarios.map(({ factor }) => deals.map(({ probability }) => chanceIn(probability, factor)));
  const chanceScale = chances.flat().reduce((most, chance) => Math.max(most, chance.dp()), 0);
  const one = 10n ** BigInt(chanceScale);
  const mixed = new Map<bigint, bigint>();
  for (const [at, { weight }] of scenarios.entries()) {
    let masses: Masses | null = NOTHING;
    for (const [index, { units }] of deals.entries()) {
      masses = convolve(masses, units, toScaled(chances[at]![index]!, chanceScale), one);
      if (masses === null) return null;
    }
    const share = toScaled(weight, weightScale);
    if (share === 0n) continue;
    for (const [sum, mass] of masses) mixed.set(sum, (mixed.get(sum) ?? 0n) + mass * share);
  }
  return mixed.size > MAX_OUTCOMES ? null : { masses: mixed, decimals: chanceScale * deals.length + weightScale };
}

function summary(masses: Masses, decimals: number, scale: number): PipelineDistribution {
  const sorted = [...masses].sort(([a], [b]) => (a < b ? -1 : 1));
  let below = 0n;
  let mean = ZERO;
  let square = ZERO;
  const outcomes = sorted.map(([units, mass]): Outcome => {
    below += mass;
    const value = scaledDecimal(units, scale);
    const share = scaledDecimal(mass, decimals);
    const part: Decimal = times(value, share);
    mean = plus(mean, part);
    square = plus(square, times(value, part));
    return { value: toText(value), mass: toText(share), cumulative: toText(scaledDecimal(below, decimals)) };
  });
  return { outcomes, mean: toText(mean), standardDeviation: Math.sqrt(Number(minus(square, times(mean, mean)))) };
}
