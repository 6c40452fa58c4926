import type { Finding } from '../../core/errors.js';
import { lintLimits } from '../../mechanisms/rules/limits/lintLimits.js';
import type { ApprovalMatrix } from '../approval/approvalMatrix.js';
import { limitNamed, toLimitMatrix } from '../approval/toLimitMatrix.js';

/**
 * Returns what is questionable in an approval matrix: the findings of `lintLimits`, such as a role that nothing needs or a
 * higher level with a tighter limit, with the limit by its field where one is meant.
 *
 * @param matrix roles with their limits
 * @throws SalesModelError `pricing.reservedKey` and the errors of `lintLimits` of `salesmodel/mechanisms/rules`
 * @example
 * import { lintApprovalMatrix } from 'salesmodel/pricing';
 *
 * const findings = lintApprovalMatrix({
 *   code: 'sales',
 *   roles: [{ role: 'rep', level: 1 }, { role: 'manager', level: 2 }],
 *   limits: [{ role: 'rep', maxDiscount: '0.1' }, { role: 'manager', maxDiscount: '0.05' }],
 * });
 * findings.map(({ code, params }) => [code, params['limit']]);
 * // => [['deadRole', undefined], ['limitInversion', 'maxDiscount'], ['unapprovable', 'maxDiscount']]
 */
export function lintApprovalMatrix(matrix: ApprovalMatrix): readonly Finding[] {
  // Where unknown figures are passed over, a limit of its own stands in for no margin at all; it is no row of the author.
  const limits = toLimitMatrix({ ...matrix, missing: 'escalate' });
  return lintLimits({ ...limits, missing: matrix.missing ?? 'escalate' }, { path: ['matrix'] }).map((finding) => {
    const { measure } = finding.params;
    const { path } = finding;
    const at = path.indexOf('bounds');
    const steps = at < 0 ? path : [...path.slice(0, at), limitNamed(path[at + 1])];
    return {
      ...finding,
      path: steps.slice(1),
      params: measure === undefined ? finding.params : { ...finding.params, limit: limitNamed(measure) },
    };
  });
}
