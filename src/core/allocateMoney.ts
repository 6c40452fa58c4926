import { allocate } from './allocate.js';
import { type CurrencyTable, findCurrency, isoCurrencies, minorUnit } from './currency.js';
import { Decimal, type DecimalLike } from './decimal.js';
import { amountOf, type Money } from './money.js';
import { type Residue, type RoundingMode, toIncrement } from './rounding.js';

/** How an amount is split. */
export interface AllocateMoneyOptions {
  /** Parts are multiples of this positive decimal, and so must the amount be. Default: one minor unit. */
  readonly increment?: DecimalLike;
  /** Who gets what is left over when the parts are rounded. Default `largestRemainder`. */
  readonly residue?: Residue;
  /** How parts are rounded under the other residue rules. Default `halfEven`. */
  readonly mode?: RoundingMode;
}

/**
 * The parts of an amount in proportion to weights, in whole minor units that add up to the amount exactly.
 *
 * @param total amount, a multiple of the increment
 * @param weights decimals that are not negative; their proportions count
 * @param options increment, residue rule, rounding mode
 * @param currencies default ISO 4217
 * @throws SalesModelError `currency.unknown`, `allocate.indivisible`, `allocate.negativeWeight`, `allocate.noParts`,
 * `rounding.increment`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { allocateMoney, money } from 'salesmodel/core';
 *
 * allocateMoney(money('100', 'EUR'), [1, 1, 1]).map((part) => part.amount); // => ['33.34', '33.33', '33.33']
 * allocateMoney(money('100', 'JPY'), [1, 1, 1]).map((part) => part.amount); // => ['34', '33', '33']
 */
export function allocateMoney<C extends string>(
  total: Money<C>,
  weights: readonly DecimalLike[],
  options: AllocateMoneyOptions = {},
  currencies: CurrencyTable = isoCurrencies,
): Money<C>[] {
  const currency = findCurrency(total.currency, currencies, ['total', 'currency']);
  const increment = toIncrement(options.increment ?? minorUnit(currency), ['increment']);
  const decimals = Math.max(currency.exponent, increment.dp());
  const { parts } = allocate(amountOf(total, ['total']), weights, { ...options, increment });
  return parts.map((part) => ({ amount: new Decimal(part).toFixed(decimals), currency: total.currency }));
}
