import type { LeadModel } from './leadModel.js';
import { leadPredictor, type LeadPrediction, type PredictedLead } from './leadPredictor.js';

/**
 * Returns the chance of a lead in percent, with what each of its values says for and against: the exact
 * 100·W ÷ (W + L), rounded half up once and kept within 0.01 and 99.99 while the lead is open. W starts from the won leads and
 * is multiplied by the share of each value in the won leads of its field, L likewise. A lead of a group that the model does
 * not know, and one of none, is judged by the rows of all groups together.
 *
 * @param model what `trainLeadModel` returned
 * @param lead stage and fields; a manual probability goes before the model's
 * @throws SalesModelError `pipeline.unknownStage`, `pipeline.probability`
 * @example
 * import { predictLead, presets, trainLeadModel } from 'salesmodel/pipeline';
 *
 * const { model } = trainLeadModel(presets['cn-4-stage'], [
 *   { id: 'L1', outcome: 'won', stage: 'carry-out', fields: { source: 'fair' } },
 *   { id: 'L2', outcome: 'lost', stage: 'carry-out', fields: { source: 'fair' } },
 *   { id: 'L3', outcome: 'lost', stage: 'prepare', fields: { source: 'web' } },
 * ], { fields: ['source'] });
 * const { score, factors } = predictLead(model, { stage: 'carry-out', fields: { source: 'fair' } });
 * score; // => '64.71'
 * factors.map(({ value, lift }) => [value, lift.value]); // => [['carry-out', '1.909090909091'], ['fair', '1.833333333333']]
 */
export function predictLead(model: LeadModel, lead: PredictedLead): LeadPrediction {
  return leadPredictor(model)(lead);
}
