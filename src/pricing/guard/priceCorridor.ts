import {
  Decimal,
  type DecimalLike,
  type DecimalString,
  divide,
  minus,
  ONE,
  plus,
  times,
  toDecimal,
  toText,
} from '../../core/decimal.js';
import { fail } from '../fail.js';

/** What bounds a price from below and above. */
export interface CorridorFacts {
  readonly cost: DecimalLike;
  /** The least part of the price that is margin, below 1. */
  readonly minMargin: DecimalLike;
  /** What customers are willing to pay. */
  readonly wtp?: DecimalLike;
  /** The price of the competitor. */
  readonly competitor?: DecimalLike;
  /** What the own features are worth beyond the competitor's. Default 0. */
  readonly featurePremium?: DecimalLike;
}

/** The room between cost and market: `closed` where the least price lies above the greatest. */
export type PriceCorridor =
  | {
      readonly status: 'open';
      readonly floor: DecimalString;
      /** `null` where nothing bounds the price from above. */
      readonly ceiling: DecimalString | null;
      /** The ceiling. */
      readonly target: DecimalString | null;
    }
  | { readonly status: 'closed'; readonly floor: DecimalString; readonly ceiling: DecimalString };

/**
 * Returns the least price that the cost allows, the greatest that the market allows, and the target between them, which is
 * the greatest. A floor that does not end has 40 significant digits; whether the corridor is open is decided exactly.
 *
 * @param facts cost and margin; willingness to pay, competitor and feature premium where they are known
 * @throws SalesModelError `pricing.marginRange`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { priceCorridor } from 'salesmodel/pricing';
 *
 * priceCorridor({ cost: 60, minMargin: '0.25', wtp: 120, competitor: 95, featurePremium: 10 });
 * // => { status: 'open', floor: '80', ceiling: '105', target: '105' }
 * priceCorridor({ cost: 60, minMargin: '0.25', competitor: 75 }).status; // => 'closed'
 */
export function priceCorridor(facts: CorridorFacts): PriceCorridor {
  const read = (name: keyof CorridorFacts): Decimal | null =>
    facts[name] === undefined ? null : toDecimal(facts[name], ['facts', name]);
  const cost = toDecimal(facts.cost, ['facts', 'cost']);
  const left = minus(ONE, toDecimal(facts.minMargin, ['facts', 'minMargin']));
  if (left.lte(0)) fail('pricing.marginRange', ['facts', 'minMargin'], { value: facts.minMargin });
  const [wtp, competitor, premium] = [read('wtp'), read('competitor'), read('featurePremium')];
  const bounds = [wtp, competitor && (premium === null ? competitor : plus(competitor, premium))].filter(
    (bound) => bound !== null,
  );
  const floor = toText(divide(cost, left));
  if (bounds.length === 0) return { status: 'open', floor, ceiling: null, target: null };
  const greatest = Decimal.min(...bounds);
  const ceiling = toText(greatest);
  return cost.gt(times(greatest, left))
    ? { status: 'closed', floor, ceiling }
    : { status: 'open', floor, ceiling, target: ceiling };
}
