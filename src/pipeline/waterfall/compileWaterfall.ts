import type { Rejected } from '../../core/errors.js';
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
import type { Opportunity, Snapshot } from '../opportunity/opportunity.js';
import { moveReader } from './dealMove.js';
import { mergeWaterfalls } from './mergeWaterfalls.js';
import { type Waterfall, waterfall } from './waterfall.js';
import type { WaterfallOptions } from './waterfallOptions.js';

/** Some of the deals of two snapshots, in plain JSON. */
export interface WaterfallPartition extends Partition {
  readonly start: Snapshot;
  readonly end: Snapshot;
  /** Places of the deals in the whole snapshots. */
  readonly at: { readonly start: readonly number[]; readonly end: readonly number[] };
}

/** A waterfall that can be computed in parts. */
export interface CompiledWaterfall {
  /** The waterfall of all deals at once. */
  run(start: Snapshot, end: Snapshot): Waterfall;
  /**
   * Divides the deals of two snapshots into partitions by their ids.
   *
   * @param by how many
   * @throws SalesModelError `batch.partitions`, `pipeline.duplicateDeal`, `waterfall.order`
   */
  partition(start: Snapshot, end: Snapshot, by: number): WaterfallPartition[];
  /** The waterfall of a partition. */
  compute(partition: WaterfallPartition): Summary<Waterfall>;
  /** The summary of the partitions of two summaries; one that is in both counts once. */
  merge(a: Summary<Waterfall>, b: Summary<Waterfall>): Summary<Waterfall>;
  /**
   * The waterfall, byte for byte that of `run`, once every partition is in the summary.
   *
   * @throws SalesModelError `batch.incomplete`
   */
  finish(summary: Summary<Waterfall>): Waterfall;
}

const NOTHING: Snapshot = { asOf: '2000-01-01', deals: [] };

/**
 * Returns a waterfall that can be computed in parts, wherever they are.
 *
 * @param options those of `waterfall`
 * @throws SalesModelError the errors of `waterfall` that concern its options
 * @example
 * import { compileWaterfall, presets, snapshotAsOf } from 'salesmodel/pipeline';
 *
 * const amount = { amount: '900.00', currency: 'EUR' };
 * const events = [
 *   { dealId: 'D1', at: '2026-04-02', seq: 1, type: 'created', amount },
 *   { dealId: 'D2', at: '2026-04-22', seq: 1, type: 'created', amount },
 * ] as const;
 * const [start, end] = ['2026-04-10', '2026-05-10'].map((day) => snapshotAsOf(presets['hubspot-like'], events, day));
 * const { partition, compute, merge, finish } = compileWaterfall({ window: null, currency: 'EUR' });
 * const [a, b] = partition(start!, end!, 2).map((part) => compute(part));
 * finish(merge(b!, a!)).bars.filter(({ count }) => count > 0).map(({ code, value }) => `${code} ${value}`);
 * // => ['start 900.00', 'created 900.00', 'end 1800.00']
 */
export function compileWaterfall(options: WaterfallOptions): CompiledWaterfall {
  // A waterfall of nothing checks the options at once.
  waterfall(NOTHING, NOTHING, options);
  return {
    run: (start, end) => waterfall(start, end, options),
    partition(start, end, by) {
      checkPartitions(by, ['by']);
      moveReader(start, end, options);
      checkDeals(start.deals, ['start', 'deals']);
      checkDeals(end.deals, ['end', 'deals']);
      const first = divided(start.deals, by);
      const last = divided(end.deals, by);
      return partitions(by).map((partition) => ({
        ...partition,
        start: { asOf: start.asOf, deals: first[partition.index]!.deals },
        end: { asOf: end.asOf, deals: last[partition.index]!.deals },
        at: { start: first[partition.index]!.at, end: last[partition.index]!.at },
      }));
    },
    compute: (partition) => {
      const part = waterfall(partition.start, partition.end, options);
      return summaryOf(partition, { ...part, rejected: part.rejected.map((row) => placed(row, partition)) });
    },
    merge,
    finish: (summary) => wholeBatch(summary).reduce(mergeWaterfalls),
  };
}

function divided(deals: readonly Opportunity[], by: number): { deals: Opportunity[]; at: number[] }[] {
  const parts = partitions(by).map(() => ({ deals: [] as Opportunity[], at: [] as number[] }));
  for (const [at, deal] of deals.entries()) {
    const part = parts[hash32(deal.id, 0) % by]!;
    part.deals.push(deal);
    part.at.push(at);
  }
  return parts;
}

/** A rejected deal with its place in the whole snapshot. */
function placed(row: Rejected, { at }: WaterfallPartition): Rejected {
  const [side, ...rest] = row.path as ['start' | 'end', ...Rejected['path'][number][]];
  const index = at[side][row.index]!;
  return { ...row, index, path: [side, rest[0]!, index, ...rest.slice(2)] };
}
