import { type DecimalLike, type DecimalString, toDecimal, toText } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { checkSeed, seededRandom } from '../../core/random.js';
import type { Ratio } from '../../core/ratio.js';
import { toProbability } from '../../mechanisms/scoring/quantile.js';
import { fail } from '../fail.js';
import { compileRun } from '../run/compileRun.js';
import type { RunInput, Transaction } from '../schema.js';
import { drawSummary, type QuantilePoint, type SimulatedPayee, spreadOf } from './drawSummary.js';
import { type OutcomeBasis, payeeOutcomes } from './payeeOutcomes.js';
import { rowSampler } from './rowSampler.js';
import { scaleRow } from './scaleRow.js';

/** Whom and what a simulation takes for granted. Each field is independent of the others. */
export interface SimulateOptions {
  /** The plan whose cost is asked for. Default: the only one of the run. */
  readonly planId?: string;
  /** The component whose measure and attainment are reported. Default: the first of the plan. */
  readonly componentId?: string;
  /** What statements earn, or what is paid out of them, with draws, holds and limits. Default `earned`. */
  readonly cost?: 'earned' | 'paid';
  /** How many people there are like each payee, from 0 on; whoever is not named is not there. Default: one each. */
  readonly population?: Readonly<Record<string, number>>;
  /** Factor above 0 of amounts, quantities and collections of all rows. Default "1". */
  readonly scale?: DecimalLike;
  /** Draws the population again and again. Default: one draw, the population as it is. */
  readonly bootstrap?: Bootstrap;
  /** Which quantiles are reported, 0 to 1. Default 0.1, 0.25, 0.5, 0.75 and 0.9. */
  readonly probabilities?: readonly DecimalLike[];
  /** Whether each draw lists its people. Default `totals`. */
  readonly detail?: 'totals' | 'payees';
}

/** Draws with replacement. Draw k depends on the seed and k alone, so that draws can be computed in parts. */
export interface Bootstrap {
  /** Integer from 0 to 2³² − 1. */
  readonly seed: number;
  /** How many draws, from 1 on. */
  readonly draws: number;
  /** Number of the first draw. Default 0. */
  readonly first?: number;
  /**
   * `payees`: as many people are drawn, each with what they earned; `transactions`: the people stay, and each has as many
   * deals drawn from their own of the run's days. Default `payees`.
   */
  readonly of?: 'payees' | 'transactions';
}

/** What a plan costs in one draw. */
export interface SimulatedDraw {
  readonly draw: number;
  readonly people: number;
  readonly cost: DecimalString;
  /** `null` where it is not defined for somebody. */
  readonly measure: DecimalString | null;
  /** Cost over measure. */
  readonly costRatio: Ratio | null;
  /** Over people, of what one of them costs. */
  readonly pay: readonly QuantilePoint[];
  /** Over people with a quota above 0. */
  readonly attainment: readonly QuantilePoint[];
  /** People whom a cap took something or put it off, over all. */
  readonly capped: Ratio;
  /** People whom a guarantee topped up, over all. */
  readonly belowGuarantee: Ratio;
  /** Rows that were rejected. */
  readonly rejected: number;
  /** With `detail: "payees"`: by id; counts × pay add up to the cost. */
  readonly payees?: readonly SimulatedPayee[];
}

/** Draws in order, and how their costs spread. */
export interface Simulation {
  readonly planId: string;
  readonly componentId: string;
  readonly currency: string;
  readonly draws: readonly SimulatedDraw[];
  readonly cost: { readonly mean: DecimalString; readonly quantiles: readonly QuantilePoint[] };
}

const MAX_COUNT = 1_000_000;
const PROBABILITIES = ['0.1', '0.25', '0.5', '0.75', '0.9'];

/**
 * Returns what a plan costs over a population: the people of a run, each as often as `population` says, with rows scaled
 * and people or deals drawn again. The same seed gives the same bytes, in any order of the input and any split of the
 * draws. Figures are exact; how well they tell the future is another matter.
 *
 * @param input a run with the plan, the people and what they sold
 * @param options plan, population, scale, draws
 * @throws SalesModelError `simulate.plan`, `simulate.count`, `simulate.scale`, `component.unknown`, `run.payee`,
 * `seed.invalid`, `option.unknown`, `quantile.probability`, `decimal.invalid`, `decimal.tooLong`, and those of `run`
 * @example
 * import { simulate, type RunInput } from 'salesmodel/commission';
 *
 * const sale = (id: string, payeeId: string, amount: string) => ({ id, date: '2026-01-10', amount, currency: 'USD', payeeId });
 * const input: RunInput = {
 *   asOf: '2026-01-31',
 *   periods: { from: '2026-01-01', to: '2026-02-01' },
 *   plans: [{
 *     id: 'P', currency: 'USD', period: 'month',
 *     components: [{ id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate: '0.1' } }],
 *   }],
 *   payees: [{ id: 'ana' }, { id: 'ben' }],
 *   assignments: ['ana', 'ben'].map((payeeId) => ({ payeeId, planId: 'P', from: '2026-01-01' })),
 *   transactions: [sale('T1', 'ana', '8000'), sale('T2', 'ben', '20000')],
 * };
 * simulate(input).cost.mean; // => '2800'
 * // Three people like Ana and one like Ben, in a year that sells a quarter more.
 * const [next] = simulate(input, { population: { ana: 3, ben: 1 }, scale: '1.25' }).draws;
 * [next?.people, next?.cost, next?.costRatio?.value]; // => [4, '5500', '0.1']
 */
export function simulate(input: RunInput, options: SimulateOptions = {}): Simulation {
  const basis = basisOf(input, options);
  const { probabilities = PROBABILITIES } = options;
  probabilities.forEach((probability, at) => toProbability(probability, ['options', 'probabilities', at]));
  const { bootstrap, population, detail = 'totals' } = options;
  oneOf(detail, ['totals', 'payees'], ['options', 'detail']);
  const of = oneOf(bootstrap?.of ?? 'payees', ['payees', 'transactions'], ['options', 'bootstrap', 'of']);
  const { first, draws, seed } = drawsOf(bootstrap);
  const scaled = scaledInput(input, options.scale);
  const outcomesOf = outcomeReader(scaled, basis);
  const sample = bootstrap !== undefined && of === 'transactions' ? rowSampler(scaled, seed) : null;
  const asItIs = sample === null ? outcomesOf(scaled.transactions) : null;

  const list = Array.from({ length: draws }, (_, at): SimulatedDraw => {
    const draw = first + at;
    const { outcomes, rejected } = asItIs ?? outcomesOf(sample!(draw));
    const counts = countsOf(outcomes, population, input);
    const drawn = bootstrap !== undefined && of === 'payees' ? redraw(counts, seed, draw) : counts;
    return { draw, ...drawSummary(outcomes, drawn, { probabilities, detail }), rejected };
  });
  const { planId, componentId, currency } = basis;
  const costs = list.map(({ cost }) => cost);
  return { planId, componentId, currency, draws: list, cost: spreadOf(costs, probabilities) };
}

function basisOf({ plans }: RunInput, { planId, componentId, cost = 'earned' }: SimulateOptions): OutcomeBasis {
  const ids = [...new Set(plans.map(({ id }) => id))];
  const id = planId ?? (ids.length === 1 ? ids[0] : undefined);
  const versions = plans.filter((plan) => plan.id === id);
  const [plan] = versions;
  if (plan === undefined || versions.some(({ currency }) => currency !== plan.currency)) {
    return fail('simulate.plan', ['options', 'planId'], { value: planId, plans: ids.join(' | ') });
  }
  const component = componentId ?? plan.components[0]!.id;
  if (!versions.some(({ components }) => components.some((one) => one.id === component))) {
    fail('component.unknown', ['options', 'componentId'], { planId: plan.id, componentId: component });
  }
  oneOf(cost, ['earned', 'paid'], ['options', 'cost']);
  return { planId: plan.id, currency: plan.currency, componentId: component, cost };
}

function drawsOf(bootstrap: Bootstrap | undefined): { first: number; draws: number; seed: number } {
  if (bootstrap === undefined) return { first: 0, draws: 1, seed: 0 };
  const { seed, draws, first = 0 } = bootstrap;
  checkSeed(seed, ['options', 'bootstrap', 'seed']);
  whole(draws, 1, ['options', 'bootstrap', 'draws']);
  whole(first, 0, ['options', 'bootstrap', 'first']);
  return { seed, draws, first };
}

function whole(value: number, least: number, path: readonly string[]): void {
  if (!Number.isInteger(value) || value < least || value > MAX_COUNT) {
    fail('simulate.count', path, { least, max: MAX_COUNT, value });
  }
}

function scaledInput(input: RunInput, scale: DecimalLike | undefined): RunInput {
  if (scale === undefined) return input;
  const factor = toDecimal(scale, ['options', 'scale']);
  if (factor.lte(0)) fail('simulate.scale', ['options', 'scale'], { value: toText(factor) });
  return { ...input, transactions: input.transactions.map((row) => scaleRow(row, factor)) };
}

/** Computes outcomes of rows; the definition is compiled once. */
function outcomeReader(input: RunInput, basis: OutcomeBasis) {
  const { asOf, periods, scores, adjustments, opening, closed, events } = input;
  const compiled = compileRun(input);
  const options = {
    asOf,
    periods,
    ...(scores && { scores }),
    ...(adjustments && { adjustments }),
    ...(opening && { opening }),
    ...(closed && { closed }),
    ...(events && { events }),
  };
  return (rows: readonly Transaction[]) => {
    const { result } = compiled.objects(rows, options);
    return { outcomes: payeeOutcomes(input, result, basis), rejected: result.totals.rejected };
  };
}

/** How many people there are like each payee. */
function countsOf(
  outcomes: readonly { readonly payeeId: string }[],
  population: Readonly<Record<string, number>> | undefined,
  { payees }: RunInput,
): readonly number[] {
  if (population === undefined) return outcomes.map(() => 1);
  for (const [payeeId, count] of Object.entries(population)) {
    const path = ['options', 'population', payeeId];
    const isPaid = payees.some(({ id }) => id === payeeId) && outcomes.some((one) => one.payeeId === payeeId);
    if (!isPaid) fail('run.payee', path, { payeeId });
    whole(count, 0, path);
  }
  return outcomes.map(({ payeeId }) => (Object.hasOwn(population, payeeId) ? population[payeeId]! : 0));
}

/** As many people, each any of the population with the same chance. */
function redraw(counts: readonly number[], seed: number, draw: number): readonly number[] {
  const population = counts.flatMap((count, payee) => Array.from({ length: count }, () => payee));
  const random = seededRandom(seed, draw);
  const drawn = counts.map(() => 0);
  for (let person = 0; person < population.length; person += 1)
    drawn[population[random.below(population.length)]!]! += 1;
  return drawn;
}
