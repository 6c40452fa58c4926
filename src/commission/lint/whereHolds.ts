import { compileRule } from '../../mechanisms/rules/compileRule.js';
import { leavesOf } from '../../mechanisms/rules/leaves.js';
import type { Rule } from '../../mechanisms/rules/rule.js';
import { cellsOf } from '../../mechanisms/rules/tableCells.js';
import type { CreditKind } from '../schema.js';

/** The most combinations of values that are tried. */
const MAX_COMBINATIONS = 20_000;

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
  const leaves = Array.from(leavesOf(rule), ({ leaf }) => leaf);
  if (leaves.some(({ op }) => op === 'contains' || op === 'matches')) return undefined;
  const fields = [...new Set(leaves.map(({ field }) => field))].toSorted();
  const samples = fields.map((field): readonly unknown[] => {
    if (field === 'credit.kind') return kinds;
    const asked = leaves.filter((leaf) => leaf.field === field);
    return cellsOf({ field }, asked, 'any').map(({ sample }) => sample);
  });
  if (samples.reduce((size, { length }) => size * length, 1) > MAX_COMBINATIONS) return undefined;
  const holds = compileRule<Map<string, unknown>>(rule, { read: (field) => (fact) => fact.get(field) });
  for (const values of combinations(samples)) {
    const fact = new Map(fields.map((field, index) => [field, values[index]]));
    if (holds(fact) === true) return Object.fromEntries([...fact].filter(([, value]) => value !== undefined));
  }
  return null;
}

function* combinations(lists: readonly (readonly unknown[])[]): Generator<readonly unknown[]> {
  const [first, ...rest] = lists;
  if (first === undefined) yield [];
  for (const value of first ?? []) for (const others of combinations(rest)) yield [value, ...others];
}
