import type { Reason } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { checkLimits } from '../../mechanisms/rules/limits/checkLimits.js';
import type { AuthorityMatrix } from '../schema/authority.js';
import { type AuthorityRequest, limitsOf, requestOf } from './authority.js';

/** Who approves, and whether one may approve what one asks for. */
export interface ApproverRequest extends AuthorityRequest {
  readonly role: string;
  /** The person; without it nobody approves for themselves. */
  readonly approver?: string;
}

/** Whether a role may approve, by which rule, or everything that speaks against it. */
export type Approval =
  { readonly ok: true; readonly rule: string } | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns whether a role may approve a request, with the first rule that allows it, or all reasons: `overMax`, `underMin`,
 * `missingFact`, `noRow`, `selfApproval`. One rule of the role and action that holds entirely is enough; a measure with a
 * limit but no fact is not allowed.
 *
 * @param matrix rules and roles
 * @param request role, action, facts and day
 * @param options `selfApproval`: `forbid` (default) or `allow`
 * @throws SalesModelError `option.unknown`, and those of `checkLimits`
 * @example
 * import { canApprove, type AuthorityMatrix } from 'salesmodel/team';
 *
 * const matrix: AuthorityMatrix = {
 *   order: ['representative', 'manager'],
 *   rules: [
 *     { id: 'rep', role: 'representative', action: 'giveDiscount', limits: { discount: { max: '0.05' } } },
 *     { id: 'mgr', role: 'manager', action: 'giveDiscount', limits: { discount: { max: '0.15' } } },
 *   ],
 * };
 * const request = { action: 'giveDiscount', facts: { discount: '0.08', requestedBy: 'Ana' }, on: '2026-03-31' };
 * canApprove(matrix, { ...request, role: 'manager', approver: 'Bo' }); // => { ok: true, rule: 'mgr' }
 * const refused = canApprove(matrix, { ...request, role: 'representative', approver: 'Ana' });
 * refused.ok || refused.reasons.map(({ code }) => code); // => [ 'overMax', 'selfApproval' ]
 */
export function canApprove(
  matrix: AuthorityMatrix,
  { role, approver, ...request }: ApproverRequest,
  options: { readonly selfApproval?: 'forbid' | 'allow' } = {},
): Approval {
  const selfApproval = oneOf(options.selfApproval ?? 'forbid', ['forbid', 'allow'], ['selfApproval']);
  const check = checkLimits(limitsOf(matrix), role, requestOf(request));
  const isOwn = approver !== undefined && request.facts['requestedBy'] === approver && selfApproval === 'forbid';
  if (check.ok && !isOwn) return { ok: true, rule: check.rows[0]!.code! };
  return {
    ok: false,
    reasons: [
      ...(check.ok ? [] : check.reasons),
      ...(isOwn ? [{ code: 'selfApproval', params: { person: approver } }] : []),
    ],
  };
}
