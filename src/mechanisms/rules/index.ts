export { compileRule } from './compile-rule.js';
export type { RuleOptions } from './compile-rule.js';
export type { FieldCatalogue, FieldKind, FieldReader } from './field.js';
export { MAX_RULE_DEPTH, MAX_RULE_SIZE } from './rule.js';
export type { Rule, RuleLeaf, RuleOperator, RuleScalar, Truth } from './rule.js';
