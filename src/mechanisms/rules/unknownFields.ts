import { compileRule, type RuleOptions } from './compileRule.js';
import type { Rule } from './rule.js';

/**
 * Returns the fields whose values keep a rule from an answer, sorted; none when it holds or fails.
 * A field that could not change the answer, because another part decides it, is not among them.
 *
 * @param rule condition as data
 * @param fact plain object, nested or with dotted keys
 * @param options catalogue of fields, source of values
 * @throws SalesModelError the errors of `compileRule`
 * @example
 * import { unknownFields } from 'salesmodel/mechanisms/rules';
 *
 * const rule = { all: [{ field: 'age', op: 'ge', value: 18 }, { field: 'member', op: 'isTrue' }] } as const;
 * unknownFields(rule, { age: 20 }); // => ['member']
 * unknownFields(rule, { age: 17 }); // => []
 */
export function unknownFields<F = object>(
  rule: Rule,
  fact: F,
  options: Omit<RuleOptions<F>, 'treatUnknownAs'> = {},
): readonly string[] {
  const fields = new Set<string>();
  const visit = (part: Rule): void => {
    if (compileRule<F>(part, options)(fact) !== null) return;
    if ('all' in part) part.all.forEach(visit);
    else if ('any' in part) part.any.forEach(visit);
    else if ('not' in part) visit(part.not);
    else fields.add(part.field);
  };
  visit(rule);
  return [...fields].toSorted();
}
