import { type Decimal, divide, minus, ONE, plus, times, ZERO } from '../../core/decimal.js';
import { type CompiledTiers, pieceAt, scaleBounds, totalAt } from '../../core/tierPieces.js';
import type { Position } from './position.js';
import { pureTiers } from './pureRate.js';
import type { RateBuilder, RateComponent, RateFunction, RateSpan } from './rateFunction.js';
import { RunningQuantities } from './runningQuantities.js';

/** Which position tiers and curves are looked up at: the attainment or a quantity of the component. */
export type Axis = { readonly kind: 'attainment' } | { readonly kind: 'quantity'; readonly quantity: number };

/** What the looked-up figure is: a rate on the base, money, or a share of target pay. */
export type Yields = 'rate' | 'money' | 'targetPay';

/** Tiers as a rate: the tier function itself where it can be, else a look-up or a blend on a separate base. */
export function tiersRate(tiers: CompiledTiers, axis: Axis, yields: Yields, component: RateComponent): RateBuilder {
  return (span) => {
    const onMeasure = axis.kind === 'attainment' || axis.quantity === 0;
    const quantity = axis.kind === 'attainment' ? 0 : axis.quantity;
    const plainSum = component.quantities[quantity]?.isRatio === false;

    if (axis.kind === 'attainment' && span.quota().isZero()) {
      return component.zeroQuota === 'top' ? topTier(tiers, yields, component, span) : nothing();
    }
    if (yields !== 'rate') {
      const factor = yields === 'targetPay' ? span.target() : ONE;
      if (plainSum) {
        const unit = axis.kind === 'attainment' ? span.quota() : ONE;
        return pureTiers(stretch(tiers, unit, factor), quantity, component, span);
      }
      return lookUp(component, span, quantity, (position) =>
        times(factor, totalAt(stretch(tiers, position.denominator, ONE), position.numerator)),
      );
    }
    const unit = axis.kind === 'attainment' ? span.quota() : ONE;
    if (onMeasure && plainSum && component.base === 0) return pureTiers(tiers, 0, component, span, unit);
    const scaled = axis.kind === 'attainment' ? scaleBounds(tiers, unit) : tiers;
    if (tiers.mode === 'whole') {
      return lookUp(component, span, quantity, (position, base) =>
        times(base, rateAt(stretch(scaled, position.denominator, ONE), position.numerator)),
      );
    }
    return blend(scaled, component, span);
  };
}

/** The same function of `unit × x` instead of x, its value times `factor`. */
function stretch(tiers: CompiledTiers, unit: Decimal, factor: Decimal): CompiledTiers {
  if (unit.eq(ONE) && factor.eq(ONE)) return tiers;
  const [first, ...rest] = tiers.pieces.map((piece) => ({
    ...piece,
    from: times(piece.from, unit),
    upTo: piece.upTo && times(piece.upTo, unit),
    per: times(piece.per, unit),
    flat: times(piece.flat, factor),
    start: times(piece.start, factor),
    slope: times(piece.slope, factor),
  }));
  return first === undefined ? tiers : { ...tiers, pieces: [first, ...rest] };
}

/** Over a quota of zero whatever is sold lies in the top tier: all flats and amounts are due, all units earn its rate. */
function topTier(tiers: CompiledTiers, yields: Yields, component: RateComponent, span: RateSpan): RateFunction {
  const top = tiers.pieces[tiers.pieces.length - 1] ?? tiers.pieces[0];
  const due = (tiers.mode === 'whole' ? [top] : tiers.pieces).map(({ flat, amount }) => plus(flat, amount ?? ZERO));
  const start = times(due.reduce(plus, ZERO), yields === 'targetPay' ? span.target() : ONE);
  // Units of attainment are not counted beyond an infinite attainment, so money has no slope there.
  const slope = yields === 'rate' ? top.slope : ZERO;
  const piece = { ...top, from: ZERO, upTo: null, flat: start, start, slope, per: ONE };
  if (yields !== 'rate' || component.base === 0) {
    return pureTiers({ ...tiers, anchor: null, pieces: [piece] }, 0, component, span);
  }
  return lookUp(component, span, component.base, (_, base) => times(base, slope));
}

/** The rate of the tier that a position lies in, whole. */
function rateAt(tiers: CompiledTiers, x: Decimal): Decimal {
  return pieceAt(tiers, x).slope;
}

function nothing(): RateFunction {
  return { pure: null, start: () => ({ add: () => ZERO }) };
}

/** Running gross = f(where the axis stands, running base); an undefined position earns nothing. */
export function lookUp(
  component: RateComponent,
  span: RateSpan,
  quantity: number,
  gross: (position: Position, base: Decimal) => Decimal,
): RateFunction {
  return {
    pure: null,
    start: () => {
      const running = new RunningQuantities(component.quantities, span, component.roundMeasure);
      let isUndefined = false;
      return {
        add: (credit) => {
          running.add(credit);
          const position = running.position(quantity);
          const base = running.value(component.base);
          isUndefined = position === null || base === null;
          return position === null || base === null ? ZERO : gross(position, base);
        },
        isUndefined: () => isUndefined,
      };
    },
  };
}

/** Each credit's base at the blended rate of its own step along the axis. */
function blend(tiers: CompiledTiers, component: RateComponent, span: RateSpan): RateFunction {
  const { roundMeasure } = component;
  const compared = (sum: Decimal): Decimal => (roundMeasure === null ? sum : roundMeasure(sum, span.quota()));
  return {
    pure: null,
    start: () => {
      let axis = ZERO;
      let before = ZERO;
      let gross = ZERO;
      return {
        add: ({ numerators }) => {
          const step = numerators[0] ?? ZERO;
          const base = numerators[component.base] ?? ZERO;
          axis = plus(axis, step);
          const now = totalAt(tiers, compared(axis));
          const part = step.isZero()
            ? times(base, rateAbove(tiers, compared(axis)))
            : divide(times(base, minus(now, before)), step);
          before = now;
          gross = plus(gross, part);
          return gross;
        },
      };
    },
  };
}

/** The rate that the next unit above a position earns. */
function rateAbove(tiers: CompiledTiers, x: Decimal): Decimal {
  return pieceAt({ ...tiers, boundary: 'upper' }, x).slope;
}
