import { type DecimalLike, toDecimal } from '../../../core/decimal.js';
import type { Rule, RuleLeaf } from '../../rules/rule.js';
import { compareFractions, type Fraction, fractionOf } from '../../../core/fraction.js';
import type { PointRange } from './scoreRange.js';

/** Between which values a field can lie. */
type Interval = PointRange;

/**
 * Whether some values make a condition hold. False is certain: comparisons that have to hold together leave no value of
 * a field. True may be wrong, because not every contradiction is looked for.
 *
 * @param rangeOf what is known of a field before, `null` for nothing
 */
export function canHold(rule: Rule, rangeOf: (field: string) => Interval | null): boolean {
  if ('any' in rule) return rule.any.some((part) => canHold(part, rangeOf));
  if ('not' in rule) return true;
  if (!('all' in rule)) return leavesHold([rule], rangeOf);
  const leaves = rule.all.flatMap((part) => ('field' in part ? [part] : []));
  return leavesHold(leaves, rangeOf) && rule.all.every((part) => 'field' in part || canHold(part, rangeOf));
}

function leavesHold(leaves: readonly RuleLeaf[], rangeOf: (field: string) => Interval | null): boolean {
  return [...new Set(leaves.map(({ field }) => field))].every((field) => {
    const known = rangeOf(field) ?? { least: null, most: null };
    let low = { at: known.least, isOpen: false };
    let high = { at: known.most, isOpen: false };
    for (const leaf of leaves) {
      const bounds = leaf.field === field ? boundsOf(leaf) : null;
      if (bounds === null) continue;
      low = tighter(low, { at: bounds.least, isOpen: bounds.isOpen }, 1);
      high = tighter(high, { at: bounds.most, isOpen: bounds.isOpen }, -1);
    }
    if (low.at === null || high.at === null) return true;
    const order = compareFractions(low.at, high.at);
    return order < 0 || (order === 0 && !low.isOpen && !high.isOpen);
  });
}

/** An end of an interval, and whether it does not belong to it. */
interface End {
  readonly at: Fraction | null;
  readonly isOpen: boolean;
}

/** The end that leaves less, of lower ends (1) or upper ones (−1). */
function tighter(a: End, b: End, side: 1 | -1): End {
  if (a.at === null || b.at === null) return a.at === null ? b : a;
  const order = compareFractions(a.at, b.at) * side;
  if (order === 0) return { at: a.at, isOpen: a.isOpen || b.isOpen };
  return order > 0 ? a : b;
}

/** The values that a comparison allows, `null` where they are no interval of numbers. */
function boundsOf(leaf: RuleLeaf): (Interval & { readonly isOpen: boolean }) | null {
  switch (leaf.op) {
    case 'lt':
    case 'le':
      return { least: null, most: numberOf(leaf.value), isOpen: leaf.op === 'lt' };
    case 'gt':
    case 'ge':
      return { least: numberOf(leaf.value), most: null, isOpen: leaf.op === 'gt' };
    case 'eq':
      return { least: numberOf(leaf.value), most: numberOf(leaf.value), isOpen: false };
    case 'between':
      return { least: numberOf(leaf.value[0]), most: numberOf(leaf.value[1]), isOpen: false };
    default:
      return null;
  }
}

/** A text, a truth value or a day is no number. */
function numberOf(value: unknown): Fraction | null {
  try {
    return fractionOf(toDecimal(value as DecimalLike));
  } catch {
    return null;
  }
}
