import { type DecimalLike, toDecimal } from '../../../core/decimal.js';
import type { Rule, RuleLeaf } from '../../rules/rule.js';
import { compareFractions, type Fraction, fractionOf } from '../fraction.js';
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
    let { least, most } = rangeOf(field) ?? { least: null, most: null };
    let isOpen = false;
    for (const leaf of leaves) {
      const bounds = leaf.field === field ? boundsOf(leaf) : null;
      if (bounds === null) continue;
      if (bounds.least && (least === null || compareFractions(bounds.least, least) >= 0)) {
        least = bounds.least;
      }
      if (bounds.most && (most === null || compareFractions(bounds.most, most) <= 0)) most = bounds.most;
      isOpen ||= bounds.isOpen;
    }
    if (least === null || most === null) return true;
    const order = compareFractions(least, most);
    // An end that does not belong to a comparison leaves nothing where both ends meet.
    return order < 0 || (order === 0 && !isOpen);
  });
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
