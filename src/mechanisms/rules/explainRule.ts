import { type DecimalString, type Decimal, minus, toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { NO_DAY } from '../../core/parseDay.js';
import { compileRule } from './compileRule.js';
import { readDecimal } from './decimalOrder.js';
import { type FieldOptions, fieldType, readField } from './field.js';
import { comparedAs, dayOf } from './leaf.js';
import { leavesOf } from './leaves.js';
import type { Rule, RuleLeaf, Truth } from './rule.js';

/** What one comparison of a rule made of a fact. */
export interface LeafExplanation {
  /** Where the comparison stands in the rule. */
  readonly path: Path;
  readonly leaf: RuleLeaf;
  /** The field's value, `null` when it is missing. */
  readonly actual: unknown;
  /** Of the comparison itself, whatever a `not` above it makes of it. */
  readonly truth: Truth;
  /**
   * Of an ordered field: how far inside its nearest bound the value lies, in units of the field or days; negative when
   * it misses the bound by so much. A strict bound fails at 0.
   */
  readonly distance?: DecimalString;
}

/** What a rule says of a fact, and what each of its comparisons does. */
export interface RuleExplanation {
  readonly truth: Truth;
  readonly leaves: readonly LeafExplanation[];
}

/**
 * Returns what a rule says of a fact with every comparison: which held, failed or were unknown, and for ordered fields
 * the distance to the bound.
 *
 * @param rule condition as data, at most 64 levels deep with at most 10,000 parts
 * @param fact plain object, nested or with dotted keys
 * @param options catalogue of fields, source of values
 * @throws SalesModelError `rule.unknownField`, `rule.unknownOperator`, `rule.type`, `rule.limit`, `key.forbidden`,
 * `decimal.invalid`, `decimal.tooLong`, `date.invalid`, `period.order`
 * @example
 * import { explainRule } from 'salesmodel/mechanisms/rules';
 *
 * const rule = { all: [{ field: 'amount', op: 'ge', value: '1000' }, { field: 'region', op: 'eq', value: 'EU' }] } as const;
 * const { truth, leaves } = explainRule(rule, { amount: '950.00' });
 * truth; // => false
 * leaves[0]?.distance; // => '-50'
 * leaves[1]?.truth; // => null
 */
export function explainRule<F = object>(rule: Rule, fact: F, options: FieldOptions<F> = {}): RuleExplanation {
  const truth = compileRule<F>(rule, { ...options, treatUnknownAs: 'report' })(fact);
  const leaves = Array.from(leavesOf(rule), ({ leaf, path }): LeafExplanation => {
    const read = (options.read ?? readField)(leaf.field) as (fact: F) => unknown;
    const actual = read(fact) ?? null;
    const distance = distanceInside(leaf, actual, options);
    return {
      path,
      leaf,
      actual,
      truth: compileRule<F>(leaf, { ...options, treatUnknownAs: 'report' })(fact),
      ...(distance === undefined ? {} : { distance: toText(distance) }),
    };
  });
  return { truth, leaves };
}

function distanceInside<F>(leaf: RuleLeaf, actual: unknown, { fields }: FieldOptions<F>): Decimal | undefined {
  switch (leaf.op) {
    case 'lt':
    case 'le':
    case 'gt':
    case 'ge': {
      const onDays = comparedAs(leaf.value, fieldType(leaf.field, fields, []), []) === 'date';
      const above = onDays ? daysFrom(leaf.value, actual) : amountFrom(leaf.value, actual);
      return leaf.op === 'lt' || leaf.op === 'le' ? above?.negated() : above;
    }
    case 'between':
      return smaller(amountFrom(leaf.value[0], actual), amountFrom(leaf.value[1], actual)?.negated());
    case 'within': {
      const { from, to } = leaf.value;
      return smaller(daysFrom(from ?? null, actual), daysFrom(to ?? null, actual)?.negated());
    }
    default:
      return undefined;
  }
}

function amountFrom(bound: string | number, actual: unknown): Decimal | undefined {
  const value = readDecimal(actual);
  return value === undefined ? undefined : minus(value, toDecimal(bound));
}

function daysFrom(bound: unknown, actual: unknown): Decimal | undefined {
  const start = dayOf(bound);
  const day = dayOf(actual);
  return start === NO_DAY || day === NO_DAY ? undefined : toDecimal(day - start);
}

function smaller(a: Decimal | undefined, b: Decimal | undefined): Decimal | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.lte(b) ? a : b;
}
