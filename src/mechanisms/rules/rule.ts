/**
 * What a rule says of a fact. `null` is unknown: a field was missing, and its value could have changed the answer.
 * Unknown is falsy, so that `facts.filter(rule)` keeps those of which the rule is known to hold.
 */
export type Truth = boolean | null;

/** A value that a rule compares with: decimals and dates are strings, and a decimal may be a number. */
export type RuleScalar = string | number | boolean;

/** One comparison of one field; a dotted field (`attributes.region`) leads into a nested fact. */
export type RuleLeaf =
  | { readonly field: string; readonly op: 'eq' | 'ne'; readonly value: RuleScalar }
  | { readonly field: string; readonly op: 'lt' | 'le' | 'gt' | 'ge'; readonly value: string | number }
  | { readonly field: string; readonly op: 'in' | 'notIn'; readonly value: readonly RuleScalar[] }
  | {
      readonly field: string;
      /** Both ends belong to the range. */
      readonly op: 'between';
      readonly value: readonly [string | number, string | number];
    }
  | {
      readonly field: string;
      /** Of a list: an element; of a text: a part. */
      readonly op: 'contains';
      readonly value: RuleScalar;
    }
  | {
      readonly field: string;
      /** `matches` takes `*` for any run of characters, `?` for one, `\` before either for itself. */
      readonly op: 'startsWith' | 'matches';
      readonly value: string;
    }
  | {
      readonly field: string;
      /** A path of a tree, `CN/31`: itself and everything below. */
      readonly op: 'under';
      readonly value: string;
    }
  | {
      readonly field: string;
      /** A half-open span of days: `from` belongs to it, `to` does not, and an absent end is open. */
      readonly op: 'within';
      readonly value: { readonly from?: string | null; readonly to?: string | null };
    }
  | { readonly field: string; readonly op: 'exists' | 'isTrue' };

/** The name of a comparison. */
export type RuleOperator = RuleLeaf['op'];

/** A condition on a fact, as data. `all` of nothing holds, `any` of nothing does not. */
export type Rule =
  { readonly all: readonly Rule[] } | { readonly any: readonly Rule[] } | { readonly not: Rule } | RuleLeaf;

/** The deepest nesting of a rule or an expression. */
export const MAX_RULE_DEPTH = 64;

/** The most parts (conditions, listed values, operands) of a rule or an expression. */
export const MAX_RULE_SIZE = 10_000;
