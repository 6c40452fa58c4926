import { Decimal, type DecimalLike, type DecimalString, minus, ONE } from '../../core/decimal.js';
import { roundDecimal } from '../../core/rounding.js';
import { readIncrement } from '../inverse/roundUp.js';
import { type ReadOffer, readOffer } from './cashFlows.js';
import { indifferenceRate } from './indifferenceRate.js';
import type { CashFlow, OfferTerms } from './offer.js';
import { discounts, monthlyFactor, textOf, withPresentValues } from './presentValue.js';

/** Buying and leasing side by side. */
export interface OfferComparison {
  /** Months with a payment, ascending; present values add up to the total. */
  readonly buy: readonly CashFlow[];
  readonly lease: readonly CashFlow[];
  readonly pvBuy: DecimalString;
  readonly pvLease: DecimalString;
  /** Lease less buy: what leasing costs more. */
  readonly difference: DecimalString;
  /**
   * The first payment of rent with which what was paid for the lease is worth the price; 0 where the upfront is. Within the
   * horizon.
   */
  readonly breakEvenMonth: number | 'never';
  /**
   * The same to 4 decimals of a payment, beyond the horizon as well; `null` unless there is one rent and neither a residual,
   * an upfront nor free months.
   */
  readonly breakEvenExact: DecimalString | 'never' | null;
  /** The nominal yearly rate at which both cost the same, to 6 decimals, the nearest to 0 from −0.5 to 10. */
  readonly indifferenceRate: DecimalString | 'none';
}

/** The step of a break-even, of the fourth decimal. */
const FOURTH: Decimal = /* @__PURE__ */ new Decimal('0.0001');

/**
 * Returns what buying and leasing a thing cost in the money of today, payment by payment, and where they are equal: after
 * which payment, and at which rate of discount.
 *
 * @param terms price, rent and what belongs to it, horizon and rate
 * @param options `increment` of present values, default 0.01
 * @throws SalesModelError `pricing.months`, `pricing.discountRate`, `pricing.negativePrice`, `rounding.increment`,
 * `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { compareOfferCost, presets } from 'salesmodel/pricing';
 *
 * const result = compareOfferCost({ ...presets.nioBattery, rate: '0.05' });
 * [result.pvBuy, result.pvLease, result.difference]; // => ['70000.00', '77409.65', '7409.65']
 * [result.breakEvenMonth, result.breakEvenExact, result.indifferenceRate]; // => [85, '84.9636', '0.077303']
 */
export function compareOfferCost(
  terms: OfferTerms,
  options: { readonly increment?: DecimalLike } = {},
): OfferComparison {
  const increment = readIncrement(options);
  const factor = monthlyFactor(terms, ['terms']);
  const offer = readOffer(terms, ['terms']);
  const discount = discounts(factor, terms.horizonMonths);
  const buy = withPresentValues(offer.buy, discount, increment);
  const lease = withPresentValues(offer.lease, discount, increment);
  return {
    buy: buy.rows,
    lease: lease.rows,
    pvBuy: textOf(buy.total, increment),
    pvLease: textOf(lease.total, increment),
    difference: textOf(minus(lease.total, buy.total), increment),
    breakEvenMonth: breakEvenMonth(offer, discount),
    breakEvenExact: breakEvenExact(offer, terms, factor),
    indifferenceRate: indifferenceRate(offer.lease, offer.buy),
  };
}

function breakEvenMonth({ price, payments }: ReadOffer, discount: readonly Decimal[]): number | 'never' {
  let sum = new Decimal(0);
  for (const [number, { month, amount }] of payments.entries()) {
    sum = sum.add(amount.mul(discount[month]!));
    if (sum.gte(price)) return number;
  }
  return 'never';
}

/** n payments of a rent are worth rent × (1 − q⁻ⁿ) ÷ (q − 1), at the start of the month q times that; solved for n. */
function breakEvenExact(
  { price, constantRent: rent }: ReadOffer,
  { lease: { timing } }: OfferTerms,
  factor: Decimal,
): DecimalString | 'never' | null {
  if (rent === null) return null;
  if (rent.isZero()) return price.isZero() ? '0.0000' : 'never';
  const perRent = price.div(rent);
  const rate = factor.sub(ONE);
  if (rate.isZero()) return fourPlaces(perRent);
  const left = ONE.sub(perRent.mul(rate).div(timing === 'end' ? ONE : factor));
  return left.lte(0) ? 'never' : fourPlaces(left.ln().neg().div(factor.ln()));
}

function fourPlaces(value: Decimal): DecimalString {
  return textOf(roundDecimal(value, FOURTH, 'halfUp'), FOURTH);
}
