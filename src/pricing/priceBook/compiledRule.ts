import { type Decimal, toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { dayRange } from '../../core/span.js';
import { compileRule } from '../../mechanisms/rules/compileRule.js';
import { leavesOf } from '../../mechanisms/rules/leaves.js';
import type { Truth } from '../../mechanisms/rules/rule.js';
import { type Formula, isOfItemAlone } from './compileFormula.js';
import type { PriceContext, PriceList, PriceRule, PriceTarget } from './priceBook.js';

/** The kinds of targets, the most specific first. */
export const TARGETS = ['sku', 'product', 'category', 'brand', 'all'] as const;

/** A list with its condition and days read. */
export interface CompiledList {
  readonly list: PriceList;
  readonly isActive: (day: number, context: PriceContext) => Truth;
}

/** A rule with everything read that does not depend on a request. */
export interface CompiledRule {
  /** Place in the book. */
  readonly index: number;
  readonly rule: PriceRule;
  readonly list: CompiledList;
  readonly target: (typeof TARGETS)[number];
  /** `null` of everything. */
  readonly value: string | null;
  readonly keys: readonly { readonly field: string; readonly values: readonly string[] }[];
  readonly when: ((context: PriceContext) => Truth) | null;
  readonly start: number;
  readonly end: number;
  readonly minQty: Decimal | null;
  readonly maxQty: Decimal | null;
  /** Keys and comparisons. */
  readonly conditions: number;
  readonly priority: number;
  readonly formula: Formula;
  /** Whether its price is that of the item, whatever the quantity, the day and the context. */
  readonly isOfItemAlone: boolean;
}

/** Reads a list. */
export function compileList(list: PriceList, path: Path): CompiledList {
  const { start, end } = daysOf(list, path);
  const when = list.when === undefined ? null : compileRule<PriceContext>(list.when, { path: [...path, 'when'] });
  return {
    list,
    isActive: (day, context) => (day < start || day >= end ? false : when === null ? true : when(context)),
  };
}

/** Reads a rule. */
export function compilePriceRule(
  index: number,
  rule: PriceRule,
  list: CompiledList,
  formula: Formula,
  path: Path,
): CompiledRule {
  const { when, keys = {} } = rule;
  const { target, value } = targetOf(rule.target);
  return {
    index,
    rule,
    list,
    target,
    value,
    keys: Object.keys(keys)
      .toSorted()
      .map((field) => ({ field, values: [keys[field]!].flat() })),
    when: when === undefined ? null : compileRule<PriceContext>(when, { path: [...path, 'when'] }),
    ...daysOf(rule, path),
    minQty: rule.minQty === undefined ? null : toDecimal(rule.minQty),
    maxQty: rule.maxQty === undefined ? null : toDecimal(rule.maxQty),
    conditions: Object.keys(keys).length + (when === undefined ? 0 : [...leavesOf(when)].length),
    priority: rule.priority ?? 0,
    formula,
    isOfItemAlone: isOfItemAlone(rule.price),
  };
}

/** The kind of a target and its value. */
export function targetOf(target: PriceTarget): Pick<CompiledRule, 'target' | 'value'> {
  if ('sku' in target) return { target: 'sku', value: target.sku };
  if ('product' in target) return { target: 'product', value: target.product };
  if ('category' in target) return { target: 'category', value: target.category };
  return 'brand' in target ? { target: 'brand', value: target.brand } : { target: 'all', value: null };
}

function daysOf(
  { from = '0001-01-01', to }: Pick<PriceRule, 'from' | 'to'>,
  path: Path,
): { start: number; end: number } {
  return dayRange(to === undefined ? { from } : { from, to }, path);
}

/** What a context says of one key as a text; `null` where it says nothing. */
export function keyValue(context: PriceContext, field: string): string | null {
  const value = Object.hasOwn(context, field) ? context[field] : undefined;
  return value === undefined || value === null ? null : String(value);
}
