import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import type { LimitBound, LimitMatrix, LimitRow } from '../../mechanisms/rules/limits/limitMatrix.js';
import { fail } from '../fail.js';
import { type ApprovalLimit, type ApprovalMatrix, type ApprovalRow, LIMITS } from './approvalMatrix.js';
import { FACTS, HAS_MARGIN } from './dealScopes.js';

/** The matrix of limits that an approval matrix is. */
export function toLimitMatrix(matrix: ApprovalMatrix, path: Path = ['matrix']): LimitMatrix {
  const { code, roles, limits, tracks, routing, missing = 'escalate' } = matrix;
  oneOf(matrix.evaluate ?? 'both', ['line', 'quote', 'both'], [...path, 'evaluate']);
  oneOf(matrix.reapproval ?? 'ifWorse', ['ifWorse', 'always', 'never'], [...path, 'reapproval']);
  return {
    code,
    roles,
    limits: limits.map((row, index) => limitRow(matrix, row, [...path, 'limits', index])),
    ...(tracks === undefined ? {} : { tracks }),
    missing,
    ...(routing === undefined ? {} : { routing }),
  };
}

function limitRow({ from, to, missing }: ApprovalMatrix, row: ApprovalRow, path: Path): LimitRow {
  const { role, keys = {} } = row;
  for (const name of Object.keys(keys)) {
    if (FACTS.includes(name)) fail('pricing.reservedKey', [...path, 'keys', name], { key: name });
  }
  const bounds: Record<string, LimitBound> = {};
  for (const [name, { measure, bound }] of Object.entries(LIMITS)) {
    const value = row[name as ApprovalLimit];
    if (value !== undefined) bounds[measure] = { [bound]: value };
  }
  // A deal that brings in nothing has no margin, which fails every limit of it, whatever becomes of unknown figures.
  if (missing === 'ignore' && row.minMargin !== undefined) bounds[HAS_MARGIN] = { min: '1' };
  return { role, keys, bounds, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The limit that a measure and its bound are. */
export function limitNamed(measure: unknown): ApprovalLimit {
  if (measure === HAS_MARGIN) return 'minMargin';
  return (Object.keys(LIMITS) as ApprovalLimit[]).find((name) => LIMITS[name].measure === measure)!;
}
