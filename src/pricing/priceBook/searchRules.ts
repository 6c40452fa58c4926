import type { Ask } from './ask.js';
import type { CompiledRule } from './compiledRule.js';
import type { PriceListKind } from './priceBook.js';
import { type RuleIndex, rulesIn } from './ruleIndex.js';
import type { Candidate } from './selectRule.js';

/** The rules that apply, by the kind of their list. */
export type Applicable = Readonly<Record<PriceListKind, readonly Candidate[]>>;

/** What of a request decides whether a rule applies. */
export type Situation = Pick<Ask, 'item' | 'day' | 'context'> & {
  /** Whether the quantity lies within the rule's bounds. */
  readonly fits: (rule: CompiledRule) => boolean;
};

/** Finds the rules that apply, of one list only where it is given. */
export function searchRules(index: RuleIndex, ask: Situation, listCode: string | null): Applicable {
  const found: Record<PriceListKind, Candidate[]> = { base: [], sale: [], override: [] };
  visitRules(index, ask, listCode, (rule, depth) => void found[rule.list.list.kind].push({ rule, depth }));
  return found;
}

/** Calls a function with each rule that applies and the depth of its category; no object is made for a rule. */
export function visitRules(
  index: RuleIndex,
  { item, day, context, fits }: Situation,
  listCode: string | null,
  visit: (rule: CompiledRule, depth: number) => void,
): void {
  for (const branch of index.branchesOf(item)) {
    for (const rule of rulesIn(branch, context)) {
      if (day < rule.start || day >= rule.end || !fits(rule)) continue;
      if (listCode !== null ? rule.list.list.code !== listCode : rule.list.isActive(day, context) !== true) continue;
      if (rule.when === null || rule.when(context) === true) visit(rule, branch.depth);
    }
  }
}

/** Whether a quantity of an ask lies within the bounds of a rule. */
export function fitsQuantity({ quantity }: Pick<Ask, 'quantity'>, { minQty, maxQty }: CompiledRule): boolean {
  return minQty?.gt(quantity) !== true && maxQty?.lt(quantity) !== true;
}
