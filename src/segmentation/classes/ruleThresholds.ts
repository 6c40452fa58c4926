import { explainRule } from '../../mechanisms/rules/explainRule.js';
import type { FieldOptions } from '../../mechanisms/rules/field.js';
import type { Rule } from '../../mechanisms/rules/rule.js';
import type { AssignmentThreshold } from '../schema/assignment.js';

/** The comparisons of a rule that held of a fact, as bounds; those that are no bounds are left out. */
export function ruleThresholds<F extends object>(
  rule: Rule,
  fact: F,
  options: Omit<FieldOptions<F>, 'path'> = {},
): AssignmentThreshold[] {
  const { leaves } = explainRule(rule, fact, options);
  return leaves.flatMap(({ leaf, truth }): AssignmentThreshold[] => {
    if (truth !== true) return [];
    const input = leaf.field;
    switch (leaf.op) {
      case 'lt':
      case 'le':
      case 'gt':
      case 'ge':
      case 'eq':
        return [{ input, op: leaf.op, value: String(leaf.value) }];
      case 'in':
        return [{ input, op: 'in', value: leaf.value.map(String) }];
      case 'between':
        return [
          { input, op: 'ge', value: String(leaf.value[0]) },
          { input, op: 'le', value: String(leaf.value[1]) },
        ];
      case 'under':
      case 'contains':
        return [{ input, op: 'in', value: [String(leaf.value)] }];
      case 'isTrue':
        return [{ input, op: 'eq', value: 'true' }];
      default:
        return [];
    }
  });
}

/** A value as an assignment shows it. */
export function shownInput(value: unknown): string | boolean | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(', ') : String(value);
}
