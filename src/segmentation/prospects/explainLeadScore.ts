import { explainConstant, type Explanation, explainStep } from '../../core/explanation.js';
import type { LeadScore } from './leadScore.js';

/**
 * Returns how a lead came to its score: the groups, and below each the rules with what was counted, what age left of it,
 * and what their caps let through.
 *
 * @param lead what `leadScore` returned
 * @example
 * import { renderExplanation } from 'salesmodel/core';
 * import { explainLeadScore, leadScore } from 'salesmodel/segmentation';
 *
 * const lead = leadScore(
 *   {
 *     id: 'leads',
 *     version: '1',
 *     groups: [{ code: 'fit', max: '15' }],
 *     rules: [{ code: 'large', group: 'fit', kind: 'property', when: { field: 'staff', op: 'ge', value: 250 }, points: '20' }],
 *   },
 *   { staff: 400 },
 *   [],
 *   '2026-03-31',
 * );
 * renderExplanation(explainLeadScore(lead), 'en').split('\n');
 * // => [
 * //   'score of a lead on 2026-03-31 = 15',
 * //   '  fit: 20 within its bounds = 15',
 * //   '    large: 20 points for 1 of 1, 20 left by their age = 20'
 * // ]
 */
export function explainLeadScore(lead: LeadScore): Explanation {
  const groups = lead.groups.map(({ code, sum, score }) => {
    const rules = lead.rules.filter(({ group }) => group === code);
    const parts = rules.map(({ code: rule, matched, counted, points, decayed, contribution }) => {
      const at = lead.rules.findIndex((each) => each.code === rule);
      const constant = explainConstant(['rules', at], contribution, 'lead.rule', {
        rule,
        matched,
        counted,
        points,
        decayed,
      });
      return constant;
    });
    return explainStep('lead.group', { group: code, sum, additive: sum === score }, score, parts);
  });
  return explainStep(
    'lead.score',
    { asOf: lead.asOf, sum: lead.sum, additive: lead.sum === lead.score },
    lead.score,
    groups,
  );
}
