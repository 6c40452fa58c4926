import {
  type Decimal,
  type DecimalLike,
  type DecimalString,
  Decimal as Decimals,
  plus,
  times,
} from '../../../core/decimal.js';
import { ratioOf, type Ratio } from '../../../core/ratio.js';
import { roundQuotient } from '../../../core/rounding.js';
import { toProbability } from '../../definition/checkPipeline.js';
import type { Opportunity } from '../../opportunity/opportunity.js';
import { fail } from '../../fail.js';
import { STAGE, type LeadModel } from './leadModel.js';
import { type FieldTable, type GroupTable, type LeadCell, leadTables } from './leadTables.js';
import { eachValue, groupOf, type TrainingLead } from './leadValues.js';

/** A lead whose chance is asked for. */
export type PredictedLead = Omit<TrainingLead, 'id' | 'outcome' | 'lastOpenStage' | 'deletedAt'> & {
  readonly outcome?: Opportunity['outcome'];
  /** Somebody's judgement, 0 to 1: it counts where `probabilityOverridden` says so. */
  readonly probability?: DecimalLike;
  readonly probabilityOverridden?: boolean;
};

/** What a value of a lead says. */
export interface LeadFactor {
  readonly field: string;
  readonly value: string;
  /** Share of the value in the won leads of its field, for a stage in all won leads. */
  readonly won: Ratio;
  /** The same of the lost ones. */
  readonly lost: Ratio;
  /** How many times as often won leads have the value as lost ones: above 1 it speaks for winning. */
  readonly lift: Ratio;
}

/** The chance of a lead. */
export interface LeadPrediction {
  /** In percent with two decimals; `null` where no lead was learnt. */
  readonly score: DecimalString | null;
  /** What the score comes from: the model, somebody's judgement, the outcome, or that the lead is in no stage. */
  readonly basis: 'model' | 'manual' | 'won' | 'closed' | 'noStage' | 'noHistory';
  /** What the model says, also where somebody judged otherwise; `null` where it says nothing. */
  readonly automatic: DecimalString | null;
  /** The group whose rows were read; `null` for all rows together. */
  readonly group: string | null;
  /** Won and lost leads that the chance starts from; `null` where no lead was learnt. */
  readonly prior: Ratio | null;
  /** The stage first, then the fields and tags in the order of the model. Values that the model does not know are left out. */
  readonly factors: readonly LeadFactor[];
}

/** What the figures of a prediction were read from, for its explanation. */
export interface PredictionSource {
  readonly prediction: LeadPrediction;
  readonly prior: LeadCell | null;
  readonly cells: readonly { readonly value: LeadCell; readonly total: LeadCell }[];
}

const HUNDRED_PERCENT: Decimal = /* @__PURE__ */ new Decimals(10_000);
const UNSHIFT: Decimal = /* @__PURE__ */ new Decimals('0.01');
const LEAST: Decimal = /* @__PURE__ */ new Decimals('0.01');
const MOST: Decimal = /* @__PURE__ */ new Decimals('99.99');

/**
 * Returns a function that predicts leads from a model, whose table is laid out once.
 *
 * @param model what `trainLeadModel` returned
 * @throws SalesModelError `decimal.invalid`; the function `pipeline.unknownStage`, `pipeline.probability`
 * @example
 * import { leadPredictor, presets, trainLeadModel } from 'salesmodel/pipeline';
 *
 * const { model } = trainLeadModel(presets['cn-4-stage'], [
 *   { id: 'L1', outcome: 'won', stage: 'carry-out', fields: { source: 'fair' } },
 *   { id: 'L2', outcome: 'lost', stage: 'prepare', fields: { source: 'web' } },
 * ], { fields: ['source'] });
 * const predict = leadPredictor(model);
 * ['fair', 'web', 'unheard of'].map((source) => predict({ stage: 'prepare', fields: { source } }).score); // => ['91.67', '8.33', '50.00']
 */
export function leadPredictor(model: LeadModel): (lead: PredictedLead) => LeadPrediction {
  const predict = sourcedPredictor(model);
  return (lead) => predict(lead).prediction;
}

/** The same with what the figures were read from. */
export function sourcedPredictor(model: LeadModel): (lead: PredictedLead) => PredictionSource {
  const { groups, all } = leadTables(model);
  const first = model.stages[0] ?? '';
  return (lead) => {
    const { stage = null, outcome = null } = lead;
    if (outcome === 'won' || (stage !== null && model.wonStages.includes(stage))) return settled('100.00', 'won');
    if (outcome !== null) return settled('0.00', 'closed');
    if (stage === null) return settled('0.00', 'noStage');
    if (!model.stages.includes(stage)) {
      fail('pipeline.unknownStage', ['lead', 'stage'], {
        stage,
        expected: [...model.stages, ...model.wonStages].join(' | '),
      });
    }
    const own = groupOf(model, lead);
    const table = own === null ? undefined : groups.get(own);
    return judged(fromTable(model, table ?? all, table === undefined ? null : own, lead, stage, first), lead);
  };
}

function fromTable(
  model: LeadModel,
  table: GroupTable,
  group: string | null,
  lead: PredictedLead,
  stage: string,
  first: string,
): PredictionSource {
  const stages = table.get(STAGE);
  const prior = stages?.values.get(first);
  if (stages === undefined || prior === undefined) {
    return source({ score: null, basis: 'noHistory', automatic: null, group, prior: null, factors: [] });
  }
  const factors: LeadFactor[] = [];
  const cells: { value: LeadCell; total: LeadCell }[] = [];
  let [won, lost] = [prior.won, prior.lost];
  const look = (of: FieldTable | undefined, field: string, value: string, total = of?.total): void => {
    const found = of?.values.get(value);
    if (found === undefined || total === undefined) return;
    const toward = times(found.won, total.lost);
    const against = times(found.lost, total.won);
    won = times(won, toward);
    lost = times(lost, against);
    factors.push({
      field,
      value,
      won: ratioOf(found.won, total.won),
      lost: ratioOf(found.lost, total.lost),
      lift: ratioOf(toward, against),
    });
    cells.push({ value: found, total });
  };
  look(stages, STAGE, stage, prior);
  const names = [...model.fields, ...model.tags];
  eachValue(model, lead, (place, value) => look(table.get(names[place]!), names[place]!, value));
  // One rounding of the exact quotient: 100·W ÷ (W + L).
  const percent = times(roundQuotient(times(won, HUNDRED_PERCENT), plus(won, lost), 'halfUp'), UNSHIFT);
  const score = Decimals.min(MOST, Decimals.max(LEAST, percent)).toFixed(2);
  const share = ratioOf(prior.won, plus(prior.won, prior.lost));
  return { ...source({ score, basis: 'model', automatic: score, group, prior: share, factors }), prior, cells };
}

/** A judgement goes before what the model says. */
function judged(found: PredictionSource, { probability, probabilityOverridden }: PredictedLead): PredictionSource {
  if (probabilityOverridden !== true || probability === undefined) return found;
  const chance = toProbability(probability, ['lead', 'probability']);
  const percent = times(chance, HUNDRED_PERCENT).toDecimalPlaces(0, Decimals.ROUND_HALF_UP);
  return { ...found, prediction: { ...found.prediction, score: times(percent, UNSHIFT).toFixed(2), basis: 'manual' } };
}

function settled(score: DecimalString, basis: LeadPrediction['basis']): PredictionSource {
  return source({ score, basis, automatic: null, group: null, prior: null, factors: [] });
}

function source(prediction: LeadPrediction): PredictionSource {
  return { prediction, prior: null, cells: [] };
}
