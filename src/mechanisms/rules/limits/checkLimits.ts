import type { Reason } from '../../../core/errors.js';
import { fail } from '../fail.js';
import { compileLimits, type CompiledLimits, type LimitOptions } from './compileLimits.js';
import { compareKeys, failuresOf, failuresOfRole, judge, reasonsOf } from './judge.js';
import type { LimitMatrix, LimitRequest } from './limitMatrix.js';

/** A row of the matrix that lets a role sign a scope. */
export interface AllowingRow {
  readonly scope: string;
  /** Index in the matrix' limits. */
  readonly row: number;
  readonly code?: string;
}

/** Whether a role may sign a request, by which rows, or every bound that it breaks. */
export type LimitCheck =
  | { readonly ok: true; readonly rows: readonly AllowingRow[] }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns whether a role may sign a request on all its scopes, with the rows that allow it, or every failing bound:
 * `overMax`, `underMin`, `missingFact`, and `noRow` for a scope to which no row of the role applies.
 *
 * @param matrix roles and their limits
 * @param role a role of the matrix
 * @param request action, scopes and day
 * @param options catalogue of the fields of scopes
 * @throws SalesModelError `limits.unknownRole`, `limits.unknownTrack`, `limits.duplicateLevel`, `option.unknown`,
 * `period.order`, `date.invalid`, `decimal.invalid`, `decimal.tooLong`, `rule.unknownField`, `rule.unknownOperator`,
 * `rule.type`, `rule.limit`, `key.forbidden`
 * @example
 * import { checkLimits, type LimitMatrix } from 'salesmodel/mechanisms/rules';
 *
 * const matrix: LimitMatrix = {
 *   code: 'discounts',
 *   roles: [{ role: 'rep', level: 1 }],
 *   limits: [{ role: 'rep', bounds: { discount: { max: '0.05' } } }],
 * };
 * const request = { scopes: [{ id: 'quote', facts: { discount: '0.08' } }], on: '2026-03-31' };
 * const check = checkLimits(matrix, 'rep', request);
 * check.ok || check.reasons[0]?.params; // => { scope: 'quote', measure: 'discount', bound: 'max', allowed: '0.05', row: 0, actual: '0.08', excess: '0.03' }
 */
export function checkLimits(
  matrix: LimitMatrix,
  role: string,
  request: LimitRequest,
  options: LimitOptions = {},
): LimitCheck {
  const limits = compileLimits(matrix, options);
  requireRole(limits, role);
  const failures = failuresOfRole(limits, role, request, ['request']);
  if (failures.length > 0) return { ok: false, reasons: reasonsOf(failures) };
  const rows = judge(limits, role, request).flatMap(({ scope, choices }) =>
    choices
      .filter(({ bounds }) => failuresOf(limits, scope, bounds).length === 0)
      .flatMap((choice) => choice.rows)
      .map(({ index, row: { code } }) => ({ scope: scope.id, row: index, ...(code !== undefined && { code }) })),
  );
  return { ok: true, rows: rows.toSorted((a, b) => compareKeys([a.scope], [b.scope]) || a.row - b.row) };
}

/** @throws SalesModelError `limits.unknownRole` */
export function requireRole({ rowsOf }: CompiledLimits, role: string): void {
  if (!rowsOf.has(role)) fail('limits.unknownRole', ['role'], { role });
}
