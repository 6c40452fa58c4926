export { compileRule, type RuleOptions } from './compileRule.js';
export { evaluateExpr } from './evaluateExpr.js';
export { evaluateRule } from './evaluateRule.js';
export type { Expr } from './expr.js';
export type { FieldCatalogue, FieldKind, FieldOptions, FieldReader } from './field.js';
export { exprFields, ruleFields } from './leaves.js';
export {
  MAX_RULE_DEPTH,
  MAX_RULE_SIZE,
  type Rule,
  type RuleLeaf,
  type RuleOperator,
  type RuleScalar,
  type Truth,
} from './rule.js';
export { unknownFields } from './unknownFields.js';
