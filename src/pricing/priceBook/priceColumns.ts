import { findCurrency, isoCurrencies } from '../../core/currency.js';
import { dayNumber } from '../../core/date.js';
import { type Decimal, ONE, times, toDecimal } from '../../core/decimal.js';
import type { Rejected } from '../../core/errors.js';
import { scaledDecimal, scaledInteger } from '../../core/fixed/decimalColumn.js';
import { fail } from '../fail.js';
import type { Ask } from './ask.js';
import type { BookEngine, Decision } from './bookEngine.js';
import type { CompiledItem } from './compiledItem.js';
import type { CompiledRule } from './compiledRule.js';
import { roundedPrice, unitPrice } from './presentPrice.js';
import type { PriceContext } from './priceBook.js';
import { type Applicable, searchRules } from './searchRules.js';

/** Requests in columns, all for one day, in the base units of the items. */
export interface PriceColumns {
  readonly sku: readonly string[];
  /** Integers in units of 10⁻ˢᶜᵃˡᵉ, not below 0. */
  readonly quantity: Float64Array;
  readonly scale: number;
  readonly on: string;
  /** Default: that of the book. */
  readonly currency?: string;
  /** Texts by field, a column each. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** Unit prices in columns. */
export interface PricedColumns {
  /** Rounded unit prices in units of 10⁻ˢᶜᵃˡᵉ; NaN where there is none. */
  readonly amount: Float64Array;
  /** Decimals of the currency. */
  readonly scale: number;
  /** Codes of all rules of the book, in its order. */
  readonly rules: readonly string[];
  /** Place of the deciding rule in `rules`; −1 is the item's list price, −2 no price, −3 a rejected row. */
  readonly rule: Int32Array;
  readonly rejected: readonly Rejected[];
}

const LIST_PRICE = -1;
const UNPRICED = -2;
const REJECTED = -3;

/** Prices columns. What depends on the item and the rules alone is computed once for each pair. */
export function runPriceColumns(engine: BookEngine, columns: PriceColumns): PricedColumns {
  const { sku, quantity, scale, on, currency = engine.book.currency, context = {} } = columns;
  const rows = sku.length;
  for (const [name, column] of Object.entries({ quantity, ...context })) {
    if (column.length !== rows)
      fail('pricing.columnLength', ['columns', name], { expected: rows, length: column.length });
  }
  const day = dayNumber(on, ['columns', 'on']);
  const { exponent } = findCurrency(currency, isoCurrencies, ['columns', 'currency']);
  const amount = new Float64Array(rows);
  const rule = new Int32Array(rows);
  const rejected: Rejected[] = [];
  const row = { at: 0 };
  const facts = rowFacts(context, row);
  const bounds = quantityBounds(engine.rules, scale);
  const fits = ({ index }: CompiledRule): boolean => {
    const value = quantity[row.at]!;
    return value >= bounds.min[index]! && value <= bounds.max[index]!;
  };
  const known = new Map<CompiledItem, Map<string, Settled>>();
  for (let at = 0; at < rows; at++) {
    row.at = at;
    const value = quantity[at]!;
    if (!(value >= 0) || !Number.isSafeInteger(value)) {
      rejected.push(rejectedRow(at, value));
      rule[at] = REJECTED;
      amount[at] = NaN;
      continue;
    }
    const item = engine.items.get(sku[at]!);
    if (item === undefined) {
      rule[at] = UNPRICED;
      amount[at] = NaN;
      continue;
    }
    const applicable = searchRules(engine.index, { item, day, context: facts, fits }, null);
    const key = keyOf(applicable);
    let settled = key === null ? undefined : known.get(item)?.get(key);
    if (settled === undefined) {
      const ask = {
        item,
        unit: item.item.unit,
        size: BASE,
        quantity: scaledDecimal(value, scale),
        on,
        day,
        currency,
        context: facts,
      };
      settled = settle(engine.decide(ask, applicable), ask, exponent);
      if (key !== null) remember(known, item, key, settled);
    }
    amount[at] = settled.amount;
    rule[at] = settled.rule;
  }
  return { amount, scale: exponent, rules: engine.rules.map(({ rule: { code } }) => code), rule, rejected };
}

const BASE = { factor: ONE, per: ONE };

interface Settled {
  readonly amount: number;
  readonly rule: number;
}

function settle(decision: Decision | readonly unknown[], ask: Ask, exponent: number): Settled {
  if (!('price' in decision)) return { amount: NaN, rule: UNPRICED };
  const text = roundedPrice(unitPrice(decision, ask), ask.currency);
  return { amount: Number(scaledInteger(toDecimal(text), exponent)), rule: decision.rule?.index ?? LIST_PRICE };
}

/** Names the rules that apply where their prices hang on the item alone; `null` where a row has to be priced by itself. */
function keyOf({ base, sale, override }: Applicable): string | null {
  let key = '';
  for (const candidates of [override, base, sale]) {
    for (const { rule } of candidates) {
      if (!rule.isOfItemAlone) return null;
      key += `${rule.index},`;
    }
    key += ';';
  }
  return key;
}

function remember(
  known: Map<CompiledItem, Map<string, Settled>>,
  item: CompiledItem,
  key: string,
  settled: Settled,
): void {
  const ofItem = known.get(item);
  if (ofItem === undefined) known.set(item, new Map([[key, settled]]));
  else ofItem.set(key, settled);
}

/** The facts of whichever row stands in `row`. */
function rowFacts(context: NonNullable<PriceColumns['context']>, row: { readonly at: number }): PriceContext {
  const facts = {};
  for (const [field, column] of Object.entries(context)) {
    Object.defineProperty(facts, field, { enumerable: true, get: () => column[row.at] });
  }
  return facts;
}

/** Bounds of the rules in units of the quantities. */
function quantityBounds(rules: readonly CompiledRule[], scale: number): { min: Float64Array; max: Float64Array } {
  const unit = toDecimal(10n ** BigInt(scale));
  const read = (bound: Decimal | null, none: number, mode: 'ceil' | 'floor'): number =>
    bound === null ? none : Number(times(bound, unit)[mode]().toFixed(0));
  return {
    min: Float64Array.from(rules, ({ minQty }) => read(minQty, 0, 'ceil')),
    max: Float64Array.from(rules, ({ maxQty }) => read(maxQty, Infinity, 'floor')),
  };
}

function rejectedRow(index: number, value: number): Rejected {
  const path = ['columns', 'quantity', index];
  return value < 0
    ? { index, code: 'pricing.negativeQuantity', path, params: { value } }
    : { index, code: 'decimal.invalid', path, params: { value: String(value) } };
}
