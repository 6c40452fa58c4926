import {
  type Decimal,
  type DecimalString,
  divide,
  minus,
  plus,
  times,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import type { Estimate } from '../../core/estimate.js';
import { scaledDecimal } from '../../core/fixed/decimalColumn.js';
import { hash32 } from '../../core/hash.js';
import { seededRandom } from '../../core/random.js';
import { fail } from '../fail.js';
import { chanceIn, type RiskDeal, type RiskGrid, riskGrid, type Scenario } from './riskDeals.js';

/** Draws of a generator are integers below this, and so are the numbers of runs. */
export const DRAWS = 2 ** 32;

export const DEFAULT_RUNS = 10_000;

/** How a pipeline is played through. */
export interface SimulationOptions {
  /** Integer from 0 to 2³² − 1. */
  readonly seed: number;
  /** Number of runs from 1 on. Default 10,000. */
  readonly runs?: number;
  /** Number of the first run, from 0 (default) on: a simulation can be made in parts. */
  readonly from?: number;
  readonly scenarios?: readonly Scenario[];
}

/** What some runs brought. */
export interface PipelineSimulation {
  readonly seed: number;
  readonly from: number;
  readonly runs: number;
  /** Fingerprint of the deals and scenarios: parts of the same simulation have the same. */
  readonly world: number;
  /** How often each result came, ascending. */
  readonly counts: readonly { readonly value: DecimalString; readonly count: number }[];
  readonly mean: Estimate;
  readonly standardDeviation: Estimate;
  /** Of the mean. */
  readonly standardError: Estimate;
}

/**
 * Returns what deals brought in so many runs. Run k has its own stream of draws, and draws deals by id, so that neither the
 * order of the deals nor the split of the runs changes anything.
 *
 * @param deals amounts of one currency and chances
 * @param options seed, runs, scenarios
 * @throws SalesModelError `simulate.runs`, `seed.invalid`, and the errors of `pipelineDistribution`
 * @example
 * import { goalProbability, simulatePipeline } from 'salesmodel/pipeline';
 *
 * const deals = [
 *   { id: 'A', amount: '100', probability: '0.9' },
 *   { id: 'B', amount: '50', probability: '0.5' },
 * ];
 * const simulation = simulatePipeline(deals, { seed: 7, runs: 1000 });
 * simulation.counts.map(({ value, count }) => [value, count]); // => [ [ '0', 53 ], [ '50', 32 ], [ '100', 471 ], [ '150', 444 ] ]
 * goalProbability(simulation, '120').value; // => '0.444'
 */
export function simulatePipeline(deals: readonly RiskDeal[], options: SimulationOptions): PipelineSimulation {
  const { seed, runs = DEFAULT_RUNS, from = 0, scenarios } = options;
  if (!Number.isSafeInteger(runs) || runs < 1) fail('simulate.runs', ['options', 'runs'], { value: String(runs) });
  if (!Number.isSafeInteger(from) || from < 0 || from + runs > DRAWS)
    fail('simulate.runs', ['options', 'from'], { value: String(from) });
  const grid = riskGrid(deals, scenarios);
  const results = playRuns(grid, seed, from, runs);
  const counts = new Map<number | bigint, number>();
  for (const result of results) counts.set(result, (counts.get(result) ?? 0) + 1);
  const world = hash32(
    JSON.stringify([
      grid.deals.map(({ id, units, probability }) => [id, String(units), toText(probability)]),
      grid.scale,
      grid.scenarios.map(({ weight, factor }) => [toText(weight), toText(factor)]),
    ]),
    0,
  );
  const listed = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([units, count]) => ({ value: toText(scaledDecimal(units, grid.scale)), count }));
  return { seed, from, runs, world, counts: listed, ...momentsOf(listed, runs) };
}

/** Mean and spread of counted results; the spread is that of these runs. */
export function momentsOf(
  counts: PipelineSimulation['counts'],
  runs: number,
): Pick<PipelineSimulation, 'mean' | 'standardDeviation' | 'standardError'> {
  let sum = ZERO;
  let square = ZERO;
  for (const { value, count } of counts) {
    const part = times(toDecimal(value), toDecimal(count));
    sum = plus(sum, part);
    square = plus(square, times(toDecimal(value), part));
  }
  const n = toDecimal(runs);
  const variance = divide(minus(times(n, square), times(sum, sum)), times(n, n));
  const standardDeviation = Math.sqrt(Number(variance));
  return { mean: Number(divide(sum, n)), standardDeviation, standardError: standardDeviation / Math.sqrt(runs) };
}

/** What each run brings, in units. */
export function playRuns(grid: RiskGrid, seed: number, from: number, runs: number): Float64Array | bigint[] {
  const bound = grid.deals.reduce((sum, { units }) => sum + (units < 0n ? -units : units), 0n);
  return bound <= BigInt(Number.MAX_SAFE_INTEGER) ? playSafe(grid, seed, from, runs) : playBig(grid, seed, from, runs);
}

/** The end of the draws that win a deal. */
export function winningDraws(chance: Decimal): number {
  return Number(times(chance, toDecimal(DRAWS)).ceil());
}

/** The draws below which each deal is won, by scenario: a draw d wins when d < p·2³². */
function thresholds({ deals, scenarios }: RiskGrid): Float64Array[] {
  return scenarios.map(({ factor }) =>
    Float64Array.from(deals, ({ probability }) => winningDraws(chanceIn(probability, factor))),
  );
}

/** The draws below which each scenario comes about. */
function scenarioEnds({ scenarios }: RiskGrid): Float64Array {
  let sum = ZERO;
  return Float64Array.from(scenarios, ({ weight }) => {
    sum = plus(sum, weight);
    return Number(times(sum, toDecimal(DRAWS)).ceil());
  });
}

function playSafe(grid: RiskGrid, seed: number, from: number, runs: number): Float64Array {
  const units = Float64Array.from(grid.deals, (deal) => Number(deal.units));
  const chances = thresholds(grid);
  const ends = scenarioEnds(grid);
  const results = new Float64Array(runs);
  const draws = new Uint32Array(units.length);
  for (let run = 0; run < runs; run++) {
    const random = seededRandom(seed, from + run);
    const limits = chances.length === 1 ? chances[0]! : chances[scenarioOf(ends, random.uint32())]!;
    random.uint32s(draws);
    results[run] = wonUnits(draws, limits, units);
  }
  return results;
}

/** The units of the deals whose draws are below their limits. */
function wonUnits(draws: Uint32Array, limits: Float64Array, units: Float64Array): number {
  let sum = 0;
  for (let deal = 0; deal < units.length; deal++) sum += draws[deal]! < limits[deal]! ? units[deal]! : 0;
  return sum;
}

function playBig(grid: RiskGrid, seed: number, from: number, runs: number): bigint[] {
  const chances = thresholds(grid);
  const ends = scenarioEnds(grid);
  return Array.from({ length: runs }, (_, run) => {
    const { uint32 } = seededRandom(seed, from + run);
    const limits = chances.length === 1 ? chances[0]! : chances[scenarioOf(ends, uint32())]!;
    let sum = 0n;
    for (const [deal, { units }] of grid.deals.entries()) if (uint32() < limits[deal]!) sum += units;
    return sum;
  });
}

function scenarioOf(ends: Float64Array, draw: number): number {
  let at = 0;
  while (draw >= ends[at]!) at++;
  return at;
}
