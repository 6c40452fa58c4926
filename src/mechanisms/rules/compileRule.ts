import type { Path } from '../../core/errors.js';
import { fail, shown } from './fail.js';
import { fieldType, type FieldOptions, isOwnKey, readField } from './field.js';
import { checkOperator, compileLeaf, type ValueTest } from './leaf.js';
import { MAX_RULE_DEPTH, MAX_RULE_SIZE, type Rule, type Truth } from './rule.js';

/** How a rule is compiled. */
export interface RuleOptions<F> extends FieldOptions<F> {
  /** What an unknown answer becomes. Default `'report'`: it stays `null`. */
  readonly treatUnknownAs?: 'report' | boolean;
}

/**
 * Compiles a rule into a function of a fact that returns whether it holds: true, false, or `null` for unknown.
 *
 * A missing field (absent or `null`) makes its comparison unknown; `all`, `any` and `not` follow Kleene, so that an
 * unknown part matters only where it could turn the answer. Decimals are compared by their exact value, dates by day.
 *
 * @param rule condition as data, at most 64 levels deep with at most 10,000 parts
 * @param options catalogue of fields, source of values, meaning of unknown
 * @throws SalesModelError `rule.unknownField`, `rule.unknownOperator`, `rule.type`, `rule.limit`, `key.forbidden`,
 * `decimal.invalid`, `decimal.tooLong`, `date.invalid`, `period.order`
 * @example
 * ```ts
 * import { compileRule } from 'salesmodel/mechanisms/rules';
 * const large = compileRule({ all: [
 *   { field: 'amount', op: 'ge', value: '1000' },
 *   { field: 'attributes.region', op: 'under', value: 'EU' },
 * ] });
 * large({ amount: '1000.00', attributes: { region: 'EU/DE' } }); // => true
 * large({ amount: '999.99' }); // => false
 * large({ amount: '1000.00' }); // => null
 * ```
 */
export function compileRule<F = object>(
  rule: Rule,
  options: RuleOptions<F> & { readonly treatUnknownAs: boolean },
): (fact: F) => boolean;
export function compileRule<F = object>(rule: Rule, options?: RuleOptions<F>): (fact: F) => Truth;
export function compileRule<F = object>(rule: Rule, options: RuleOptions<F> = {}): (fact: F) => Truth {
  const { treatUnknownAs = 'report', path = [] } = options;
  const truth = compilePart<F>(rule, { ...options, size: 0 }, path, 1);
  if (treatUnknownAs === 'report') return truth;
  return treatUnknownAs ? (fact) => truth(fact) !== false : (fact) => truth(fact) === true;
}

/** The options of a compilation and the parts counted so far. */
export interface Compilation<F> extends FieldOptions<F> {
  size: number;
}

/** Compiles a rule that has its place in a larger definition: unknown stays unknown. */
export function compilePart<F>(
  rule: unknown,
  compilation: Compilation<F>,
  path: Path,
  depth: number,
): (fact: F) => Truth {
  return compileNode(rule, compilation, path, depth).holds;
}

/** A compiled part; `leaf` where it tests a key of the fact itself, which a conjunction does with fewer calls. */
interface Node<F> {
  readonly holds: (fact: F) => Truth;
  readonly leaf?: { readonly key: string; readonly test: ValueTest };
}

function compileNode<F>(rule: unknown, compilation: Compilation<F>, path: Path, depth: number): Node<F> {
  if (depth > MAX_RULE_DEPTH) fail('rule.limit', path, { max: MAX_RULE_DEPTH, what: 'levels' });
  countParts(1, compilation, path);
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) {
    return fail('rule.type', path, { expected: 'rule', value: shown(rule) });
  }
  const keys = Object.keys(rule);
  const [key] = keys;
  if (keys.length !== 1 || (key !== 'all' && key !== 'any' && key !== 'not')) {
    return comparison(rule, keys, compilation, path);
  }
  const content = (rule as Record<string, unknown>)[key];
  if (key === 'not') return negation(compileNode(content, compilation, [...path, 'not'], depth + 1));
  if (!Array.isArray(content)) return fail('rule.type', [...path, key], { expected: 'list', value: shown(content) });
  const parts = content.map((part: unknown, index) => compileNode(part, compilation, [...path, key, index], depth + 1));
  if (parts.length === 1) return parts[0]!;
  return key === 'all' ? conjunction(parts) : disjunction(parts);
}

/** Counts parts of a definition against the limit. */
export function countParts(parts: number, compilation: { size: number }, path: Path): void {
  compilation.size += parts;
  if (compilation.size > MAX_RULE_SIZE) fail('rule.limit', path, { max: MAX_RULE_SIZE, what: 'parts' });
}

function comparison<F>(
  leaf: { field?: unknown; op?: unknown; value?: unknown },
  keys: readonly string[],
  compilation: Compilation<F>,
  path: Path,
): Node<F> {
  if (!keys.includes('field') || !keys.includes('op')) {
    fail('rule.type', path, { expected: 'all, any, not, or field and op', value: keys.join(', ') });
  }
  const field = leaf.field as string;
  const type = fieldType(field, compilation.fields, [...path, 'field']);
  const op = checkOperator(leaf.op, type, [...path, 'op']);
  const unary = op === 'exists' || op === 'isTrue';
  for (const key of keys) {
    if (key !== 'field' && key !== 'op' && (key !== 'value' || unary)) {
      fail('rule.type', [...path, key], { expected: 'absent', value: shown(leaf.value) });
    }
  }
  if (Array.isArray(leaf.value)) countParts(leaf.value.length, compilation, path);
  const test = compileLeaf(op, leaf.value, type, [...path, 'value']);
  if (compilation.read === undefined && isOwnKey(field)) {
    return { holds: (fact) => test((fact as Record<string, unknown>)[field]), leaf: { key: field, test } };
  }
  const read = (compilation.read ?? readField)(field) as (fact: F) => unknown;
  return { holds: (fact) => test(read(fact)) };
}

function conjunction<F>(parts: readonly Node<F>[]): Node<F> {
  const leaves = parts.flatMap(({ leaf }) => leaf ?? []);
  if (leaves.length === parts.length) return { holds: conjunctionOfLeaves(leaves) };
  const all = parts.map(({ holds }) => holds);
  return {
    holds: (fact) => {
      let truth: Truth = true;
      for (let index = 0; index < all.length; index++) {
        const part = all[index]!(fact);
        if (part === false) return false;
        if (part === null) truth = null;
      }
      return truth;
    },
  };
}

function conjunctionOfLeaves<F>(leaves: readonly { key: string; test: ValueTest }[]): (fact: F) => Truth {
  const keys = leaves.map(({ key }) => key);
  const tests = leaves.map(({ test }) => test);
  const [key, otherKey] = keys;
  const [test, otherTest] = tests;
  if (key !== undefined && otherKey !== undefined && test && otherTest && tests.length === 2) {
    // An index mostly leaves two comparisons of a rule. Without the loop each reads its key at a place of its own in
    // the code, which engines do faster.
    return (fact) => {
      const truth = test((fact as Record<string, unknown>)[key]);
      if (truth === false) return false;
      const other = otherTest((fact as Record<string, unknown>)[otherKey]);
      return other === true ? truth : other;
    };
  }
  return (fact) => {
    let truth: Truth = true;
    for (let index = 0; index < tests.length; index++) {
      const part = tests[index]!((fact as Record<string, unknown>)[keys[index]!]);
      if (part === false) return false;
      if (part === null) truth = null;
    }
    return truth;
  };
}

function disjunction<F>(parts: readonly Node<F>[]): Node<F> {
  const all = parts.map(({ holds }) => holds);
  return {
    holds: (fact) => {
      let truth: Truth = false;
      for (let index = 0; index < all.length; index++) {
        const part = all[index]!(fact);
        if (part === true) return true;
        if (part === null) truth = null;
      }
      return truth;
    },
  };
}

function negation<F>({ holds }: Node<F>): Node<F> {
  return {
    holds: (fact) => {
      const truth = holds(fact);
      return truth === null ? null : !truth;
    },
  };
}
