import { compareText } from '../../../core/compareText.js';
import { type Decimal, plus, toDecimal, toText, ZERO } from '../../../core/decimal.js';
import type { Rejected } from '../../../core/errors.js';
import { compareKeys } from '../../deal/groupKey.js';
import type { LeadModel, LeadModelRow } from './leadModel.js';
import { leadTally, type LeadTally } from './leadTally.js';
import type { TrainingLead } from './leadValues.js';

/** A model, and what of the leads went into it. */
export interface LeadTraining {
  readonly model: LeadModel;
  readonly won: number;
  readonly lost: number;
  /** Leads that are open, deleted or ended without a judgement, which teach nothing. */
  readonly open: number;
  /** Lost leads whose stage is not known, by their place. */
  readonly rejected: readonly Rejected[];
}

/**
 * Returns a model that has learnt more closed leads: the same bytes as training it on all of them.
 *
 * @param model what `trainLeadModel` returned
 * @param leads won and lost ones that the model does not know
 * @throws SalesModelError `pipeline.duplicateDeal`
 * @example
 * import { learnLeads, presets, trainLeadModel } from 'salesmodel/pipeline';
 *
 * const lead = (id: string, outcome: 'won' | 'lost') =>
 *   ({ id, outcome, stage: 'prepare', fields: { source: 'fair' } });
 * const { model } = trainLeadModel(presets['cn-4-stage'], [lead('L1', 'won')], { fields: ['source'] });
 * learnLeads(model, [lead('L2', 'lost')]).model.rows[0]; // => { group: null, field: 'source', value: 'fair', won: '1.1', lost: '1.1' }
 */
export function learnLeads(model: LeadModel, leads: readonly TrainingLead[]): LeadTraining {
  return trained(model, leadTally(model, leads), 1);
}

/**
 * Returns a model without some of the leads that it learnt, such as those that were reopened. Rows stay, and a count that
 * would not be above 0 becomes the smoothing.
 *
 * @param model what `trainLeadModel` returned
 * @param leads as they were learnt
 * @throws SalesModelError `pipeline.duplicateDeal`
 * @example
 * import { presets, trainLeadModel, unlearnLeads } from 'salesmodel/pipeline';
 *
 * const lead = { id: 'L1', outcome: 'won', stage: 'prepare', fields: { source: 'fair' } } as const;
 * const { model } = trainLeadModel(presets['cn-4-stage'], [lead], { fields: ['source'] });
 * unlearnLeads(model, [lead]).model.rows[0]; // => { group: null, field: 'source', value: 'fair', won: '0.1', lost: '0.1' }
 */
export function unlearnLeads(model: LeadModel, leads: readonly TrainingLead[]): LeadTraining {
  return trained(model, leadTally(model, leads), -1);
}

/** Adds counted leads to a model, or takes them from it. */
export function trained(
  model: LeadModel,
  { groups, won, lost, open, rejected }: LeadTally,
  sign: 1 | -1,
): LeadTraining {
  const smoothing = toDecimal(model.smoothing);
  const counted = (text: string, count: number): string => {
    if (count === 0) return text;
    const sum = plus(toDecimal(text), toDecimal(sign * count));
    return toText(atLeast(sum, smoothing));
  };
  const rows = new Map(model.rows.map((row) => [rowKey(row), row]));
  for (const [group, fields] of groups) {
    for (const [field, values] of fields) {
      for (const [value, count] of values) {
        const key = rowKey({ group, field, value });
        const row = rows.get(key) ?? { group, field, value, won: model.smoothing, lost: model.smoothing };
        // Of what was never learnt there is nothing to take away.
        if (sign < 0 && !rows.has(key)) continue;
        rows.set(key, { ...row, won: counted(row.won, count.won), lost: counted(row.lost, count.lost) });
      }
    }
  }
  return { model: { ...model, rows: sortedRows([...rows.values()]) }, won, lost, open, rejected };
}

function atLeast(count: Decimal, smoothing: Decimal): Decimal {
  return count.gt(ZERO) ? count : smoothing;
}

/** What tells rows apart. */
export function rowKey({ group, field, value }: Pick<LeadModelRow, 'group' | 'field' | 'value'>): string {
  return JSON.stringify([group, field, value]);
}

/** Rows in the order of a model. */
export function sortedRows(rows: readonly LeadModelRow[]): LeadModelRow[] {
  return rows.toSorted(
    (a, b) => compareKeys(a.group, b.group) || compareText(a.field, b.field) || compareText(a.value, b.value),
  );
}
