import { minus, toText } from '../../core/decimal.js';
import type { Finding, Path } from '../../core/errors.js';
import { compileRates } from '../../core/rateTable.js';
import { dayNumber } from '../../core/date.js';
import { bookEngine, type BookEngine, type PriceBookOptions } from '../priceBook/bookEngine.js';
import { isReasons } from '../priceBook/compileFormula.js';
import type { CompiledItem } from '../priceBook/compiledItem.js';
import type { CompiledRule } from '../priceBook/compiledRule.js';
import { fractionToDecimal } from '../../core/decimalFraction.js';
import type { PriceBook } from '../priceBook/priceBook.js';
import { itemTargets } from '../priceBook/ruleIndex.js';
import { isInSequence } from '../priceBook/selectRule.js';
import { sortedFindings } from './findings.js';
import { lintRuleSeries } from './lintRuleSeries.js';

/**
 * Returns what is odd about a price book, by code and place:
 *
 * - `deadRule`: names nothing that the book has, or days outside those of its list
 * - `possibleTie`: may apply together with another rule at another price, and no criterion settles which
 * - `noPrice`: an item without a list price for which no rule is
 * - `belowCost`, `zeroPrice`: a price of a rule for an item
 * - `dateGap`, `quantityGap`, `dearerWithQuantity`: within rules of one list for the same target and keys
 * - `missingRate`: a list in another currency for which no rate is given
 * - `outsideSequence`: a rule that no level of the access sequence has a place for
 *
 * @param book a book that `compilePriceBook` takes
 * @param options exchange rates
 * @throws SalesModelError the errors of `compilePriceBook`
 * @example
 * import { lintPriceBook } from 'salesmodel/pricing';
 *
 * lintPriceBook({
 *   code: 'b',
 *   currency: 'EUR',
 *   items: [{ sku: 'desk', unit: 'piece', cost: '200' }],
 *   lists: [{ code: 'l', currency: 'EUR', kind: 'base', rules: [
 *     { code: 'r', target: { sku: 'desk' }, price: { fixed: '180' } },
 *     { code: 's', target: { sku: 'lamp' }, price: { fixed: '20' } },
 *   ] }],
 * }).map(({ code, params }) => [code, params.rule]); // => [['belowCost', 'r'], ['deadRule', 's']]
 */
export function lintPriceBook(book: PriceBook, options: PriceBookOptions = {}): readonly Finding[] {
  const engine = bookEngine(book, options, ['book']);
  const places = placesOf(book);
  return sortedFindings([
    ...engine.rules.flatMap((rule) => lintRule(rule, engine, places.get(rule.rule.code)!)),
    ...lintItems(engine),
    ...lintRates(book, options),
    ...lintRuleSeries(engine.rules, book, places),
  ]);
}

/** The place of each rule. */
function placesOf(book: PriceBook): ReadonlyMap<string, Path> {
  return new Map(
    book.lists.flatMap(({ rules }, list) =>
      rules.map(({ code }, index): [string, Path] => [code, ['lists', list, 'rules', index]]),
    ),
  );
}

function lintRule(rule: CompiledRule, { book, items }: BookEngine, path: Path): Finding[] {
  const { code } = rule.rule;
  const own = [...items.values()].filter((item) =>
    itemTargets(item, rule.target).some(([name]) => name === (rule.value ?? '')),
  );
  const findings: Finding[] = [];
  const { from = '0001-01-01', to = '9999-12-31' } = rule.list.list;
  const isOutside = rule.end <= dayNumber(from) || rule.start >= dayNumber(to);
  if (own.length === 0 || isOutside)
    findings.push({ code: 'deadRule', severity: 'warning', path, params: { rule: code } });
  if (!isInSequence(rule, book.selection ?? 'specificity')) {
    findings.push({ code: 'outsideSequence', severity: 'warning', path, params: { rule: code } });
  }
  if (rule.isOfItemAlone) findings.push(...own.flatMap((item) => lintPrice(rule, item, book.currency, path)));
  return findings;
}

function lintPrice(rule: CompiledRule, item: CompiledItem, currency: string, path: Path): Finding[] {
  // What hangs on the item alone does not read the rest of a request.
  const ask = { item, unit: item.item.unit, currency, context: {}, on: '', day: 0 } as unknown as Parameters<
    CompiledRule['formula']
  >[0];
  if (rule.list.list.currency !== currency) return [];
  const found = rule.formula(ask);
  if (isReasons(found)) return [];
  const price = fractionToDecimal(found);
  const params = { rule: rule.rule.code, sku: item.item.sku, price: toText(price) };
  if (price.isZero()) return [{ code: 'zeroPrice', severity: 'info', path, params }];
  if (item.cost === null || minus(price, item.cost).gte(0)) return [];
  return [{ code: 'belowCost', severity: 'warning', path, params: { ...params, cost: toText(item.cost) } }];
}

function lintItems({ book, items, rules }: BookEngine): Finding[] {
  return book.items.flatMap(({ sku, list }, index): Finding[] => {
    if (list !== undefined) return [];
    const item = items.get(sku)!;
    const hasRule = rules.some((rule) => itemTargets(item, rule.target).some(([name]) => name === (rule.value ?? '')));
    return hasRule ? [] : [{ code: 'noPrice', severity: 'error', path: ['items', index], params: { sku } }];
  });
}

/** Lists whose currency no rate leads from to that of the book, on the day of any rate. */
function lintRates({ lists, currency }: PriceBook, options: PriceBookOptions): Finding[] {
  const rates = options.rates ?? [];
  const find = compileRates(rates, { ...options, policy: 'previous' });
  const last = rates.reduce((latest, { on }) => Math.max(latest, dayNumber(on)), 0);
  return lists.flatMap(({ currency: from }, index): Finding[] => {
    if (from === currency || find(from, currency, last) !== undefined) return [];
    return [
      { code: 'missingRate', severity: 'error', path: ['lists', index, 'currency'], params: { from, to: currency } },
    ];
  });
}
