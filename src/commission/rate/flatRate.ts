import { type Decimal, minus, plus, times, ZERO } from '../../core/decimal.js';
import type { CompiledTiers } from '../../core/tierPieces.js';
import { pureTiers } from './pureRate.js';
import type { RateBuilder, RateComponent } from './rateFunction.js';
import { lookUp } from './tiersRate.js';

/** A rate on the base: one open tier, or a rate times the ratio that the base is. */
export function flatRate(tiers: CompiledTiers, component: RateComponent): RateBuilder {
  const { base, quantities } = component;
  return (span) =>
    quantities[base]?.isRatio === true
      ? lookUp(component, span, base, (_, ratio) => times(tiers.pieces[0].slope, ratio))
      : pureTiers(tiers, base, { ...component, roundMeasure: null }, span);
}

/** An amount for each credit; its sign follows the measure, and a credit that measures nothing pays nothing. */
export function amountPerCredit(amount: Decimal): RateBuilder {
  return () => ({
    pure: null,
    start: () => {
      let gross = ZERO;
      return {
        add: ({ numerators }) => {
          const measure = numerators[0] ?? ZERO;
          if (measure.gt(0)) gross = plus(gross, amount);
          if (measure.lt(0)) gross = minus(gross, amount);
          return gross;
        },
      };
    },
  });
}
