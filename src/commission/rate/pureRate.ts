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
  const inUnit = (): CompiledTiers => (scaled ??= scaleBounds(tiers, unit));
  return pureRate(
    (sum) => totalAt(inUnit(), sum),
    { tiers: { tiers, unit }, scaled: inUnit },
    quantity,
    component,
    span,
  );
}

/** The tiers that a function is. */
interface TiersOf {
  readonly tiers: UnitTiers;
  readonly scaled: () => CompiledTiers;
}

/** A rate whose running gross is some function of the running sum of one quantity; `of` the tiers where it is theirs. */
export function pureRate(
  total: (sum: Decimal) => Decimal,
  of: TiersOf | null,
  quantity: number,
  { roundMeasure, quantities }: RateComponent,
  span: RateSpan,
): RateFunction {
  const score = quantities[quantity]?.score ?? null;
  const rounds = roundMeasure !== null && quantity === 0;
  const at = rounds ? (sum: Decimal) => total(roundMeasure(sum, span.quota())) : total;
  return {
    pure: { quantity, total: at, tiers: rounds || of === null ? null : of.tiers, scaled: of?.scaled ?? null },
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
