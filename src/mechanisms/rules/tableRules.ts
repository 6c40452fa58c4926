import { toDecimal } from '../../core/decimal.js';
import { type Path, pathText } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { compileRule } from './compileRule.js';
import type { DecisionTable, DecisionTest } from './decisionTable.js';
import { fail, shown } from './fail.js';
import { type FieldCatalogue, type FieldOptions, type FieldType, fieldType } from './field.js';
import { checkOperator, compileLeaf } from './leaf.js';
import type { RuleLeaf } from './rule.js';

/** The rows of a table as rules, each the conjunction of its comparisons. */
export interface TableRules {
  readonly rules: readonly { readonly all: readonly RuleLeaf[] }[];
  /** The types of the inputs. */
  readonly fields: FieldCatalogue;
}

/** Checks a decision table and reads its rows as rules. */
export function tableRules<F>(table: DecisionTable, { fields, path = [] }: FieldOptions<F>): TableRules {
  oneOf(table.hit, ['first', 'unique', 'all', 'priority'], [...path, 'hit']);
  const types: Record<string, FieldType> = {};
  for (const [index, { field, type, min, max }] of table.inputs.entries()) {
    const at = [...path, 'inputs', index];
    const known = fieldType(field, fields, [...at, 'field']);
    const twin = table.inputs.findIndex((input) => input.field === field);
    if (twin < index) fail('table.conflict', [...at, 'field'], { other: pathText([...path, 'inputs', twin]) });
    types[field] = type ?? known;
    const least = min === undefined ? undefined : toDecimal(min, [...at, 'min']);
    const most = max === undefined ? undefined : toDecimal(max, [...at, 'max']);
    if (least !== undefined && most?.lt(least) === true) {
      fail('rule.type', [...at, 'max'], { expected: `at least ${min}`, value: shown(max) });
    }
  }
  const rules = table.rows.map(({ when, priority = 0 }, row) => {
    const at = [...path, 'rows', row];
    if (!Number.isFinite(priority)) {
      fail('rule.type', [...at, 'priority'], { expected: 'number', value: shown(priority) });
    }
    const leaves = Object.entries(when).map(([field, test]) => {
      if (!Object.hasOwn(types, field)) fail('rule.unknownField', [...at, 'when', field], { field });
      return leafOf(field, test, types[field]!, [...at, 'when', field]);
    });
    return { all: leaves };
  });
  refuseTwins(table, path);
  return { rules, fields: types };
}

/** A condition on a field as a leaf: a value, a list of values of which one is asked, or a comparison without its field. */
export function leafOf(field: string, test: DecisionTest, type: FieldType, path: Path): RuleLeaf {
  if (typeof test !== 'object' || Array.isArray(test)) {
    const op = checkOperator(Array.isArray(test) ? 'in' : 'eq', type, path);
    compileLeaf(op, test, type, path);
    return { field, op, value: test } as RuleLeaf;
  }
  const leaf = { ...test, field } as RuleLeaf;
  compileRule(leaf, { fields: { [field]: type }, path });
  if (leaf.op === 'contains' || leaf.op === 'matches') {
    fail('rule.unknownOperator', [...path, 'op'], { expected: 'one with finitely many cells', operator: leaf.op });
  }
  return leaf;
}

/** Rows that ask the same can never decide alone; rows that merely overlap are for the linter. */
function refuseTwins({ hit, rows }: DecisionTable, path: Path): void {
  if (hit === 'first' || hit === 'all') return;
  const seen = new Map<string, number>();
  for (const [row, { when, priority = 0 }] of rows.entries()) {
    const tests = Object.entries(when).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify([tests, hit === 'priority' ? priority : 0]);
    const twin = seen.get(key);
    if (twin !== undefined) {
      fail('table.conflict', [...path, 'rows', row], { other: pathText([...path, 'rows', twin]) });
    }
    seen.set(key, row);
  }
}
