import { type Decimal, minus, ONE, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { fromDayNumber } from '../../core/date.js';
import type { Finding, Path } from '../../core/errors.js';
import type { CompiledRule } from '../priceBook/compiledRule.js';
import type { PriceBook, PriceList } from '../priceBook/priceBook.js';
import { levelOf } from '../priceBook/selectRule.js';
import { comparatorsOf } from '../priceBook/selection.js';

/**
 * What is odd between rules for the same target: ties in lists of one kind; within a list gaps, and prices that rise with the
 * quantity.
 */
export function lintRuleSeries(
  rules: readonly CompiledRule[],
  book: PriceBook,
  places: ReadonlyMap<string, Path>,
): Finding[] {
  const at = (rule: CompiledRule): Path => places.get(rule.rule.code)!;
  const byTarget = grouped(rules, ({ list, target, value }) => JSON.stringify([list.list.kind, target, value]));
  const series = grouped(rules, ({ list, target, value, keys, rule }) =>
    JSON.stringify([list.list.code, target, value, keys, rule.when ?? null]),
  );
  return [
    ...byTarget.flatMap((group) => ties(group, book, at)),
    ...series.flatMap((group) => [...dateGaps(group, at), ...quantityGaps(group, at), ...dearer(group, at)]),
  ];
}

function grouped(rules: readonly CompiledRule[], key: (rule: CompiledRule) => string): CompiledRule[][] {
  const groups = new Map<string, CompiledRule[]>();
  for (const rule of rules) {
    const group = groups.get(key(rule));
    if (group === undefined) groups.set(key(rule), [rule]);
    else group.push(rule);
  }
  return [...groups.values()];
}

/** Pairs that may apply together, differ in price and are equal by every criterion. */
function ties(
  group: readonly CompiledRule[],
  { selection = 'specificity', tie = 'error' }: PriceBook,
  at: (rule: CompiledRule) => Path,
): Finding[] {
  const comparators = comparatorsOf(selection);
  const criteria = comparators ?? [];
  if (tie !== 'error' || criteria.some((one) => ['lowest', 'highest', 'first', 'last'].includes(one))) return [];
  return group.flatMap((a, index) =>
    group.slice(index + 1).flatMap((b): Finding[] => {
      const isEqual =
        // By an access sequence rules of other keys stand on other levels.
        (comparators !== null || levelOf(a) === levelOf(b)) &&
        (!criteria.includes('conditions') || a.conditions === b.conditions) &&
        (!criteria.includes('minQty') || (a.minQty ?? ZERO).eq(b.minQty ?? ZERO)) &&
        (!criteria.includes('priority') || a.priority === b.priority);
      if (!isEqual || !meet(a, b) || priceText(a) === priceText(b)) return [];
      const rules = [a.rule.code, b.rule.code].toSorted();
      return [{ code: 'possibleTie', severity: 'warning', path: at(a), params: { rules } }];
    }),
  );
}

/** The price of a rule with its currency as one text. */
function priceText({ list, rule }: CompiledRule): string {
  return JSON.stringify([list.list.currency, rule.price]);
}

/** Whether some request may meet both rules. */
function meet(a: CompiledRule, b: CompiledRule): boolean {
  const days = a.start < b.end && b.start < a.end && areTogether(a.list.list, b.list.list);
  const quantities = a.maxQty?.lt(b.minQty ?? ZERO) !== true && b.maxQty?.lt(a.minQty ?? ZERO) !== true;
  const keys = a.keys.every(({ field, values }) => {
    const other = b.keys.find((key) => key.field === field);
    return other === undefined || other.values.some((value) => values.includes(value));
  });
  return days && quantities && keys;
}

/** Whether two lists hold on a common day. */
function areTogether(a: PriceList, b: PriceList): boolean {
  return (b.to === undefined || (a.from ?? '') < b.to) && (a.to === undefined || (b.from ?? '') < a.to);
}

/** Days between two rules of a series on which none holds. */
function dateGaps(group: readonly CompiledRule[], at: (rule: CompiledRule) => Path): Finding[] {
  const sorted = group.toSorted((a, b) => a.start - b.start);
  let end = sorted[0]?.end ?? 0;
  return sorted.slice(1).flatMap((rule): Finding[] => {
    const gap = end < rule.start ? { from: fromDayNumber(end), to: fromDayNumber(rule.start) } : null;
    end = Math.max(end, rule.end);
    return gap === null ? [] : [{ code: 'dateGap', severity: 'warning', path: at(rule), params: gap }];
  });
}

/** Quantities between two rules of a series that hold on common days; whole bounds one apart leave no gap. */
function quantityGaps(group: readonly CompiledRule[], at: (rule: CompiledRule) => Path): Finding[] {
  const sorted = group.toSorted((a, b) => (a.minQty ?? ZERO).cmp(b.minQty ?? ZERO));
  let most: Decimal | null = sorted[0]?.maxQty ?? null;
  let isOpen = sorted[0]?.maxQty === null;
  return sorted.slice(1).flatMap((rule): Finding[] => {
    const least = rule.minQty ?? ZERO;
    const isGap = !isOpen && most !== null && isApart(most, least);
    const found: Finding[] = isGap
      ? [
          {
            code: 'quantityGap',
            severity: 'warning',
            path: at(rule),
            params: { from: toText(most!), to: toText(least) },
          },
        ]
      : [];
    isOpen ||= rule.maxQty === null;
    if (rule.maxQty !== null && (most === null || rule.maxQty.gt(most))) most = rule.maxQty;
    return found;
  });
}

function isApart(end: Decimal, start: Decimal): boolean {
  const gap = minus(start, end);
  return gap.gt(0) && !(gap.eq(ONE) && end.isInteger());
}

/** Neighbours of a series of which the one from the higher quantity on has the higher fixed price. */
function dearer(group: readonly CompiledRule[], at: (rule: CompiledRule) => Path): Finding[] {
  const fixed = group.flatMap((rule) => {
    const { price } = rule.rule;
    return 'fixed' in price && price.unit === undefined ? [{ rule, price: toDecimal(price.fixed) }] : [];
  });
  const sorted = fixed.toSorted((a, b) => (a.rule.minQty ?? ZERO).cmp(b.rule.minQty ?? ZERO));
  return sorted.slice(1).flatMap(({ rule, price }, index): Finding[] => {
    const before = sorted[index]!;
    const isMore = (rule.minQty ?? ZERO).gt(before.rule.minQty ?? ZERO) && price.gt(before.price);
    const isTogether = rule.start < before.rule.end && before.rule.start < rule.end;
    if (!isMore || !isTogether) return [];
    return [
      {
        code: 'dearerWithQuantity',
        severity: 'warning',
        path: at(rule),
        params: { rule: rule.rule.code, other: before.rule.rule.code },
      },
    ];
  });
}
