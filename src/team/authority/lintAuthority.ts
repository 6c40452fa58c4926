import type { Finding } from '../../core/errors.js';
import { lintLimits } from '../../mechanisms/rules/limits/lintLimits.js';
import type { AuthorityMatrix } from '../schema/authority.js';
import { limitsOf } from './authority.js';

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
