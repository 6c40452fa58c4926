import { compare, toDecimal } from '../../core/decimal.js';
import { fail } from '../fail.js';
import { momentsOf, type PipelineSimulation } from './simulatePipeline.js';

/**
 * Returns two neighbouring parts of a simulation as one: the same bytes as playing all runs at once.
 *
 * @param a runs of a simulation
 * @param b the runs right before or after them
 * @throws SalesModelError `simulate.merge`
 * @example
 * import { mergeSimulations, simulatePipeline } from 'salesmodel/pipeline';
 *
 * const deals = [{ id: 'A', amount: '100', probability: '0.9' }];
 * const [a, b] = [0, 500].map((from) => simulatePipeline(deals, { seed: 7, runs: 500, from }));
 * mergeSimulations(b!, a!).runs; // => 1000
 */
export function mergeSimulations(a: PipelineSimulation, b: PipelineSimulation): PipelineSimulation {
  const [first, second] = a.from <= b.from ? [a, b] : [b, a];
  if (first.seed !== second.seed || first.world !== second.world || first.from + first.runs !== second.from) {
    fail('simulate.merge', ['b'], { expected: first.from + first.runs, value: second.from });
  }
  const counts = new Map<string, number>();
  for (const { value, count } of [...a.counts, ...b.counts]) counts.set(value, (counts.get(value) ?? 0) + count);
  const runs = a.runs + b.runs;
  const listed = [...counts]
    .map(([value, count]) => ({ value, count, order: toDecimal(value) }))
    .sort((x, y) => compare(x.order, y.order))
    .map(({ value, count }) => ({ value, count }));
  return { seed: first.seed, from: first.from, runs, world: first.world, counts: listed, ...momentsOf(listed, runs) };
}
