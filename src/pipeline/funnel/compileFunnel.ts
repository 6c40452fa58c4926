import { hash32 } from '../../core/hash.js';
import {
  checkPartitions,
  merge,
  type Partition,
  partitions,
  type Summary,
  summaryOf,
  wholeBatch,
} from '../../core/summary.js';
import { checkDeals } from '../deal/checkDeals.js';
import type { PipelineDefinition } from '../definition/pipelineDefinition.js';
import { neededRange } from '../deal/inPeriod.js';
import { stageLine } from '../definition/stageLine.js';
import { countColumns } from './countColumns.js';
import { type Funnel, funnel, type FunnelDeal } from './funnel.js';
import type { FunnelColumns } from './funnelColumns.js';
import type { FunnelOptions } from './funnelPolicy.js';
import { mergeFunnels } from './mergeFunnels.js';

/** Some of the deals of a batch, in plain JSON. */
export interface FunnelPartition extends Partition {
  readonly deals: readonly FunnelDeal[];
}

/** A funnel that can be counted in parts. */
export interface CompiledFunnel {
  /** Counts all deals at once. */
  run(deals: readonly FunnelDeal[]): Funnel;
  /**
   * Counts deals by column, in one pass: the same figures without an object for each deal and visit.
   *
   * @throws SalesModelError `funnel.columns`, `pipeline.unknownStage`
   */
  columns(columns: FunnelColumns): Funnel;
  /**
   * Divides deals into partitions by their ids.
   *
   * @param by how many
   * @throws SalesModelError `batch.partitions`, `pipeline.duplicateDeal`
   */
  partition(deals: readonly FunnelDeal[], by: number): FunnelPartition[];
  /** Counts the deals of a partition. */
  compute(partition: FunnelPartition): Summary<Funnel>;
  /** The summary of the partitions of two summaries; one that is in both counts once. */
  merge(a: Summary<Funnel>, b: Summary<Funnel>): Summary<Funnel>;
  /**
   * The funnel, byte for byte that of `run`, once every partition is in the summary.
   *
   * @throws SalesModelError `batch.incomplete`
   */
  finish(summary: Summary<Funnel>): Funnel;
}

/**
 * Returns the funnel of a pipeline, which can be counted in parts, wherever they are, and of deals by column.
 *
 * @param pipeline stages in their order
 * @param options those of `funnel`
 * @throws SalesModelError the errors of `funnel`
 * @example
 * import { compileFunnel, presets } from 'salesmodel/pipeline';
 *
 * const { partition, compute, merge, finish } = compileFunnel(presets['cn-4-stage']);
 * const deals = [
 *   { id: 'D1', outcome: null, visits: [{ state: 'prepare' }, { state: 'carry-out' }] },
 *   { id: 'D2', outcome: null, visits: [{ state: 'prepare' }] },
 * ] as const;
 * const [a, b] = partition(deals, 2).map((part) => compute(part));
 * finish(merge(b!, a!)).stages.map(({ reached }) => reached); // => [2, 1, 0]
 * @example
 * import { compileFunnel, presets } from 'salesmodel/pipeline';
 *
 * const { columns } = compileFunnel(presets['cn-4-stage']);
 * const { stages } = columns({
 *   starts: Int32Array.of(0, 2, 3),
 *   visits: { dictionary: ['prepare', 'carry-out'], codes: Int32Array.of(0, 1, 0) },
 *   outcome: { dictionary: ['won', 'lost'], codes: Int32Array.of(0, -1) },
 * });
 * stages.map(({ reached }) => reached); // => [2, 1, 1]
 */
export function compileFunnel<S extends string>(
  pipeline: PipelineDefinition<S>,
  options: FunnelOptions = {},
): CompiledFunnel {
  const run = (deals: readonly FunnelDeal[]): Funnel => funnel(pipeline, deals, options);
  // An empty run checks the definition and the options at once.
  const { policy } = run([]);
  const line = stageLine(pipeline);
  const range = policy.cohort === 'all' ? null : neededRange(options.period, 'cohort');
  return {
    run,
    columns: (columns) => countColumns(columns, { line, policy, range, isGrouped: options.by !== undefined }),
    partition(deals, by) {
      checkPartitions(by, ['by']);
      checkDeals(deals);
      const parts = partitions(by).map((partition) => ({ ...partition, deals: [] as FunnelDeal[] }));
      for (const deal of deals) parts[hash32(deal.id, 0) % by]!.deals.push(deal);
      return parts;
    },
    compute: (partition) => summaryOf(partition, run(partition.deals)),
    merge,
    finish: (summary) => wholeBatch(summary).reduce(mergeFunnels),
  };
}
