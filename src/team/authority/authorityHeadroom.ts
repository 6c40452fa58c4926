import type { Reason } from '../../core/errors.js';
import { headroom, type Headroom } from '../../mechanisms/rules/limits/headroom.js';
import type { AuthorityMatrix } from '../schema/authority.js';
import { type AuthorityRequest, limitsOf, requestOf } from './authority.js';

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
