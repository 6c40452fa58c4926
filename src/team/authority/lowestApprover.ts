import type { Reason } from '../../core/errors.js';
import { type LimitRoute, route } from '../../mechanisms/rules/limits/route.js';
import { headroom, type Headroom } from '../../mechanisms/rules/limits/headroom.js';
import { lintLimits } from '../../mechanisms/rules/limits/lintLimits.js';
import type { Finding } from '../../core/errors.js';
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

/**
 * Returns how far a measure may go so that a role may still approve, with everything else as it is.
 *
 * @param matrix rules and roles
 * @param role a role of the matrix
 * @param request action, facts and day
 * @param measure a decimal fact
 * @throws SalesModelError those of `headroom` of the rules
 * @example
 * import { authorityHeadroom, type AuthorityMatrix } from 'salesmodel/team';
 *
 * const matrix: AuthorityMatrix = {
 *   order: ['manager'],
 *   rules: [{ id: 'mgr', role: 'manager', action: 'giveDiscount', limits: { discount: { max: '0.15' } } }],
 * };
 * const request = { action: 'giveDiscount', facts: { discount: '0.08' }, on: '2026-03-31' };
 * const room = authorityHeadroom(matrix, 'manager', request, 'discount');
 * room.ok && [room.headroom.max, room.headroom.up]; // => [ '0.15', '0.07' ]
 */
export function authorityHeadroom(
  matrix: AuthorityMatrix,
  role: string,
  request: AuthorityRequest,
  measure: string,
):
  | { readonly ok: true; readonly headroom: Omit<Headroom, 'scope'> }
  | { readonly ok: false; readonly reasons: readonly Reason[] } {
  const room = headroom(limitsOf(matrix), role, requestOf(request), measure);
  if (!room.ok) return room;
  const { max, min, up, down } = room.scopes[0]!;
  return { ok: true, headroom: { max, min, up, down } };
}

/**
 * Returns what is questionable in a matrix of authority: the findings of `lintLimits`.
 *
 * @param matrix rules and roles
 * @throws SalesModelError those of `lintLimits`
 * @example
 * import { lintAuthority, type AuthorityMatrix } from 'salesmodel/team';
 *
 * const matrix: AuthorityMatrix = {
 *   order: ['representative', 'manager'],
 *   rules: [
 *     { id: 'rep', role: 'representative', action: 'giveDiscount', limits: { discount: { max: '0.10' } } },
 *     { id: 'mgr', role: 'manager', action: 'giveDiscount', limits: { discount: { max: '0.05' } } },
 *   ],
 * };
 * lintAuthority(matrix).map(({ code }) => code); // => [ 'deadRole', 'limitInversion', 'unapprovable' ]
 */
export function lintAuthority(matrix: AuthorityMatrix): readonly Finding[] {
  return lintLimits(limitsOf(matrix));
}
