import { dayRange } from '../../core/span.js';
import { toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import { TARGETS } from './compiledRule.js';
import {
  LIST_KINDS,
  type PriceBook,
  type PriceList,
  type PriceRule,
  type PriceTarget,
  SALE_POLICIES,
} from './priceBook.js';
import type { PriceBase } from './priceFormula.js';
import { COMPARATORS, SELECTIONS, TIE_POLICIES } from './selection.js';

/** Checks what a book says as a whole: its words, codes, references and ranges. */
export function checkPriceBook(book: PriceBook, path: Path): void {
  const { selection = 'specificity' } = book;
  const at = [...path, 'selection'];
  if (typeof selection === 'string') oneOf(selection, Object.keys(SELECTIONS) as (keyof typeof SELECTIONS)[], at);
  else if (!('access' in selection)) selection.forEach((one, index) => oneOf(one, COMPARATORS, [...at, index]));
  oneOf(book.tie ?? 'error', TIE_POLICIES, [...path, 'tie']);
  oneOf(book.sale ?? 'onlyIfLower', SALE_POLICIES, [...path, 'sale']);
  distinct(
    book.items.map(({ sku }) => sku),
    (index) => [...path, 'items', index, 'sku'],
  );
  distinct(
    book.lists.map(({ code }) => code),
    (index) => [...path, 'lists', index, 'code'],
  );
  const places = book.lists.flatMap(({ rules }, list) =>
    rules.map((rule, index) => ({ rule, at: [...path, 'lists', list, 'rules', index] })),
  );
  distinct(
    places.map(({ rule }) => rule.code),
    (index) => [...places[index]!.at, 'code'],
  );
  book.lists.forEach((list, index) => {
    oneOf(list.kind, LIST_KINDS, [...path, 'lists', index, 'kind']);
    checkDays(list, [...path, 'lists', index]);
  });
  for (const { rule, at: place } of places) checkRule(rule, place);
  checkUnits(book, places);
  checkReferences(book, path);
}

function checkRule(rule: PriceRule, path: Path): void {
  // A target that is misspelt is not all there is.
  oneOf(Object.keys(rule.target).join(' and ') as (typeof TARGETS)[number], TARGETS, [...path, 'target']);
  checkDays(rule, path);
  const { minQty, maxQty } = rule;
  const least = minQty === undefined ? null : toDecimal(minQty, [...path, 'minQty']);
  const most = maxQty === undefined ? null : toDecimal(maxQty, [...path, 'maxQty']);
  if (least !== null && most?.lt(least) === true) {
    fail('pricing.emptyRange', [...path, 'maxQty'], { from: toText(least), to: toText(most) });
  }
}

/** A unit that a price is stated in is one of some item that the rule is for; where it has no items it is dead anyway. */
function checkUnits({ items }: PriceBook, places: readonly { readonly rule: PriceRule; readonly at: Path }[]): void {
  const named = places.flatMap(({ rule, at }) => unitsOf(rule, at));
  if (named.length === 0) return;
  const units = new Map<string, Set<string>>();
  for (const { sku, product, categories = [], brand, unit, units: more = [] } of items) {
    const targets: PriceTarget[] = [{ sku }, ...categories.map((category) => ({ category })), { all: true }];
    if (product !== undefined) targets.push({ product });
    if (brand !== undefined) targets.push({ brand });
    for (const target of targets) {
      const key = JSON.stringify(target);
      const known = units.get(key) ?? new Set();
      for (const one of [unit, ...more.map((other) => other.unit)]) known.add(one);
      units.set(key, known);
    }
  }
  for (const { target, unit, path } of named) {
    if (units.get(JSON.stringify(target))?.has(unit) === false) fail('pricing.unknownUnit', path, { unit });
  }
}

/** The units that a rule's price is stated in. */
function unitsOf({ target, price }: PriceRule, at: Path): { target: PriceTarget; unit: string; path: Path }[] {
  const place = [...at, 'price'];
  if ('fixed' in price) return price.unit === undefined ? [] : [{ target, unit: price.unit, path: [...place, 'unit'] }];
  if (!('base' in price)) return [];
  return price.steps.flatMap((step, index) =>
    step.op === 'add' && step.unit !== undefined
      ? [{ target, unit: step.unit, path: [...place, 'steps', index, 'unit'] }]
      : [],
  );
}

function checkDays({ from = '0001-01-01', to }: Pick<PriceRule, 'from' | 'to'>, path: Path): void {
  if (to !== undefined && to <= from) fail('pricing.emptyRange', [...path, 'to'], { from, to });
  dayRange(to === undefined ? { from } : { from, to }, path);
}

/** Fails at the second of two equal codes. */
export function distinct(codes: readonly string[], path: (index: number) => Path): void {
  const seen = new Set<string>();
  codes.forEach((code, index) => {
    if (seen.has(code)) fail('pricing.duplicateCode', path(index), { code });
    seen.add(code);
  });
}

/** Lists that other lists start from exist, and none leads back to itself. */
function checkReferences({ lists }: PriceBook, path: Path): void {
  const edges = new Map<string, readonly string[]>();
  lists.forEach(({ code, rules }, list) => {
    const bases = rules.flatMap((rule, index) =>
      basesOf(rule).map((base) => ({ base, at: [...path, 'lists', list, 'rules', index, 'price'] })),
    );
    for (const { base, at } of bases) {
      if (!lists.some((other) => other.code === base))
        fail('pricing.unknownReference', at, { what: 'price list', value: base });
    }
    edges.set(
      code,
      bases.map(({ base }) => base),
    );
  });
  const done = new Set<string>();
  const walk = (code: string, trail: readonly string[]): void => {
    if (trail.includes(code)) {
      const cycle = [...trail.slice(trail.indexOf(code)), code];
      fail('pricing.priceListCycle', [...path, 'lists', lists.findIndex((list) => list.code === code)], {
        cycle: cycle.join(' → '),
      });
    }
    if (done.has(code)) return;
    for (const next of edges.get(code) ?? []) walk(next, [...trail, code]);
    done.add(code);
  };
  for (const { code } of lists) walk(code, []);
}

/** The lists that a rule's formula reads. */
function basesOf({ price }: PriceList['rules'][number]): string[] {
  if (!('base' in price)) return [];
  const bases: PriceBase[] = [
    price.base,
    ...price.steps.flatMap((step) => ('of' in step && step.of !== undefined ? [step.of] : [])),
  ];
  return bases.flatMap((base) => (base.of === 'priceList' ? [base.code] : []));
}
