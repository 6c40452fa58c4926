import type { Path } from '../../core/errors.js';
import type { Expr } from './expr.js';
import type { Rule, RuleLeaf } from './rule.js';

/** The comparisons of a valid rule with their places, in the order in which they are written. */
export function* leavesOf(rule: Rule, path: Path = []): Generator<{ leaf: RuleLeaf; path: Path }> {
  if ('all' in rule) {
    for (const [index, part] of rule.all.entries()) yield* leavesOf(part, [...path, 'all', index]);
  } else if ('any' in rule) {
    for (const [index, part] of rule.any.entries()) yield* leavesOf(part, [...path, 'any', index]);
  } else if ('not' in rule) {
    yield* leavesOf(rule.not, [...path, 'not']);
  } else {
    yield { leaf: rule, path };
  }
}

/**
 * Returns the fields that a rule names, each once, sorted.
 *
 * @param rule condition that `compileRule` accepts
 * @example
 * import { ruleFields } from 'salesmodel/mechanisms/rules';
 *
 * ruleFields({ not: { field: 'attributes.region', op: 'eq', value: 'EU' } }); // => ['attributes.region']
 */
export function ruleFields(rule: Rule): readonly string[] {
  return sorted(new Set(Array.from(leavesOf(rule), ({ leaf }) => leaf.field)));
}

/**
 * Returns the fields that an expression names, those of its conditions included, each once, sorted.
 *
 * @param expr calculation that `evaluateExpr` accepts
 * @example
 * import { exprFields } from 'salesmodel/mechanisms/rules';
 *
 * exprFields({ op: 'sub', args: [{ field: 'amount' }, { field: 'cost' }] }); // => ['amount', 'cost']
 */
export function exprFields(expr: Expr): readonly string[] {
  const fields = new Set<string>();
  collect(expr, fields);
  return sorted(fields);
}

function collect(expr: Expr, fields: Set<string>): void {
  if (typeof expr !== 'object') return;
  if ('field' in expr) {
    fields.add(expr.field);
  } else if ('op' in expr) {
    for (const operand of expr.args) collect(operand, fields);
  } else {
    for (const { leaf } of leavesOf(expr.if)) fields.add(leaf.field);
    collect(expr.then, fields);
    collect(expr.else, fields);
  }
}

function sorted(fields: ReadonlySet<string>): readonly string[] {
  return [...fields].toSorted();
}
