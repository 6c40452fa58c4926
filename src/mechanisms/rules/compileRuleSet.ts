import { compilePart } from './compileRule.js';
import { equalityKeys, type EqualityKey } from './equalityKeys.js';
import { type FieldOptions, isOwnKey, readField } from './field.js';
import type { Rule, Truth } from './rule.js';

/** Many rules, asked together about one fact at a time. */
export interface RuleSet<F> {
  /** Indices of the rules that hold, ascending. */
  readonly matching: (fact: F) => readonly number[];
  /** Index of the first rule that holds, or −1. */
  readonly first: (fact: F) => number;
  /** Indices of the rules that hold and of those that are unknown, each ascending. */
  readonly classify: (fact: F) => { readonly held: readonly number[]; readonly unknown: readonly number[] };
}

/** A rule of the set, or what is left to ask of it once its equalities are known to hold. */
interface Candidate<F> {
  readonly index: number;
  readonly holds: (fact: F) => Truth;
}

/** Rules with equalities on the same fields: a map a field, each inside the one before, and the candidates at the end. */
interface Group<F> {
  /** Keys of the fact itself are read in place, which costs less than a call. */
  readonly ownKeys: readonly (string | undefined)[];
  readonly reads: readonly ((fact: F) => unknown)[];
  readonly root: Branch<F>;
  readonly rules: Candidate<F>[];
}
type Branch<F> = Map<unknown, Branch<F> | Candidate<F>[]>;

const NONE: readonly never[] = /* @__PURE__ */ Object.freeze([]);

/**
 * Compiles rules that are asked together, such as segments, price rules or credit rules. Rules that ask for equality
 * with texts or truth values (`eq`, `in`) are found through an index, so a fact meets only those that may hold.
 *
 * @param rules conditions as data, each at most 64 levels deep with at most 10,000 parts
 * @param options catalogue of fields, source of values
 * @throws SalesModelError `rule.unknownField`, `rule.unknownOperator`, `rule.type`, `rule.limit`, `key.forbidden`,
 * `decimal.invalid`, `decimal.tooLong`, `date.invalid`, `period.order`
 * @example
 * import { compileRuleSet } from 'salesmodel/mechanisms/rules';
 *
 * const segments = compileRuleSet([
 *   { all: [{ field: 'region', op: 'eq', value: 'EU' }, { field: 'spend', op: 'ge', value: '1000' }] },
 *   { field: 'region', op: 'in', value: ['EU', 'US'] },
 * ]);
 * segments.matching({ region: 'EU', spend: '1500' }); // => [0, 1]
 * segments.first({ region: 'US' }); // => 1
 * segments.classify({ region: 'EU' }); // => { held: [1], unknown: [0] }
 */
export function compileRuleSet<F = object>(rules: readonly Rule[], options: FieldOptions<F> = {}): RuleSet<F> {
  const { groups, others } = indexed(rules, options);

  // One list for all calls and one a rule, because a list that is made or grows costs more than the rules.
  const alone = rules.map((_, index): readonly number[] => Object.freeze([index]));
  const scratch: number[] = [];

  const first = (fact: F): number => {
    let lowest = firstOf(others, fact, Infinity);
    for (const group of groups) lowest = firstOf(candidatesOf(group, fact) ?? NONE, fact, lowest);
    return lowest === Infinity ? -1 : lowest;
  };
  const matching = (fact: F): readonly number[] => {
    let count = 0;
    for (let at = 0; at < groups.length; at++) {
      const candidates = candidatesOf(groups[at]!, fact);
      if (candidates !== undefined) count = collect(candidates, fact, scratch, count);
    }
    count = collect(others, fact, scratch, count);
    if (count < 2) return count === 0 ? NONE : alone[scratch[0]!]!;
    return inOrder(scratch.slice(0, count));
  };
  const classify = (fact: F): { held: readonly number[]; unknown: readonly number[] } => {
    const held: number[] = [];
    const unknown: number[] = [];
    const sort = (candidates: readonly Candidate<F>[]): void => {
      for (const { index, holds } of candidates) {
        const truth = holds(fact);
        if (truth === true) held.push(index);
        else if (truth === null) unknown.push(index);
      }
    };
    for (const group of groups) sort(candidatesOf(group, fact) ?? group.rules);
    sort(others);
    return { held: inOrder(held), unknown: inOrder(unknown) };
  };
  return { matching, first, classify };
}

function indexed<F>(
  rules: readonly Rule[],
  options: FieldOptions<F>,
): { readonly groups: readonly Group<F>[]; readonly others: readonly Candidate<F>[] } {
  const groups = new Map<string, Group<F>>();
  const others: Candidate<F>[] = [];
  for (const [index, rule] of rules.entries()) {
    const compile = (part: Rule): Candidate<F> => ({
      index,
      holds: compilePart<F>(part, { ...options, size: 0 }, [...(options.path ?? []), index], 1),
    });
    const whole = compile(rule);
    const { keys, rest } = equalityKeys(rule, options);
    if (keys.length === 0) {
      others.push(whole);
      continue;
    }
    const signature = JSON.stringify(keys.map(({ field }) => field));
    let group = groups.get(signature);
    if (group === undefined) {
      const reads = keys.map(({ field }) => (options.read ?? readField)(field) as (fact: F) => unknown);
      const ownKeys = keys.map(({ field }) => (options.read === undefined && isOwnKey(field) ? field : undefined));
      groups.set(signature, (group = { ownKeys, reads, root: new Map(), rules: [] }));
    }
    group.rules.push(whole);
    enter(group.root, keys, 0, compile(rest));
  }
  return { groups: [...groups.values()], others };
}

function enter<F>(branch: Branch<F>, keys: readonly EqualityKey[], depth: number, candidate: Candidate<F>): void {
  const last = depth === keys.length - 1;
  for (const value of keys[depth]!.values) {
    let next = branch.get(value);
    if (next === undefined) branch.set(value, (next = last ? [] : new Map()));
    if (Array.isArray(next)) next.push(candidate);
    else enter(next, keys, depth + 1, candidate);
  }
}

/** The rules of a group that may hold, or undefined where a value is missing and the index cannot say. */
function candidatesOf<F>({ ownKeys, reads, root }: Group<F>, fact: F): readonly Candidate<F>[] | undefined {
  let at: Branch<F> | Candidate<F>[] = root;
  for (let depth = 0; depth < reads.length; depth++) {
    const key = ownKeys[depth];
    const value = key === undefined ? reads[depth]!(fact) : (fact as Record<string, unknown>)[key];
    if (value === undefined || value === null) return undefined;
    const next: Branch<F> | Candidate<F>[] | undefined = (at as Branch<F>).get(value);
    if (next === undefined) return NONE;
    at = next;
  }
  return at as Candidate<F>[];
}

function firstOf<F>(candidates: readonly Candidate<F>[], fact: F, before: number): number {
  for (let at = 0; at < candidates.length; at++) {
    const { index, holds } = candidates[at]!;
    if (index >= before) return before;
    if (holds(fact) === true) return index;
  }
  return before;
}

/** Writes the indices of the candidates that hold after the first `count` entries; returns the new count. */
function collect<F>(candidates: readonly Candidate<F>[], fact: F, into: number[], count: number): number {
  for (let at = 0; at < candidates.length; at++) {
    const { index, holds } = candidates[at]!;
    if (holds(fact) === true) into[count++] = index;
  }
  return count;
}

/** Candidates of one place are in order, those of several need not be. */
function inOrder(indices: number[]): readonly number[] {
  for (let at = 1; at < indices.length; at++) {
    if (indices[at]! < indices[at - 1]!) return indices.sort((a, b) => a - b);
  }
  return indices;
}
