import { compileRule } from '../../mechanisms/rules/compileRule.js';
import type { Rule } from '../../mechanisms/rules/rule.js';
import type { CreditKind } from '../schema.js';
import { exampleOf, type SampleFact, sampleFacts } from './sampleFacts.js';

/**
 * Looks for a credit for which a rule holds, among all combinations of values that its comparisons tell apart.
 *
 * @param kinds the kinds of credits that come in question
 * @returns the fields of such a credit, `null` where there is none, and undefined where that cannot be proved: the rule
 * asks for patterns or parts of texts, or makes too many combinations
 */
export function whereHolds(
  rule: Rule,
  kinds: readonly CreditKind[],
): Readonly<Record<string, unknown>> | null | undefined {
  const facts = sampleFacts([rule], { 'credit.kind': kinds });
  if (facts === undefined) return undefined;
  const holds = compileRule<SampleFact>(rule, { read: (field) => (fact) => fact.get(field) });
  for (const fact of facts) if (holds(fact) === true) return exampleOf(fact);
  return null;
}
