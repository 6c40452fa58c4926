import { type Decimal, type DecimalLike, ONE, plus, times, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { Money } from '../../core/money.js';
import { toScaled } from '../../core/scaled.js';
import { checkDeals } from '../deal/checkDeals.js';
import { toProbability } from '../definition/checkPipeline.js';
import { fail } from '../fail.js';

/** A deal that is won or not. */
export interface RiskDeal {
  readonly id: string;
  /** All of one currency. */
  readonly amount: Money | DecimalLike;
  /** Chance of winning it, 0 to 1. */
  readonly probability: DecimalLike;
}

/** A common fate: with the weight of the scenario every probability is multiplied by the factor and cut at 1. */
export interface Scenario {
  /** 0 to 1; those of all scenarios add up to 1. */
  readonly weight: DecimalLike;
  /** From 0 on. */
  readonly factor: DecimalLike;
}

/** Deals whose amounts are whole numbers of a smallest unit. */
export interface RiskGrid {
  /** By id. */
  readonly deals: readonly { readonly id: string; readonly units: bigint; readonly probability: Decimal }[];
  /** Decimals of the unit. */
  readonly scale: number;
  readonly scenarios: readonly { readonly weight: Decimal; readonly factor: Decimal }[];
}

const ALONE: readonly Scenario[] = [{ weight: '1', factor: '1' }];

/**
 * Reads deals and scenarios.
 *
 * @param decimals that the unit has at least
 */
export function riskGrid(deals: readonly RiskDeal[], scenarios: readonly Scenario[] = ALONE, decimals = 0): RiskGrid {
  checkDeals(deals);
  let currency: string | undefined;
  const read = deals.map(({ id, amount, probability }, at) => {
    const path: Path = ['deals', at];
    return {
      id,
      amount: isMoney(amount) ? moneyAmount(amount, path) : toDecimal(amount, [...path, 'amount']),
      probability: toProbability(probability, [...path, 'probability']),
    };
  });
  const scale = read.reduce((most, { amount }) => Math.max(most, amount.dp()), decimals);
  const fates = scenarios.map(({ weight, factor }, at) => {
    const path = ['options', 'scenarios', at];
    const read = toDecimal(factor, [...path, 'factor']);
    if (read.isNegative()) fail('simulate.factor', [...path, 'factor'], { value: toText(read) });
    return { weight: toProbability(weight, [...path, 'weight']), factor: read };
  });
  const total = fates.reduce((sum, { weight }) => plus(sum, weight), ZERO);
  if (!total.eq(ONE)) fail('simulate.weights', ['options', 'scenarios'], { value: toText(total) });
  return {
    deals: read
      .map(({ id, amount, probability }) => ({ id, units: toScaled(amount, scale), probability }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    scale,
    scenarios: fates,
  };

  function moneyAmount(amount: Money, path: Path): Decimal {
    currency ??= amount.currency;
    if (amount.currency !== currency) {
      fail('pipeline.mixedCurrency', [...path, 'amount', 'currency'], { expected: currency, value: amount.currency });
    }
    return toDecimal(amount.amount, [...path, 'amount', 'amount']);
  }
}

/** The chance of a deal in a scenario. */
export function chanceIn(probability: Decimal, factor: Decimal): Decimal {
  const chance = times(probability, factor);
  return chance.gt(ONE) ? ONE : chance;
}

function isMoney(amount: RiskDeal['amount']): amount is Money {
  return typeof amount === 'object' && amount !== null && 'currency' in amount;
}
