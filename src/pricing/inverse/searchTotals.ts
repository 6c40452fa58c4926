import { Decimal, minus, ONE, plus, times, ZERO } from '../../core/decimal.js';
import { type ModelPart, type ModelTotals, multipleFrom } from '../charge/modelTotals.js';

/** The multiples of an increment that lie in one part of a model; `last` is `null` where the part is open. */
interface Multiples {
  readonly part: ModelPart;
  readonly first: Decimal;
  readonly last: Decimal | null;
}

/** The multiples above 0 of each part, ascending; 0 stands by itself. */
export function multiplesOf({ parts }: ModelTotals, increment: Decimal): Multiples[] {
  return parts.flatMap((part): Multiples[] => {
    const { from, upTo, isUpper } = part;
    const start = multipleFrom(from, increment);
    const first = Decimal.max(increment, start.eq(from) && !isUpper ? plus(start, increment) : start);
    if (upTo === null) return [{ part, first, last: null }];
    const end = multipleFrom(upTo, increment);
    const last = end.eq(upTo) && !isUpper ? end : minus(end, increment);
    return first.gt(last) ? [] : [{ part, first, last }];
  });
}

/**
 * The first multiple from `first` on for which something holds that then holds for all, found by halving; `last` is one
 * for which it holds, or `null` where one is looked for by doubling.
 */
export function firstHolding(
  first: Decimal,
  last: Decimal | null,
  increment: Decimal,
  holds: (quantity: Decimal) => boolean,
): Decimal {
  const at = (count: Decimal): Decimal => plus(first, times(count, increment));
  let high = last === null ? ONE : minus(last, first).divToInt(increment);
  while (last === null && !holds(at(high))) high = times(high, new Decimal(2));
  let low: Decimal = ZERO;
  while (low.lt(high)) {
    const middle = plus(low, high).divToInt(2);
    if (holds(at(middle))) high = middle;
    else low = plus(middle, ONE);
  }
  return at(low);
}
