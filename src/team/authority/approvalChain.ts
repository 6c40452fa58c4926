import { type LimitRoute, route } from '../../mechanisms/rules/limits/route.js';
import type { AuthorityMatrix } from '../schema/authority.js';
import { type AuthorityRequest, limitsOf, requestOf } from './authority.js';

/**
 * Returns who must sign what one role asks for: the lowest role that may (`skipLevels`, the default), or every role up to it.
 *
 * @param matrix rules and roles
 * @param request action, facts and day
 * @param options role of whoever asks; whether levels are skipped
 * @throws SalesModelError those of `route`
 * @example
 * import { approvalChain, type AuthorityMatrix } from 'salesmodel/team';
 *
 * const rule = (role: string, max: string) => ({ id: role, role, action: 'sign', limits: { value: { max } } });
 * const matrix: AuthorityMatrix = {
 *   order: ['rep', 'manager', 'director'],
 *   rules: [rule('rep', '1000'), rule('manager', '10000'), rule('director', '100000')],
 * };
 * const request = { action: 'sign', facts: { value: '50000' }, on: '2026-03-31' };
 * const chain = approvalChain(matrix, request, { requester: 'rep', skipLevels: false });
 * chain.status === 'needsApproval' && chain.approvers.map(({ role }) => role); // => [ 'manager', 'director' ]
 */
export function approvalChain(
  matrix: AuthorityMatrix,
  request: AuthorityRequest,
  { requester, skipLevels = true }: { readonly requester?: string; readonly skipLevels?: boolean } = {},
): LimitRoute {
  return route(limitsOf(matrix, skipLevels ? 'skipLevel' : 'stepByStep'), requestOf(request, requester));
}
