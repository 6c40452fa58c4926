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
import { searchRules, visitRules } from './searchRules.js';

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
  // One object for all rows: rules read the facts of whichever row stands in it.
  const facts: Record<string, string | undefined> = {};
  const fields = Object.entries(context);
  const bounds = quantityBounds(engine.rules, scale);
  let asked = 0;
  const fits = ({ index }: CompiledRule): boolean => asked >= bounds.min[index]! && asked <= bounds.max[index]!;
  const roots = new Map<CompiledItem, Node>();
  let node: Node | null = null;
  const follow = (found: CompiledRule): void => {
    node = node !== null && found.isOfItemAlone ? child(node, found.index) : null;
  };
  for (let at = 0; at < rows; at++) {
    asked = quantity[at]!;
    if (!(asked >= 0) || !Number.isSafeInteger(asked)) {
      rejected.push(rejectedRow(at, asked));
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
    for (let field = 0; field < fields.length; field++) facts[fields[field]![0]] = fields[field]![1][at];
    node = roots.get(item) ?? null;
    if (node === null) roots.set(item, (node = newNode()));
    const situation = { item, day, context: facts, fits };
    visitRules(engine.index, situation, null, follow);
    // The function above may have changed it.
    const known = node as Node | null;
    let settled = known?.settled;
    if (settled === undefined) {
      const size = { factor: ONE, per: ONE };
      const ask = {
        item,
        unit: item.item.unit,
        size,
        quantity: scaledDecimal(asked, scale),
        on,
        day,
        currency,
        context: facts,
      };
      settled = settle(engine.decide(ask, searchRules(engine.index, situation, null)), ask, exponent);
      if (known !== null) known.settled = settled;
    }
    amount[at] = settled.amount;
    rule[at] = settled.rule;
  }
  return { amount, scale: exponent, rules: engine.rules.map(({ rule: { code } }) => code), rule, rejected };
}

interface Settled {
  readonly amount: number;
  readonly rule: number;
}

function settle(decision: Decision | readonly unknown[], ask: Ask, exponent: number): Settled {
  if (!('price' in decision)) return { amount: NaN, rule: UNPRICED };
  const text = roundedPrice(unitPrice(decision, ask), ask.currency);
  return { amount: Number(scaledInteger(toDecimal(text), exponent)), rule: decision.rule?.index ?? LIST_PRICE };
}

/**
 * Rules that applied to an item, one after the other: the price at the end is known where all of them hang on the item
 * alone.
 */
interface Node {
  readonly next: Map<number, Node>;
  settled: Settled | undefined;
}

function newNode(): Node {
  return { next: new Map(), settled: undefined };
}

function child({ next }: Node, rule: number): Node {
  let node = next.get(rule);
  if (node === undefined) next.set(rule, (node = newNode()));
  return node;
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
