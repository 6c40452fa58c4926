import type { CompiledItem } from './compiledItem.js';
import { type CompiledRule, keyValue } from './compiledRule.js';
import type { PriceContext } from './priceBook.js';

/** Rules by the values of their keys, one map a field inside the other; rules at the end. */
type Branch = Map<string, Branch | CompiledRule[]> | CompiledRule[];

/** Rules of one target with the same key fields. */
export interface RuleBranch {
  readonly fields: readonly string[];
  readonly root: Branch;
  /** Depth of the category in the item; −1 for other targets. */
  readonly depth: number;
}

/** Finds the rules whose target and keys fit. */
export interface RuleIndex {
  /** The branches that an item can meet, made on its first use. */
  readonly branchesOf: (item: CompiledItem) => readonly RuleBranch[];
}

/** Indexes rules by target and by equality of their keys, so that a request meets only those that may apply. */
export function indexRules(rules: readonly CompiledRule[]): RuleIndex {
  const groups = new Map<string, Map<string, Branch>>();
  const fieldsOf = new Map<string, readonly string[]>();
  for (const rule of rules) {
    const fields = rule.keys.map(({ field }) => field);
    const signature = JSON.stringify([rule.target, ...fields]);
    fieldsOf.set(signature, fields);
    let group = groups.get(signature);
    if (group === undefined) groups.set(signature, (group = new Map<string, Branch>()));
    enter(group, [[rule.value ?? ''], ...rule.keys.map(({ values }) => values)], rule);
  }
  const known = new Map<CompiledItem, readonly RuleBranch[]>();
  const branchesOf = (item: CompiledItem): readonly RuleBranch[] => {
    let branches = known.get(item);
    if (branches === undefined) {
      branches = [...groups].flatMap(([signature, group]) =>
        targetsOf(item, signature).flatMap(([value, depth]) => {
          const root = group.get(value);
          return root === undefined ? [] : [{ fields: fieldsOf.get(signature) ?? [], root, depth }];
        }),
      );
      known.set(item, branches);
    }
    return branches;
  };
  return { branchesOf };
}

function enter(into: Map<string, Branch>, values: readonly (readonly string[])[], rule: CompiledRule): void {
  const [first = [], ...rest] = values;
  for (const value of new Set(first)) {
    let next = into.get(value);
    if (next === undefined) into.set(value, (next = rest.length === 0 ? [] : new Map()));
    if (Array.isArray(next)) next.push(rule);
    else enter(next, rest, rule);
  }
}

/** The values of an item's targets of the kind that a signature begins with, with the depth of categories. */
function targetsOf(item: CompiledItem, signature: string): readonly (readonly [string, number])[] {
  const kind = (JSON.parse(signature) as string[])[0] as CompiledRule['target'];
  return itemTargets(item, kind);
}

/** The values of an item that rules of one kind of target may name, with the depth of categories. */
export function itemTargets(
  { item }: CompiledItem,
  kind: CompiledRule['target'],
): readonly (readonly [string, number])[] {
  switch (kind) {
    case 'sku':
      return [[item.sku, -1]];
    case 'product':
      return item.product === undefined ? [] : [[item.product, -1]];
    case 'category':
      return (item.categories ?? []).map((category, depth) => [category, depth] as const);
    case 'brand':
      return item.brand === undefined ? [] : [[item.brand, -1]];
    case 'all':
      return [['', -1]];
  }
}

/** The rules of a branch whose keys a context meets. */
export function rulesIn({ fields, root }: RuleBranch, context: PriceContext): readonly CompiledRule[] {
  let at: Branch = root;
  for (let depth = 0; depth < fields.length; depth++) {
    const value = keyValue(context, fields[depth]!);
    if (value === null) return NONE;
    const next: Branch | undefined = (at as Map<string, Branch>).get(value);
    if (next === undefined) return NONE;
    at = next;
  }
  return at as CompiledRule[];
}

const NONE: readonly never[] = /* @__PURE__ */ Object.freeze([]);
