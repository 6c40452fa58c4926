import { hash32 } from '../../../core/hash.js';
import {
  checkPartitions,
  merge,
  type Partition,
  partitions,
  type Summary,
  summaryOf,
  wholeBatch,
} from '../../../core/summary.js';
import { checkDeals } from '../../deal/checkDeals.js';
import type { PipelineDefinition } from '../../definition/pipelineDefinition.js';
import { emptyModel, type LeadModelOptions } from './emptyModel.js';
import { leadTally } from './leadTally.js';
import type { TrainingLead } from './leadValues.js';
import { trained, type LeadTraining } from './learnLeads.js';
import { mergeLeadModels } from './mergeLeadModels.js';

/** Some of the leads of a batch, in plain JSON. */
export interface LeadPartition extends Partition {
  readonly leads: readonly TrainingLead[];
  /** Their places in the batch. */
  readonly at: readonly number[];
}

/** A training that can be done in parts. */
export interface CompiledLeadTraining {
  /** Learns all leads at once. */
  train(leads: readonly TrainingLead[]): LeadTraining;
  /**
   * Divides leads into partitions by their ids.
   *
   * @param by how many
   * @throws SalesModelError `batch.partitions`, `pipeline.duplicateDeal`
   */
  partition(leads: readonly TrainingLead[], by: number): LeadPartition[];
  /** Learns the leads of a partition. */
  compute(partition: LeadPartition): Summary<LeadTraining>;
  /** The summary of the partitions of two summaries; one that is in both counts once. */
  merge(a: Summary<LeadTraining>, b: Summary<LeadTraining>): Summary<LeadTraining>;
  /**
   * The training, byte for byte that of `train`, once every partition is in the summary.
   *
   * @throws SalesModelError `batch.incomplete`
   */
  finish(summary: Summary<LeadTraining>): LeadTraining;
}

/**
 * Returns the training of a lead model over a pipeline, which can be computed in parts, wherever they are.
 *
 * @param pipeline stages in their order
 * @param options what the model looks at
 * @throws SalesModelError `leadModel.field`, `leadModel.smoothing`, and those of a pipeline
 * @example
 * import { compileLeadTraining, presets } from 'salesmodel/pipeline';
 *
 * const training = compileLeadTraining(presets['cn-4-stage'], { fields: ['source'] });
 * const leads = [
 *   { id: 'L1', outcome: 'won', stage: 'carry-out', fields: { source: 'fair' } },
 *   { id: 'L2', outcome: 'lost', stage: 'prepare', fields: { source: 'web' } },
 * ] as const;
 * const [a, b] = training.partition(leads, 2).map((part) => training.compute(part));
 * const { model } = training.finish(training.merge(b!, a!));
 * model.rows.map(({ value, won, lost }) => [value, won, lost]);
 * // => [['fair', '1.1', '0.1'], ['web', '0.1', '1.1'], ['carry-out', '1.1', '0.1'], ['follow-up', '1.1', '0.1'], ['prepare', '1.1', '1.1']]
 */
export function compileLeadTraining<S extends string>(
  pipeline: PipelineDefinition<S>,
  options: LeadModelOptions,
): CompiledLeadTraining {
  const start = emptyModel(pipeline, options);
  const learn = (leads: readonly TrainingLead[], at?: readonly number[]): LeadTraining =>
    trained(start, leadTally(start, leads, at), 1);
  return {
    train: (leads) => learn(leads),
    partition(leads, by) {
      checkPartitions(by, ['by']);
      checkDeals(leads, ['leads']);
      const parts = partitions(by).map((partition) => ({
        ...partition,
        leads: new Array<TrainingLead>(),
        at: new Array<number>(),
      }));
      for (const [at, lead] of leads.entries()) {
        const part = parts[hash32(lead.id, 0) % by]!;
        part.leads.push(lead);
        part.at.push(at);
      }
      return parts;
    },
    compute: (partition) => summaryOf(partition, learn(partition.leads, partition.at)),
    merge,
    finish: (summary) =>
      wholeBatch(summary).reduce((a, b) => ({
        model: mergeLeadModels(a.model, b.model),
        won: a.won + b.won,
        lost: a.lost + b.lost,
        open: a.open + b.open,
        rejected: [...a.rejected, ...b.rejected].sort((x, y) => x.index - y.index),
      })),
  };
}
