export { compileRule, type RuleOptions } from './compileRule.js';
export { evaluateExpr } from './evaluateExpr.js';
export { evaluateRule } from './evaluateRule.js';
export type { FieldCatalogue, FieldKind, FieldOptions, FieldReader, FieldType } from './field.js';
export { exprFields, ruleFields } from './leaves.js';
export { MAX_RULE_DEPTH, MAX_RULE_SIZE, type RuleOperator, type Truth } from './rule.js';
export { Expr, Rule, RuleLeaf, RuleScalar } from './schema.js';
export { unknownFields } from './unknownFields.js';
