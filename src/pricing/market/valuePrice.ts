import {
  Decimal,
  type DecimalLike,
  type DecimalString,
  plus,
  times,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import { toRate } from '../toRate.js';

/** What a product is worth against its reference. */
export interface ValueFacts {
  /** The price of what customers would buy otherwise. */
  readonly reference: DecimalLike;
  /** What each difference is worth to them; negative where the product is worse. */
  readonly differences: readonly { readonly code: string; readonly value: DecimalLike }[];
  /** The part of the difference that is asked for, from 0 to 1. */
  readonly share: DecimalLike;
  /** The price is not below it. */
  readonly costFloor?: DecimalLike;
}

/** A price by value. */
export interface ValuePrice {
  readonly price: DecimalString;
  /** Reference with all differences: what the product is worth. */
  readonly ceiling: DecimalString;
  /** Σ differences. */
  readonly difference: DecimalString;
  readonly isAtFloor: boolean;
}

/**
 * Returns the price that shares the difference in value with customers: reference + share × Σ differences, at least the floor.
 *
 * @param facts reference price, differences and the share of them that is asked for
 * @throws SalesModelError `pricing.rateRange`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { valuePrice } from 'salesmodel/pricing';
 *
 * const differences = [{ code: 'life', value: 120 }, { code: 'energy', value: 60 }, { code: 'weight', value: -30 }];
 * valuePrice({ reference: 500, differences, share: '0.4' }); // => { price: '560', ceiling: '650', difference: '150', isAtFloor: false }
 */
export function valuePrice({ reference, differences, share, costFloor }: ValueFacts): ValuePrice {
  const from = toDecimal(reference, ['facts', 'reference']);
  const asked = toRate(share, ['facts', 'share']);
  const difference = differences.reduce(
    (sum, { value }, index) => plus(sum, toDecimal(value, ['facts', 'differences', index, 'value'])),
    ZERO,
  );
  const shared = plus(from, times(asked, difference));
  const floor = costFloor === undefined ? shared : toDecimal(costFloor, ['facts', 'costFloor']);
  return {
    price: toText(Decimal.max(shared, floor)),
    ceiling: toText(plus(from, difference)),
    difference: toText(difference),
    isAtFloor: floor.gt(shared),
  };
}
