import { type CompiledCurve, curveAt } from '../../core/curvePieces.js';
import { type Decimal, ONE, times, ZERO } from '../../core/decimal.js';
import type { RateBuilder, RateComponent } from './rateFunction.js';
import { pureRate } from './pureRate.js';
import { stretchCurve } from './stretchCurve.js';
import { lookUp, type Axis, type Yields } from './tiersRate.js';

/** A pay curve: its height is money, a share of target pay, or a rate on the base. */
export function curveRate(curve: CompiledCurve, axis: Axis, yields: Yields, component: RateComponent): RateBuilder {
  return (span) => {
    const quantity = axis.kind === 'attainment' ? 0 : axis.quantity;
    const isPlainSum = component.quantities[quantity]?.isRatio === false;
    const factor = yields === 'targetPay' ? span.target() : ONE;
    const unit = axis.kind === 'attainment' ? span.quota() : ONE;
    if (unit.isZero()) return { pure: null, start: () => ({ add: () => ZERO }) };
    // A curve that ends without extrapolation pays nothing beyond its end.
    const height = (x: Decimal, stretched: CompiledCurve): Decimal => curveAt(stretched, x) ?? ZERO;
    if (yields !== 'rate' && isPlainSum) {
      const stretched = stretchCurve(curve, unit);
      const { roundMeasure } = component;
      const at = (sum: Decimal): Decimal =>
        roundMeasure !== null && quantity === 0 ? roundMeasure(sum, span.quota()) : sum;
      const total = (sum: Decimal): Decimal => times(factor, height(at(sum), stretched));
      return pureRate(total, null, quantity, { ...component, roundMeasure: null }, span);
    }
    return lookUp(component, span, quantity, (position, base) => {
      const x = height(position.numerator, stretchCurve(curve, times(position.denominator, unit)));
      return yields === 'rate' ? times(x, base) : times(x, factor);
    });
  };
}
