import { type DecimalLike, type DecimalString, ONE, times, toText } from '../../core/decimal.js';
import { type Explanation, explainInput, explainStep } from '../../core/explanation.js';
import { notNegative } from '../read.js';

/** What an order of a new dealer can come to. */
export interface PotentialFactors {
  /** Outlets that the dealer serves. */
  readonly outlets: DecimalLike;
  /** The part of them that will stock the product, a fraction. */
  readonly distribution: DecimalLike;
  /** Units that an outlet sells in a period. */
  readonly rate: DecimalLike;
  /** Price of a unit. */
  readonly price: DecimalLike;
  /** Factor of the period. Default 1. */
  readonly seasonality?: DecimalLike;
}

/** The product and its factors. */
export interface PotentialOrder {
  readonly value: DecimalString;
  readonly explanation: Explanation;
}

/**
 * Returns what an order can come to, outlets × distribution × rate × price × seasonality, with every factor.
 *
 * @param factors numbers that are not negative
 * @throws SalesModelError `quantity.negative`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { potentialOrder } from 'salesmodel/orders';
 *
 * const { value, explanation } = potentialOrder({ outlets: 400, distribution: '0.35', rate: 12, price: '8.50', seasonality: '1.2' });
 * value; // => '17136'
 * explanation.from.map(({ value }) => value); // => [ '400', '0.35', '12', '8.5', '1.2' ]
 */
export function potentialOrder(factors: PotentialFactors): PotentialOrder {
  const names = ['outlets', 'distribution', 'rate', 'price', 'seasonality'] as const;
  const read = names.flatMap((name) => {
    const given = factors[name];
    return given === undefined ? [] : [{ name, value: notNegative(given, [name]) }];
  });
  const value = toText(read.reduce((product, factor) => times(product, factor.value), ONE));
  const from = read.map((factor) => explainInput([factor.name], toText(factor.value)));
  return { value, explanation: explainStep('orders.potential', {}, value, from) };
}
