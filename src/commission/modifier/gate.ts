import type { Path } from '../../core/errors.js';
import { compileRule } from '../../mechanisms/rules/compileRule.js';
import type { FieldCatalogue } from '../../mechanisms/rules/field.js';
import type { Truth } from '../../mechanisms/rules/rule.js';
import type { Rule } from '../../mechanisms/rules/rule.js';

/** The totals of a payee at the end of a span, by field name; `undefined` where there is none. */
export interface GateFacts {
  get(field: string): unknown;
}

/** A condition on totals. */
export type Gate = (facts: GateFacts) => Truth;

const gateFields: FieldCatalogue = {
  'attainment.*': 'decimal',
  'measure.*': 'decimal',
  'earned.*': 'decimal',
  'score.*': 'decimal',
  collectionRate: 'decimal',
  'payee.*': 'any',
  role: 'string',
  'period.start': 'date',
};

/**
 * Compiles the rule of a hurdle or milestone.
 *
 * @throws SalesModelError the errors of `compileRule`
 */
export function compileGate(rule: Rule, path: Path): Gate {
  return compileRule<GateFacts>(rule, { fields: gateFields, read: (field) => (facts) => facts.get(field), path });
}
