import { type Decimal, ONE, plus, ZERO } from '../../core/decimal.js';
import { type CompiledTiers, scaleBounds, totalAt, type UnitTiers } from '../../core/tierPieces.js';
import type { RateComponent, RateFunction, RateSpan } from './rateFunction.js';

/**
 * A rate whose running gross is a tier function of the running sum of one quantity.
 *
 * @param unit what the bounds are in
 */
export function pureTiers(
  tiers: CompiledTiers,
  quantity: number,
  component: RateComponent,
  span: RateSpan,
  unit: Decimal = ONE,
): RateFunction {
  // The kernels take tiers and unit as they are, for many spans whose function nobody else asks for.
  let scaled: CompiledTiers | null = unit === ONE ? tiers : null;
  const total = (sum: Decimal): Decimal => totalAt((scaled ??= scaleBounds(tiers, unit)), sum);
  return pureRate(total, { tiers, unit }, quantity, component, span);
}

/** A rate whose running gross is some function of the running sum of one quantity; `tiers` where it is theirs. */
export function pureRate(
  total: (sum: Decimal) => Decimal,
  tiers: UnitTiers | null,
  quantity: number,
  { roundMeasure, quantities }: RateComponent,
  span: RateSpan,
): RateFunction {
  const score = quantities[quantity]?.score ?? null;
  const rounds = roundMeasure !== null && quantity === 0;
  const at = rounds ? (sum: Decimal) => total(roundMeasure(sum, span.quota())) : total;
  return {
    pure: { quantity, total: at, tiers: rounds ? null : tiers },
    start: () => {
      let sum = score === null ? ZERO : (span.score(score) ?? ZERO);
      return {
        add: ({ numerators }) => {
          if (score === null) sum = plus(sum, numerators[quantity] ?? ZERO);
          return at(sum);
        },
      };
    },
  };
}
