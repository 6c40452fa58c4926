export { compileRuleSet, type RuleSet } from './compileRuleSet.js';
export { compileRule, type RuleOptions } from './compileRule.js';
export { compileTable, type Decision, type DecisionHit, evaluateTable } from './compileTable.js';
export type { DecisionInput, DecisionRow } from './decisionTable.js';
export { defineRules, type RulesOf } from './defineRules.js';
export { evaluateExpr } from './evaluateExpr.js';
export { explainRule, type LeafExplanation, type RuleExplanation } from './explainRule.js';
export { evaluateRule } from './evaluateRule.js';
export type { FieldCatalogue, FieldKind, FieldOptions, FieldReader, FieldType } from './field.js';
export { lintTable } from './lintTable.js';
export { exprFields, ruleFields } from './leaves.js';
export { MAX_RULE_DEPTH, MAX_RULE_SIZE, type RuleOperator, type Truth } from './rule.js';
export {
  DecisionTable,
  decisionTableOf,
  DecisionTest,
  Expr,
  LimitMatrix,
  LimitRequest,
  Rule,
  RuleLeaf,
  RuleScalar,
} from './schema.js';
export type { OnlyTextKinds, RuleOf, TextKind, TextKinds } from './typedRule.js';
export { unknownFields } from './unknownFields.js';
export { type AllowingRow, checkLimits, type LimitCheck } from './limits/checkLimits.js';
export { headroom, type Headroom } from './limits/headroom.js';
export type { LimitBound, LimitRole, LimitRow, LimitScope, LimitTrack } from './limits/limitMatrix.js';
export { lintLimits } from './limits/lintLimits.js';
export { type Approver, type Avoidance, type LimitRoute, route } from './limits/route.js';
export type { LimitChange } from './limits/smallestChange.js';
export type { LimitOptions } from './limits/compileLimits.js';
