import { type DecimalString, minus, toDecimal, toText } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { fail } from '../fail.js';
import type { LeadScoreModel } from '../schema/prospects.js';
import type { LeadScore } from './leadScore.js';
import { readLeadModel } from './readLeadModel.js';

/** The points that a group lacks for a class. */
export interface LeadNeed {
  readonly group: string;
  /** The least score of the class, `null` where any is enough. */
  readonly min: DecimalString | null;
  /** 0 where the group has it already. */
  readonly points: DecimalString;
}

/** What a class takes, or why no lead can have it. */
export type LeadNeeds =
  | { readonly ok: true; readonly needs: readonly LeadNeed[] }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the points that a lead lacks for a class or a better one, in both groups of the matrix.
 *
 * @param model with a matrix
 * @param lead what `leadScore` returned
 * @param leadClass such as `A1`
 * @throws SalesModelError `segmentation.lead.unknownGroup` where the lead is of another model, and those of `leadScore`
 *   that concern the model
 * @example
 * import { leadScore, leadScoreNeeded, type LeadScoreModel } from 'salesmodel/segmentation';
 *
 * const model: LeadScoreModel = {
 *   id: 'leads',
 *   version: '1',
 *   groups: [{ code: 'fit' }, { code: 'interest' }],
 *   rules: [{ code: 'large', group: 'fit', kind: 'property', when: { field: 'staff', op: 'ge', value: 250 }, points: '20' }],
 *   matrix: {
 *     letter: { group: 'fit', bands: { bands: [{ id: 'A', min: '20' }, { id: 'B' }] } },
 *     digit: { group: 'interest', bands: { bands: [{ id: '1', min: '30' }, { id: '2' }] } },
 *   },
 * };
 * const lead = leadScore(model, { staff: 400 }, [], '2026-03-31');
 * lead.leadClass; // => 'A2'
 * leadScoreNeeded(model, lead, 'A1');
 * // => {
 * //   ok: true,
 * //   needs: [{ group: 'fit', min: '20', points: '0' }, { group: 'interest', min: '30', points: '30' }]
 * // }
 */
export function leadScoreNeeded(model: LeadScoreModel, lead: LeadScore, leadClass: string): LeadNeeds {
  const { matrix, groups } = readLeadModel(model);
  const [letter, digit] = matrix ?? [];
  const pairs = letter?.bands.flatMap((a) => (digit?.bands ?? []).map((b) => [a, b] as const)) ?? [];
  const found = pairs.find(([a, b]) => a.id + b.id === leadClass);
  if (letter === undefined || digit === undefined || found === undefined) {
    return { ok: false, reasons: [{ code: 'unknownLeadClass', params: { leadClass } }] };
  }
  const reasons: Reason[] = [];
  const needs = [letter, digit].map(({ group }, at): LeadNeed => {
    const { min } = found[at]!;
    const most = groups.find(({ code }) => code === group)!.max;
    if (min !== null && most !== null && min.gt(most)) {
      reasons.push({ code: 'groupBelowBand', params: { group, min: toText(min), most: toText(most) } });
    }
    const own = lead.groups.find(({ code }) => code === group);
    if (own === undefined) return fail('segmentation.lead.unknownGroup', ['lead', 'groups'], { group });
    const score = toDecimal(own.score, ['lead', 'groups']);
    const lacking = min === null || score.gte(min) ? '0' : toText(minus(min, score));
    return { group, min: min === null ? null : toText(min), points: lacking };
  });
  return reasons.length > 0 ? { ok: false, reasons } : { ok: true, needs };
}
