import { compareText } from '../../core/compareText.js';
import { type DecimalLike, ONE, times, toDecimal, toText } from '../../core/decimal.js';
import { compareRatios, type Ratio, ratio } from '../../core/ratio.js';
import { fail } from '../fail.js';

/** Which sets and rules are kept. */
export interface AssociationOptions {
  /** Least share of the baskets that have the set, above 0 and up to 1. */
  readonly minSupport: DecimalLike;
  /** Least confidence of a rule, from 0 to 1. */
  readonly minConfidence: DecimalLike;
  /** Most items of a set, 1 to 10. Default 4. */
  readonly maxItems?: number;
}

/** Items that are often in one basket. */
export interface ItemSet {
  /** Ascending. */
  readonly items: readonly string[];
  readonly baskets: number;
  readonly support: Ratio;
}

/** Whoever has some items has others too. */
export interface AssociationRule {
  readonly if: readonly string[];
  readonly then: readonly string[];
  /** Of all items together. */
  readonly support: Ratio;
  /** Part of the baskets with the first that have the others. */
  readonly confidence: Ratio;
  /** How many times as often as if they had nothing to do with each other. */
  readonly lift: Ratio;
  /** Support beyond that. */
  readonly leverage: Ratio;
  /** Without a value at confidence 1. */
  readonly conviction: Ratio;
}

/** What is bought together. */
export interface Associations {
  /** By size, then by items. */
  readonly itemSets: readonly ItemSet[];
  /** By lift and confidence down, then by items. */
  readonly rules: readonly AssociationRule[];
  readonly baskets: number;
}

/**
 * Returns which items are bought together and the rules that follow, all figures exact. A basket is a set: an item twice is
 * there once. Limits are inclusive.
 *
 * @param baskets items of each
 * @param options least support and confidence, most items of a set
 * @throws SalesModelError `segmentation.associate.range`, `segmentation.associate.items`, `decimal.invalid`,
 *   `decimal.tooLong`
 * @example
 * import { associate } from 'salesmodel/segmentation';
 *
 * const baskets = [
 *   ['bread', 'milk'],
 *   ['bread', 'diaper', 'beer', 'eggs'],
 *   ['milk', 'diaper', 'beer', 'cola'],
 *   ['bread', 'milk', 'diaper', 'beer'],
 *   ['bread', 'milk', 'diaper', 'cola'],
 * ];
 * const { rules } = associate(baskets, { minSupport: '0.4', minConfidence: '0.9' });
 * rules.slice(0, 2).map((rule) => `${rule.if.join(', ')} → ${rule.then.join(', ')}: lift ${rule.lift.value}`);
 * // => [ 'cola → diaper, milk: lift 1.666666666667', 'beer → diaper: lift 1.25' ]
 */
export function associate(baskets: readonly (readonly string[])[], options: AssociationOptions): Associations {
  const { maxItems = 4 } = options;
  const minSupport = toDecimal(options.minSupport, ['minSupport']);
  const minConfidence = toDecimal(options.minConfidence, ['minConfidence']);
  if (minSupport.lte(0) || minSupport.gt(ONE)) {
    fail('segmentation.associate.range', ['minSupport'], { value: toText(minSupport) });
  }
  if (minConfidence.lt(0) || minConfidence.gt(ONE)) {
    fail('segmentation.associate.range', ['minConfidence'], { value: toText(minConfidence) });
  }
  if (!Number.isInteger(maxItems) || maxItems < 1 || maxItems > 10) {
    fail('segmentation.associate.items', ['maxItems'], { value: maxItems });
  }
  const n = baskets.length;
  const least = Math.max(1, times(minSupport, toDecimal(n)).ceil().toNumber());
  const counts = frequentSets(baskets, least, maxItems);
  const itemSets = counts
    .map(({ items, baskets: count }): ItemSet => ({ items, baskets: count, support: ratio(count, n) }))
    .sort((a, b) => a.items.length - b.items.length || compareLists(a.items, b.items));
  const countOf = new Map(counts.map(({ items, baskets: count }) => [JSON.stringify(items), count]));
  const rules: AssociationRule[] = [];
  for (const { items, baskets: both } of counts) {
    for (let bits = 1; bits < 2 ** items.length - 1; bits++) {
      const left = items.filter((_, at) => ((bits >> at) & 1) === 1);
      const right = items.filter((_, at) => ((bits >> at) & 1) === 0);
      const a = countOf.get(JSON.stringify(left))!;
      const b = countOf.get(JSON.stringify(right))!;
      if (times(minConfidence, toDecimal(a)).gt(both)) continue;
      rules.push({
        if: left,
        then: right,
        support: ratio(both, n),
        confidence: ratio(both, a),
        lift: ratio(BigInt(both) * BigInt(n), BigInt(a) * BigInt(b)),
        leverage: ratio(BigInt(both) * BigInt(n) - BigInt(a) * BigInt(b), BigInt(n) * BigInt(n)),
        conviction: ratio(BigInt(n - b) * BigInt(a), BigInt(n) * BigInt(a - both)),
      });
    }
  }
  rules.sort(
    (a, b) =>
      compareRatios(b.lift, a.lift) ||
      compareRatios(b.confidence, a.confidence) ||
      compareLists(a.if, b.if) ||
      compareLists(a.then, b.then),
  );
  return { itemSets, rules, baskets: n };
}

/** The sets that so many baskets have: each set grows by items that come after its last one, with the baskets that have both. */
function frequentSets(
  baskets: readonly (readonly string[])[],
  least: number,
  maxItems: number,
): { readonly items: readonly string[]; readonly baskets: number }[] {
  const having = new Map<string, number[]>();
  baskets.forEach((basket, at) => {
    for (const item of new Set(basket)) {
      const list = having.get(item);
      if (list === undefined) having.set(item, [at]);
      else list.push(at);
    }
  });
  const single = [...having].filter(([, list]) => list.length >= least).sort(([a], [b]) => compareText(a, b));
  const found: { items: readonly string[]; baskets: number }[] = [];
  const grow = (items: readonly string[], candidates: readonly (readonly [string, readonly number[]])[]): void => {
    candidates.forEach(([item, list], at) => {
      const set = [...items, item];
      found.push({ items: set, baskets: list.length });
      if (set.length === maxItems) return;
      const next = candidates
        .slice(at + 1)
        .map(([other, others]) => [other, common(list, others)] as const)
        .filter(([, shared]) => shared.length >= least);
      grow(set, next);
    });
  };
  grow([], single);
  return found;
}

/** The numbers that both ascending lists have. */
function common(a: readonly number[], b: readonly number[]): number[] {
  const shared: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) shared.push(a[i]!);
    if (a[i]! <= b[j]!) {
      if (a[i] === b[j]) j++;
      i++;
    } else j++;
  }
  return shared;
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const order = compareText(a[at]!, b[at]!);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** An item that a basket may lack. */
export interface NextOffer {
  readonly item: string;
  readonly lift: Ratio;
  readonly confidence: Ratio;
  /** The rule that speaks for it most. */
  readonly because: readonly string[];
}

/**
 * Returns what to offer to a basket: the items that its own lead to, by lift, then by confidence, then by name. Rules that
 * lead to one item count.
 *
 * @param basket items
 * @param rules what `associate` returned
 * @example
 * import { associate, nextBestOffer } from 'salesmodel/segmentation';
 *
 * const baskets = [['ink', 'paper', 'printer'], ['ink', 'printer'], ['ink', 'pens'], ['paper']];
 * const { rules } = associate(baskets, { minSupport: '0.25', minConfidence: '0.5' });
 * nextBestOffer(['printer'], rules).map(({ item, lift }) => `${item} ${lift.value}`); // => ['ink 1.333333333333', 'paper 1']
 */
export function nextBestOffer(basket: readonly string[], rules: readonly AssociationRule[]): NextOffer[] {
  const own = new Set(basket);
  const offers = new Map<string, NextOffer>();
  const better = (a: NextOffer, b: NextOffer): number =>
    compareRatios(b.lift, a.lift) || compareRatios(b.confidence, a.confidence) || compareText(a.item, b.item);
  for (const rule of rules) {
    const [item] = rule.then;
    if (rule.then.length !== 1 || own.has(item!) || !rule.if.every((each) => own.has(each))) continue;
    const offer: NextOffer = { item: item!, lift: rule.lift, confidence: rule.confidence, because: rule.if };
    const known = offers.get(item!);
    const order = known === undefined ? -1 : better(offer, known) || compareLists(offer.because, known.because);
    if (order < 0) offers.set(item!, offer);
  }
  return [...offers.values()].sort(better);
}
