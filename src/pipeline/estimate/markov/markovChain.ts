import type { Reason } from '../../../core/errors.js';
import type { Estimate } from '../../../core/estimate.js';
import { fail as failCore } from '../../../core/fail.js';
import { inverseMatrix } from '../../../core/inverseMatrix.js';
import { chainRows, type ChainRows } from './chainRows.js';
import type { MarkovInput } from './markovInput.js';

/** What becomes of a deal in a stage if only the stage matters, not how the deal got there. */
export interface MarkovStage {
  readonly stage: string;
  /** How often it will be in each of the stages, the present visit counted. */
  readonly visits: readonly Estimate[];
  /** How likely it ends by each of the outcomes. */
  readonly absorbed: readonly Estimate[];
  /** Moves until it ends: their mean, */
  readonly steps: Estimate;
  /** and their variance. */
  readonly variance: Estimate;
}

/** An absorbing chain solved, or the stages from which no outcome can be reached. */
export type MarkovChain =
  | {
      readonly ok: true;
      readonly outcomes: readonly string[];
      /** In the order given. */
      readonly stages: readonly MarkovStage[];
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns how likely a deal ends by each outcome from each stage, how often it comes to each stage and how many moves it
 * takes, all estimates (Kemeny and Snell, 1960). Where a stage leads to no outcome, the reason is `notAbsorbing` with the
 * stages.
 *
 * @param input stages and outcomes, with the matrices Q and R or with counted transitions such as those of `fitMarkov`
 * @throws SalesModelError `markov.rowSum` where a row of Q and R together is off 1 by more than 10⁻⁹, `markov.shape`,
 *   `markov.duplicate`, `markov.count`, `pipeline.probability`, `pipeline.unknownStage`, `estimate.overflow`
 * @example
 * import { markovChain } from 'salesmodel/pipeline';
 *
 * const chain = markovChain({
 *   stages: ['offer', 'talks'],
 *   Q: [[0, 0.5], [0.25, 0]],
 *   R: [[0, 0.5], [0.5, 0.25]],
 * });
 * chain.ok && chain.stages.map(({ absorbed }) => absorbed[0]?.toFixed(4)); // => ['0.2857', '0.5714']
 */
export function markovChain(input: MarkovInput): MarkovChain {
  const chain = chainRows(input);
  const { stages, outcomes, rows } = chain;
  const out = leadsOut(chain);
  const stuck = stages.filter((_, at) => !out[at]);
  if (stuck.length > 0) return { ok: false, reasons: [{ code: 'notAbsorbing', params: { stages: stuck } }] };
  const n = stages.length;
  // What leaves a stage is summed, not taken from 1: a stage that is hardly ever left keeps all its digits.
  const visits = inverseMatrix(
    rows.map((row, at) =>
      row
        .subarray(0, n)
        .map((chance, to) => (to === at ? row.reduce((sum, p, by) => (by === at ? sum : sum + p), 0) : -chance)),
    ),
  );
  const steps = visits.map((row) => row.reduce((sum, times) => sum + times, 0));
  return {
    ok: true,
    outcomes,
    stages: visits.map((row, at): MarkovStage => {
      const ends = outcomes.map((_, by) => row.reduce((sum, times, from) => sum + times * rows[from]![n + by]!, 0));
      const twice = row.reduce((sum, times, to) => sum + times * steps[to]!, 0);
      const solved = {
        stage: stages[at]!,
        visits: [...row],
        absorbed: ends.map((chance) => Math.min(1, chance)),
        steps: steps[at]!,
        variance: Math.max(0, 2 * twice - steps[at]! - steps[at]! * steps[at]!),
      };
      if (![...solved.visits, ...solved.absorbed, solved.steps, solved.variance].every(Number.isFinite))
        failCore('estimate.overflow', []);
      return solved;
    }),
  };
}

/** Whether each stage leads to an outcome, be it through others. */
function leadsOut({ stages, rows }: ChainRows): boolean[] {
  const n = stages.length;
  const out = rows.map((row) => row.subarray(n).some((chance) => chance > 0));
  for (let grown = true; grown;) {
    grown = false;
    rows.forEach((row, at) => {
      if (out[at]! || !out.some((leads, to) => leads && row[to]! > 0)) return;
      out[at] = true;
      grown = true;
    });
  }
  return out;
}
