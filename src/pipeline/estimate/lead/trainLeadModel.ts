import type { PipelineDefinition } from '../../definition/pipelineDefinition.js';
import { compileLeadTraining } from './compileLeadTraining.js';
import type { LeadModelOptions } from './emptyModel.js';
import type { TrainingLead } from './leadValues.js';
import type { LeadTraining } from './learnLeads.js';

/**
 * Returns a model of how leads that were won differ from those that were lost, a naive Bayes classifier as Odoo's predictive
 * lead scoring keeps it: each value of each field, and each stage, has the numbers of won and lost leads plus a smoothing. A
 * won lead counts in every stage, a lost one in the stage it was in and those before. What a lead lacks is not counted.
 *
 * @param pipeline stages in their order
 * @param leads in any order; open ones teach nothing
 * @param options what the model looks at
 * @throws SalesModelError `leadModel.field`, `leadModel.smoothing`, `pipeline.duplicateDeal`, and those of a pipeline
 * @example
 * import { predictLead, presets, trainLeadModel } from 'salesmodel/pipeline';
 *
 * const { model } = trainLeadModel(
 *   presets['cn-4-stage'],
 *   [
 *     { id: 'L1', outcome: 'won', stage: 'carry-out', fields: { source: 'fair' } },
 *     { id: 'L2', outcome: 'lost', stage: 'prepare', fields: { source: 'web' } },
 *   ],
 *   { fields: ['source'] },
 * );
 * predictLead(model, { stage: 'prepare', fields: { source: 'fair' } }).score; // => '91.67'
 */
export function trainLeadModel<S extends string>(
  pipeline: PipelineDefinition<S>,
  leads: readonly TrainingLead[],
  options: LeadModelOptions,
): LeadTraining {
  return compileLeadTraining(pipeline, options).train(leads);
}
