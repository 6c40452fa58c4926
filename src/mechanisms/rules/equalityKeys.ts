import { type FieldOptions, fieldType } from './field.js';
import { comparedAs } from './leaf.js';
import type { Rule, RuleLeaf, RuleScalar } from './rule.js';

/** A field and the values of which it must have one. */
export interface EqualityKey {
  readonly field: string;
  readonly values: ReadonlySet<RuleScalar>;
}

/** A rule is listed under every combination of the values of its keys, but never under more than these. */
const MAX_COMBINATIONS = 256;

/**
 * Splits a valid rule into the equalities that it cannot hold without, one a field and sorted by it, and the rest.
 * Only texts and truth values make keys: equal decimals and days may be written in several ways.
 */
export function equalityKeys<F>(rule: Rule, { fields }: FieldOptions<F>): { keys: readonly EqualityKey[]; rest: Rule } {
  const keys = new Map<string, ReadonlySet<RuleScalar>>();
  const rest: Rule[] = [];
  let combinations = 1;
  for (const part of conjuncts(rule)) {
    const values = 'field' in part && !keys.has(part.field) ? keyValues(part, fields) : undefined;
    if (values === undefined || combinations * values.size > MAX_COMBINATIONS) {
      rest.push(part);
    } else {
      keys.set((part as RuleLeaf).field, values);
      combinations *= values.size;
    }
  }
  return {
    keys: [...keys].map(([field, values]) => ({ field, values })).toSorted((a, b) => (a.field < b.field ? -1 : 1)),
    rest: { all: rest },
  };
}

function conjuncts(rule: Rule): readonly Rule[] {
  return 'all' in rule ? rule.all.flatMap(conjuncts) : [rule];
}

function keyValues(leaf: RuleLeaf, fields: FieldOptions<never>['fields']): ReadonlySet<RuleScalar> | undefined {
  const type = fieldType(leaf.field, fields, []);
  const values = leaf.op === 'eq' ? [leaf.value] : leaf.op === 'in' ? leaf.value : undefined;
  const plain = values?.every((value) => ['string', 'boolean'].includes(comparedAs(value, type, [])));
  return plain === true ? new Set(values) : undefined;
}
