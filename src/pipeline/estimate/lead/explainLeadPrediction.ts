import {
  type Explanation,
  explainConstant,
  explainInput,
  explainLater,
  explainStep,
} from '../../../core/explanation.js';
import { toText } from '../../../core/decimal.js';
import { ratioOf } from '../../../core/ratio.js';
import type { LeadModel } from './leadModel.js';
import type { PredictedLead } from './leadPredictor.js';
import { sourcedPredictor } from './leadPredictor.js';
import type { LeadCell } from './leadTables.js';

/**
 * Returns how the score of a lead came about: the odds of winning to losing that it starts from, how many times each of its
 * values makes them, and the rows of the model behind both. The product of the odds and the lifts is o, and the score
 * 100·o ÷ (o + 1).
 *
 * @param model what `trainLeadModel` returned
 * @param lead that of `predictLead`
 * @throws SalesModelError `pipeline.unknownStage`, `pipeline.probability`
 * @example
 * import { explainLeadPrediction, presets, trainLeadModel } from 'salesmodel/pipeline';
 *
 * const { model } = trainLeadModel(presets['cn-4-stage'], [
 *   { id: 'L1', outcome: 'won', stage: 'carry-out', fields: { source: 'fair' } },
 *   { id: 'L2', outcome: 'lost', stage: 'prepare', fields: { source: 'web' } },
 * ], { fields: ['source'] });
 * const tree = explainLeadPrediction(model, { stage: 'prepare', fields: { source: 'fair' } });
 * tree.value; // => '91.67'
 * tree.from.map(({ code, value }) => [code, value]);
 * // => [['leadModel.prior', '1'], ['leadModel.factor', '1'], ['leadModel.factor', '11']]
 */
export function explainLeadPrediction(model: LeadModel, lead: PredictedLead): Explanation {
  const { prediction, prior, cells } = sourcedPredictor(model)(lead);
  const { score, basis, factors, group } = prediction;
  if (basis === 'manual') {
    const judgement = explainInput(['lead', 'probability'], String(lead.probability));
    return explainStep('leadModel.score', { basis, automatic: prediction.automatic }, score, [judgement]);
  }
  if (basis !== 'model' || prior === null) {
    const why = lead.outcome ?? null;
    const fact = why === null ? explainInput(['lead', 'stage'], lead.stage) : explainInput(['lead', 'outcome'], why);
    return explainStep('leadModel.score', { basis }, score, [fact]);
  }
  const counts = (cell: LeadCell, code: string): Explanation[] =>
    (['won', 'lost'] as const).map((side) =>
      explainLater(`leadModel.${code}.${side}`, { additive: true }, toText(cell[side]), () =>
        cell.rows.map((at) => explainConstant(['model', 'rows', at, side], model.rows[at]![side])),
      ),
    );
  return explainStep('leadModel.score', { basis, group }, score, [
    explainStep('leadModel.prior', { group }, ratioOf(prior.won, prior.lost).value, counts(prior, 'value')),
    ...factors.map(({ field, value, lift }, at) => {
      const { value: own, total } = cells[at]!;
      return explainStep('leadModel.factor', { field, value }, lift.value, [
        ...counts(own, 'value'),
        ...counts(total, 'total'),
      ]);
    }),
  ]);
}
