import {
  compare,
  type Decimal,
  type DecimalString,
  minus,
  plus,
  times,
  toDecimal,
  toText,
} from '../../core/decimal.js';
import { roundQuotient } from '../../core/rounding.js';
import { compileRule } from '../../mechanisms/rules/compileRule.js';
import { readDecimal } from '../../mechanisms/rules/decimalOrder.js';
import { readField } from '../../mechanisms/rules/field.js';
import { leavesOf } from '../../mechanisms/rules/leaves.js';
import type { Rule } from '../../mechanisms/rules/rule.js';

/** The smallest change of one field, up or down, with which a rule holds. */
interface RuleDistance {
  readonly input: string;
  readonly delta: DecimalString;
}

/**
 * Returns for each field that holds a number the smallest change of it alone, in whole steps, with which one of some
 * rules holds; of two as small the one upward. What a rule says changes at its bounds only, so the places beside them
 * are tried.
 *
 * @param rules none of which holds
 * @param fields in the order of the result
 */
export function ruleDistances(
  rules: readonly Rule[],
  facts: object,
  fields: readonly string[],
  stepOf: (field: string) => Decimal,
): RuleDistance[] {
  return fields.flatMap((input): RuleDistance[] => {
    const value = readDecimal(readField(input)(facts));
    const bounds = rules.flatMap((rule) => decimalBounds(rule, input));
    if (value === undefined || bounds.length === 0) return [];
    const step = stepOf(input);
    let tried: DecimalString = '';
    const read = (field: string): ((fact: object) => unknown) => (field === input ? () => tried : readField(field));
    const tests = rules.map((rule) => compileRule<object>(rule, { read }));
    const holds = (count: Decimal): boolean => {
      tried = toText(plus(value, times(count, step)));
      return tests.some((test) => test(facts) === true);
    };
    const [nearest] = bounds
      .flatMap((bound) => {
        const below = roundQuotient(minus(bound, value), step, 'floor');
        return [-1, 0, 1, 2].map((more) => plus(below, toDecimal(more)));
      })
      .filter((count) => !count.isZero() && holds(count))
      .sort((a, b) => compare(a.abs(), b.abs()) || compare(b, a));
    return nearest === undefined ? [] : [{ input, delta: toText(times(nearest, step)) }];
  });
}

/** The numbers that a rule compares a field with. */
function decimalBounds(rule: Rule, field: string): Decimal[] {
  return Array.from(leavesOf(rule), ({ leaf }): unknown[] => {
    if (leaf.field !== field || !('value' in leaf)) return [];
    return Array.isArray(leaf.value) ? leaf.value : [leaf.value];
  })
    .flat()
    .flatMap((value) => readDecimal(value) ?? []);
}
