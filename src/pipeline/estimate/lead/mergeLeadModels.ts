import { minus, plus, toDecimal, toText } from '../../../core/decimal.js';
import { fail } from '../../fail.js';
import type { LeadModel } from './leadModel.js';
import { rowKey, sortedRows } from './learnLeads.js';

/**
 * Returns the model of the leads of two models, the smoothing of a row counted once: the same bytes as training one model
 * on all leads.
 *
 * @param a trained on some leads
 * @param b trained on others, with the same pipeline and options
 * @throws SalesModelError `leadModel.merge`
 * @example
 * import { mergeLeadModels, presets, trainLeadModel } from 'salesmodel/pipeline';
 *
 * const modelOf = (id: string, outcome: 'won' | 'lost') =>
 *   trainLeadModel(presets['cn-4-stage'], [{ id, outcome, stage: 'prepare', fields: { source: 'fair' } }], { fields: ['source'] }).model;
 * mergeLeadModels(modelOf('L1', 'won'), modelOf('L2', 'won')).rows[0]; // => { group: null, field: 'source', value: 'fair', won: '2.1', lost: '0.1' }
 */
export function mergeLeadModels(a: LeadModel, b: LeadModel): LeadModel {
  const [mine, others] = [a, b].map((model) => JSON.stringify({ ...model, rows: [] }));
  if (mine !== others) fail('leadModel.merge', ['b'], {});
  const smoothing = toDecimal(a.smoothing);
  const both = (x: string, y: string): string => toText(minus(plus(toDecimal(x), toDecimal(y)), smoothing));
  const rows = new Map(a.rows.map((row) => [rowKey(row), row]));
  for (const row of b.rows) {
    const key = rowKey(row);
    const other = rows.get(key);
    rows.set(key, other ? { ...row, won: both(other.won, row.won), lost: both(other.lost, row.lost) } : row);
  }
  return { ...a, rows: sortedRows([...rows.values()]) };
}
