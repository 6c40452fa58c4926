import { compileRule, type RuleOptions } from './compileRule.js';
import type { Rule, Truth } from './rule.js';

/**
 * Returns whether a rule holds of one fact: true, false, or `null` for unknown. Use `compileRule` for many facts.
 *
 * @param rule condition as data, at most 64 levels deep with at most 10,000 parts
 * @param fact plain object, nested or with dotted keys
 * @param options catalogue of fields, source of values, meaning of unknown
 * @throws SalesModelError `rule.unknownField`, `rule.unknownOperator`, `rule.type`, `rule.limit`, `key.forbidden`,
 * `decimal.invalid`, `decimal.tooLong`, `date.invalid`, `period.order`
 * @example
 * import { evaluateRule } from 'salesmodel/mechanisms/rules';
 *
 * evaluateRule({ field: 'amount', op: 'between', value: ['10', '20'] }, { amount: '20.00' }); // => true
 */
export function evaluateRule<F = object>(rule: Rule, fact: F, options: RuleOptions<F> = {}): Truth {
  return compileRule(rule, options)(fact);
}
