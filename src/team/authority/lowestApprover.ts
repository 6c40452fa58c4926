import type { Reason } from '../../core/errors.js';
import { route } from '../../mechanisms/rules/limits/route.js';
import type { AuthorityMatrix } from '../schema/authority.js';
import { type AuthorityRequest, limitsOf, requestOf } from './authority.js';

/**
 * Returns the lowest role that may approve a request, or `noApprover` with what the highest one may not. A request that is worse
 * in every measure never needs a lower role.
 *
 * @param matrix rules and roles
 * @param request action, facts and day
 * @throws SalesModelError those of `route`
 * @example
 * import { lowestApprover, type AuthorityMatrix } from 'salesmodel/team';
 *
 * const matrix: AuthorityMatrix = {
 *   order: ['representative', 'manager'],
 *   rules: [
 *     { id: 'rep', role: 'representative', action: 'giveDiscount', limits: { discount: { max: '0.05' } } },
 *     { id: 'mgr', role: 'manager', action: 'giveDiscount', limits: { discount: { max: '0.15' } } },
 *   ],
 * };
 * lowestApprover(matrix, { action: 'giveDiscount', facts: { discount: '0.08' }, on: '2026-03-31' }); // => { ok: true, role: 'manager' }
 * const none = lowestApprover(matrix, { action: 'giveDiscount', facts: { discount: '0.2' }, on: '2026-03-31' });
 * none.ok || none.reasons[0]?.code; // => 'noApprover'
 */
export function lowestApprover(
  matrix: AuthorityMatrix,
  request: AuthorityRequest,
): { readonly ok: true; readonly role: string } | { readonly ok: false; readonly reasons: readonly Reason[] } {
  const found = route(limitsOf(matrix), requestOf(request));
  if (found.status === 'needsApproval') return { ok: true, role: found.approvers.at(-1)!.role };
  const highest = found.status === 'notApprovable' ? found.reasons : [];
  return { ok: false, reasons: [{ code: 'noApprover', params: { action: request.action, highest } }] };
}
