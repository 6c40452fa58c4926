import { type Decimal, times, toDecimal, toText } from '../../core/decimal.js';
import { seededRandom } from '../../core/random.js';
import { ratio } from '../../core/ratio.js';
import { fail } from '../fail.js';
import type { NeedSimulation, PipelineNeed } from './additionalPipelineNeeded.js';
import type { RiskGrid } from './riskDeals.js';
import { DEFAULT_RUNS, DRAWS, playRuns, winningDraws } from './simulatePipeline.js';

/** What is looked for, in units of the grid. */
export interface UnitGoal {
  readonly target: bigint;
  readonly confidence: Decimal;
  readonly units: bigint;
  readonly amount: Decimal;
  readonly probability: Decimal;
  /** Most deals that are tried. */
  readonly most: number;
}

/**
 * How many more deals are needed by simulation, or `null` where no number that is tried is enough. Run k is that of
 * `simulatePipeline`; its further deals draw from the stream 2³² − 1 − k, one after another, so that each run has a number
 * of deals from which on it reaches the target.
 */
export function simulatedNeed(
  grid: RiskGrid,
  { target, confidence, units, amount, probability, most }: UnitGoal,
  { seed, runs = DEFAULT_RUNS }: NeedSimulation,
): PipelineNeed | null {
  if (!Number.isSafeInteger(runs) || runs < 1 || runs > DRAWS / 2) {
    fail('simulate.runs', ['goal', 'simulation', 'runs'], { value: String(runs) });
  }
  const limit = winningDraws(probability);
  const tried = units > 0n && limit > 0 ? most : 0;
  const results = playRuns(grid, seed, 0, runs);
  /** Runs that reach the target with so many further deals and not with fewer. */
  const reached = new Uint32Array(tried + 1);
  for (let run = 0; run < runs; run++) {
    const left = target - BigInt(results[run]!);
    const wins = left <= 0n ? 0 : units > 0n ? Number((left + units - 1n) / units) : Infinity;
    const deals = dealsFor(wins, limit, tried, wins === 0 ? null : seededRandom(seed, DRAWS - 1 - run));
    if (deals <= tried) reached[deals]!++;
  }
  const needed = times(confidence, toDecimal(runs));
  let enough = 0;
  for (let deals = 0; deals <= tried; deals++) {
    enough += reached[deals]!;
    if (needed.gt(enough)) continue;
    const share = enough / runs;
    return {
      ok: true,
      deals,
      pipeline: toText(times(amount, toDecimal(deals))),
      probability: ratio(enough, runs),
      simulated: { seed, runs, standardError: Math.sqrt((share * (1 - share)) / runs) },
    };
  }
  return null;
}

/** How many deals are drawn until so many are won; more than are tried where they are not enough. */
function dealsFor(
  wins: number,
  limit: number,
  tried: number,
  random: Pick<ReturnType<typeof seededRandom>, 'uint32'> | null,
): number {
  if (random === null) return 0;
  if (wins > tried) return tried + 1;
  let won = 0;
  let deals = 0;
  while (won < wins && deals <= tried) {
    deals++;
    if (random.uint32() < limit) won++;
  }
  return deals;
}
