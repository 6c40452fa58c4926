import { type Explanation, explainConstant, explainInput, explainStep } from '../../core/explanation.js';
import { checkLimits } from '../../mechanisms/rules/limits/checkLimits.js';
import type { AuthorityMatrix, AuthorityRule } from '../schema/authority.js';
import { type AuthorityRequest, limitsOf, requestOf } from './authority.js';
import { lowestApprover } from './lowestApprover.js';

/**
 * Returns why a role is the lowest that may approve a request: the roles from the bottom up to it, the rules of each that
 * were tried, and for each the facts, the bounds and the reasons against it; the value of the root is the role, `null`
 * where there is none.
 *
 * @param matrix rules and roles
 * @param request action, facts and day
 * @throws SalesModelError those of `lowestApprover`
 * @example
 * import { type AuthorityMatrix, explainApproval } from 'salesmodel/team';
 *
 * const matrix: AuthorityMatrix = {
 *   order: ['representative', 'manager'],
 *   rules: [
 *     { id: 'rep', role: 'representative', action: 'giveDiscount', limits: { discount: { max: '0.05' } } },
 *     { id: 'mgr', role: 'manager', action: 'giveDiscount', limits: { discount: { max: '0.15' } } },
 *   ],
 * };
 * const why = explainApproval(matrix, { action: 'giveDiscount', facts: { discount: '0.08' }, on: '2026-03-31' });
 * why.value; // => 'manager'
 * why.from.map(({ params, value }) => `${params['role']} ${value}`); // => [ 'representative false', 'manager true' ]
 * why.from[0]?.from[0]?.params; // => { rule: 'rep', reasons: 'overMax' }
 */
export function explainApproval(matrix: AuthorityMatrix, request: AuthorityRequest): Explanation {
  const lowest = lowestApprover(matrix, request);
  const last = lowest.ok ? matrix.order.indexOf(lowest.role) : matrix.order.length - 1;
  return explainStep(
    'approval.lowest',
    { action: request.action },
    lowest.ok ? lowest.role : null,
    matrix.order.slice(0, last + 1).map((role, at) =>
      explainStep(
        'approval.role',
        { role },
        lowest.ok && at === last,
        matrix.rules.flatMap((rule, place) =>
          rule.role === role && rule.action === request.action ? [explainRule(matrix, request, rule, place)] : [],
        ),
      ),
    ),
  );
}

/** One rule, tried as if it were the only one. */
function explainRule(
  matrix: AuthorityMatrix,
  request: AuthorityRequest,
  rule: AuthorityRule,
  place: number,
): Explanation {
  const check = checkLimits(limitsOf({ ...matrix, rules: [rule] }), rule.role, requestOf(request));
  const tried = Object.entries(rule.limits).flatMap(([measure, bounds]) => [
    explainInput(['facts', measure], factOf(request.facts[measure])),
    ...Object.entries(bounds).map(([bound, value]) =>
      explainConstant(['rules', place, 'limits', measure, bound], String(value)),
    ),
  ]);
  if (check.ok) return explainStep('approval.allows', { rule: rule.id }, true, tried);
  const reasons = [...new Set(check.reasons.map(({ code }) => code))].join(', ');
  return explainStep('approval.refuses', { rule: rule.id, reasons }, false, tried);
}

function factOf(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}
