import { compareText } from '../../core/compareText.js';
import type { PlainDate } from '../../core/date.js';
import type { DecimalString } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import type { Approver } from '../../mechanisms/rules/limits/route.js';
import { route } from '../../mechanisms/rules/limits/route.js';
import type { ApprovalLimit, ApprovalMatrix } from './approvalMatrix.js';
import { type Deal, dealScopes, HAS_MARGIN } from './dealScopes.js';
import { limitNamed, toLimitMatrix } from './toLimitMatrix.js';

/** The smallest change of a deal with which a lower role could sign. */
export interface ApprovalAvoidance {
  readonly track: string;
  readonly role: string;
  readonly changes: readonly {
    /** The id of a line, or `quote`. */
    readonly scope: string;
    readonly limit: ApprovalLimit;
    readonly from: DecimalString;
    readonly to: DecimalString;
  }[];
}

/** Who signs a deal. Reasons have the scope, the limit by its field, what it allows and what the deal asks. */
export type ApprovalRoute =
  | { readonly status: 'withinAuthority' }
  | {
      readonly status: 'needsApproval';
      /** By track, then from the lowest level up. */
      readonly approvers: readonly Approver[];
      readonly avoid: readonly ApprovalAvoidance[];
    }
  | { readonly status: 'notApprovable'; readonly reasons: readonly Reason[] };

/**
 * Returns who must sign a deal, why the next lower level may not, and the smallest change that would let it: the limits of a
 * matrix on each line and on the quote as a whole. A worse deal never needs a lower level.
 *
 * The discount is 1 − Σ net ÷ Σ list, the margin (Σ net − Σ cost) ÷ Σ net; where nothing comes in there is no margin, which
 * fails every `minMargin`. Where authority changes over time, take the matrix of the day by `effectiveAsOf`.
 *
 * @param matrix roles with their limits
 * @param deal lines with list, net and cost amounts
 * @param request `requester`: role of whoever asks; `on`: the day
 * @throws SalesModelError `pricing.duplicateCode` (also for a line of the id `quote`), `pricing.reservedKey`, the errors of
 * `route` of `salesmodel/mechanisms/rules`
 * @example
 * import { requiredApprovals, type ApprovalMatrix } from 'salesmodel/pricing';
 *
 * const matrix: ApprovalMatrix = {
 *   code: 'sales',
 *   roles: [{ role: 'rep', level: 1 }, { role: 'manager', level: 2 }],
 *   limits: [{ role: 'rep', maxDiscount: '0.1' }, { role: 'manager', maxDiscount: '0.2', minMargin: '0.15' }],
 * };
 * const deal = { lines: [{ id: '1', list: '1000', net: '880', cost: '700' }] };
 * const result = requiredApprovals(matrix, deal, { requester: 'rep', on: '2026-03-01' });
 * result.status === 'needsApproval' && result.approvers.map(({ role }) => role); // => ['manager']
 * result.status === 'needsApproval' && result.avoid[0]?.changes[0]; // => { scope: '1', limit: 'maxDiscount', from: '0.12', to: '0.1' }
 */
export function requiredApprovals(
  matrix: ApprovalMatrix,
  deal: Deal,
  request: { readonly requester?: string; readonly on: PlainDate },
): ApprovalRoute {
  const { requester, on } = request;
  const limits = toLimitMatrix(matrix);
  const scopes = dealScopes(matrix, deal, ['deal']);
  const result = route(limits, { scopes, on, ...(requester === undefined ? {} : { requester }) }, { path: ['matrix'] });
  switch (result.status) {
    case 'withinAuthority':
      return result;
    case 'notApprovable':
      return { status: 'notApprovable', reasons: result.reasons.map(named) };
    case 'needsApproval':
      return {
        status: 'needsApproval',
        approvers: result.approvers.map((approver) => ({ ...approver, because: approver.because.map(named) })),
        avoid: result.avoid
          // No change of the margin makes something come in.
          .filter(({ changes }) => changes.every(({ measure }) => measure !== HAS_MARGIN))
          .map(({ track, role, changes }) => ({
            track,
            role,
            changes: changes
              .map(({ scope, measure, from, to }) => ({ scope, limit: limitNamed(measure), from, to }))
              .toSorted((a, b) => compareText(a.scope, b.scope) || compareText(a.limit, b.limit)),
          })),
      };
  }
}

/** A reason with the limit by its field. */
export function named<R extends Reason>(reason: R): R {
  const { measure } = reason.params;
  if (measure === undefined) return reason;
  const isNothing = measure === HAS_MARGIN;
  // What stands in for no margin at all has no figures of its own.
  const left = new Set(isNothing ? ['bound', 'row', 'allowed', 'actual', 'excess'] : ['bound', 'row']);
  const params = Object.fromEntries(Object.entries(reason.params).filter(([name]) => !left.has(name)));
  const limit = limitNamed(measure);
  if (isNothing) return { ...reason, code: 'missingFact', params: { ...params, measure: 'margin', limit } };
  return { ...reason, params: { ...params, limit } };
}
