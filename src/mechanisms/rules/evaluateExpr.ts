import { type DecimalString, toText } from '../../core/decimal.js';
import type { Path, Reason } from '../../core/errors.js';
import { compileExpr } from './compileExpr.js';
import type { Expr } from './expr.js';
import type { FieldOptions } from './field.js';
import { unknownFields } from './unknownFields.js';

/**
 * Returns the value of an expression on a fact, or all reasons why it has none: `missing` for each `field` that is
 * absent, null or of the wrong kind, and `divideByZero` with the `path` of each divisor that is 0.
 *
 * The value is exact where its divisions end within 40 significant digits, and rounded there once, half even, otherwise.
 *
 * @param expr calculation as data, at most 64 levels deep with at most 10,000 parts
 * @param fact plain object, nested or with dotted keys
 * @param options catalogue of fields, source of values
 * @throws SalesModelError `rule.unknownField`, `rule.unknownOperator`, `rule.type`, `rule.limit`, `key.forbidden`,
 * `decimal.invalid`, `decimal.tooLong`, `date.invalid`, `period.order`, `expr.divideByZero`
 * @example
 * import { evaluateExpr } from 'salesmodel/mechanisms/rules';
 *
 * const margin = { op: 'div', args: [{ op: 'sub', args: [{ field: 'amount' }, { field: 'cost' }] }, { field: 'amount' }] } as const;
 * evaluateExpr(margin, { amount: '200.00', cost: 150 }); // => { ok: true, value: '0.25' }
 * evaluateExpr(margin, { amount: '0', cost: '5' }); // => { ok: false, reasons: [{ code: 'divideByZero', params: { path: ['args', 1] } }] }
 * evaluateExpr(margin, { amount: '200' }); // => { ok: false, reasons: [{ code: 'missing', params: { field: 'cost' } }] }
 */
export function evaluateExpr<F = object>(
  expr: Expr,
  fact: F,
  options: FieldOptions<F> = {},
): { ok: true; value: DecimalString } | { ok: false; reasons: readonly Reason[] } {
  const missing = new Set<string>();
  const zeros: Path[] = [];
  const value = compileExpr(expr, options)(fact, {
    missingField: (field) => missing.add(field),
    unknownCondition: (rule) => {
      for (const field of unknownFields(rule, fact, options)) missing.add(field);
    },
    zeroDivisor: (path) => zeros.push(path),
  });
  if (typeof value !== 'string') return { ok: true, value: toText(value) };
  return {
    ok: false,
    reasons: [
      ...zeros.map((path) => ({ code: 'divideByZero', params: { path } })),
      ...[...missing].toSorted().map((field) => ({ code: 'missing', params: { field } })),
    ],
  };
}
