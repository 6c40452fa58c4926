import { findCurrency, isoCurrencies } from '../../core/currency.js';
import type { Path, Reason } from '../../core/errors.js';
import { compileRates, type RateLookup, type RateOptions, type RateTable } from '../../core/rateTable.js';
import { checkPriceBook } from './checkPriceBook.js';
import type { Ask } from './ask.js';
import { compileFormula, type FormulaPrice, type FormulaScope, isReasons, type Trace } from './compileFormula.js';
import { compileItem, type CompiledItem } from './compiledItem.js';
import { compileList, compilePriceRule, type CompiledRule } from './compiledRule.js';
import {
  compareFractions,
  type DecimalFraction,
  multiplyFractions,
  wholeFraction,
} from '../../core/decimalFraction.js';
import type { PriceBook, PriceListKind } from './priceBook.js';
import { indexRules, type RuleIndex } from './ruleIndex.js';
import { type Applicable, fitsQuantity, searchRules } from './searchRules.js';
import { type NoteLoser, selectRule, type SelectRule } from './selectRule.js';

/** How a book is compiled. */
export interface PriceBookOptions extends RateOptions {
  /** Exchange rates, for lists and requests in other currencies. */
  readonly rates?: RateTable;
}

/** What decides a price: a rule, or the list price of the item. */
export interface Decision {
  readonly rule: CompiledRule | null;
  readonly kind: PriceListKind | 'list';
  /** Price of a base unit in the currency of the request. */
  readonly price: DecimalFraction;
}

/** Notes what becomes of the parts of a decision. */
export interface DecisionNotes {
  readonly loser: NoteLoser;
  readonly trace: Trace;
}

/** A compiled book, before requests are read. */
export interface BookEngine {
  readonly book: PriceBook;
  readonly items: ReadonlyMap<string, CompiledItem>;
  readonly rules: readonly CompiledRule[];
  readonly index: RuleIndex;
  /** What decides among rules that apply, or all reasons why nothing does. */
  readonly decide: (ask: Ask, applicable: Applicable, notes?: DecisionNotes) => Decision | readonly Reason[];
  /** The rules that apply to a request. */
  readonly applicable: (ask: Ask) => Applicable;
}

/** Compiles a book: checks it, reads its figures and indexes its rules. */
export function bookEngine(book: PriceBook, options: PriceBookOptions, path: Path): BookEngine {
  checkPriceBook(book, path);
  findCurrency(book.currency, isoCurrencies, [...path, 'currency']);
  const rates = compileRates(options.rates ?? [], options);
  const select = selectRule(book.selection ?? 'specificity', book.tie ?? 'error');
  const items = new Map(book.items.map((item, at) => [item.sku, compileItem(item, [...path, 'items', at])]));
  const rules: CompiledRule[] = [];
  const index = { current: null as RuleIndex | null };
  const applicableOf = (ask: Ask, list: string | null): Applicable =>
    searchRules(index.current!, { ...ask, fits: (rule) => fitsQuantity(ask, rule) }, list);

  const listPrice = (ask: Ask, code: string): FormulaPrice => {
    const list = book.lists.find((one) => one.code === code)!;
    const choice = select(applicableOf(ask, code)[list.kind], (rule) => rule.formula(ask));
    if (choice !== null) return 'rule' in choice ? choice.price : choice;
    return itemFigure(ask, 'list', list.currency, rates, book.currency) ?? [noPrice(ask)];
  };
  book.lists.forEach((list, at) => {
    const place = [...path, 'lists', at];
    findCurrency(list.currency, isoCurrencies, [...place, 'currency']);
    const compiled = compileList(list, place);
    const scope: FormulaScope = {
      currency: list.currency,
      itemFigure: (ask, figure) => itemFigure(ask, figure, list.currency, rates, book.currency),
      listPrice: (ask, code) => {
        const from = book.lists.find((one) => one.code === code)!.currency;
        const price = listPrice(ask, code);
        return isReasons(price) ? price : inCurrency(price, from, list.currency, ask, rates);
      },
    };
    list.rules.forEach((rule, position) => {
      const ruleAt = [...place, 'rules', position];
      const formula = compileFormula(rule.code, rule.price, scope, [...ruleAt, 'price']);
      rules.push(compilePriceRule(rules.length, rule, compiled, formula, ruleAt));
    });
  });
  index.current = indexRules(rules);

  const decide: BookEngine['decide'] = (ask, applicable, notes) =>
    decision({ book, ask, applicable, select, rates }, notes);
  return { book, items, rules, index: index.current, decide, applicable: (ask) => applicableOf(ask, null) };
}

interface Deciding {
  readonly book: PriceBook;
  readonly ask: Ask;
  readonly applicable: Applicable;
  readonly select: SelectRule;
  readonly rates: RateLookup;
}

/** An override list before all others, else base with sale beside it, else the list price. */
function decision(
  { book, ask, applicable, select, rates }: Deciding,
  notes?: DecisionNotes,
): Decision | readonly Reason[] {
  const { override, base, sale } = applicable;
  const priceOf = (rule: CompiledRule): FormulaPrice => {
    const price = rule.formula(ask);
    return isReasons(price) ? price : inCurrency(price, rule.list.list.currency, ask.currency, ask, rates);
  };
  const choose = (kind: PriceListKind): Decision | readonly Reason[] | null => {
    if (applicable[kind].length === 0) return null;
    const choice = select(applicable[kind], priceOf, notes?.loser);
    if (choice === null) return null;
    return 'rule' in choice ? { rule: choice.rule, kind, price: choice.price } : choice;
  };
  const overridden = (candidates: Applicable[PriceListKind]): void => {
    if (notes) for (const { rule } of candidates) notes.loser(rule, 'overridden');
  };
  const above = override.length === 0 ? null : choose('override');
  if (above !== null) {
    overridden(base);
    overridden(sale);
    return above;
  }
  const usual = choose('base') ?? listDecision(book, ask, rates);
  const reduced = sale.length === 0 ? null : choose('sale');
  if (reduced === null) return usual;
  const isPriced = 'price' in reduced;
  if ('price' in usual && isPriced && (book.sale ?? 'onlyIfLower') === 'onlyIfLower') {
    if (compareFractions(reduced.price, usual.price) >= 0) {
      if (reduced.rule) notes?.loser(reduced.rule, 'saleNotLower');
      return usual;
    }
  }
  // Without a usual price there is nothing to be lower than, but a tie or a missing base is no absence.
  if (!('price' in usual) && (book.sale ?? 'onlyIfLower') === 'onlyIfLower' && !isAbsent(usual)) return usual;
  if ('price' in usual && usual.rule) notes?.loser(usual.rule, 'overridden');
  return reduced;
}

function isAbsent(reasons: readonly Reason[]): boolean {
  return reasons.every(({ code }) => code === 'noPrice');
}

function listDecision(book: PriceBook, ask: Ask, rates: RateLookup): Decision | readonly Reason[] {
  const price = itemFigure(ask, 'list', ask.currency, rates, book.currency);
  if (price === null) return [noPrice(ask)];
  return isReasons(price) ? price : { rule: null, kind: 'list', price };
}

function noPrice({ item }: Ask): Reason {
  return { code: 'noPrice', params: { sku: item.item.sku } };
}

function itemFigure(
  ask: Ask,
  figure: 'list' | 'cost',
  to: string,
  rates: RateLookup,
  from: string,
): FormulaPrice | null {
  const value = ask.item[figure];
  return value === null ? null : inCurrency(wholeFraction(value), from, to, ask, rates);
}

function inCurrency(
  price: DecimalFraction,
  from: string,
  to: string,
  { day, on }: Ask,
  rates: RateLookup,
): FormulaPrice {
  if (from === to) return price;
  const found = rates(from, to, day);
  return found === undefined
    ? [{ code: 'missingRate', params: { from, to, on } }]
    : multiplyFractions(price, { numerator: found.multiplier, denominator: found.divisor });
}
