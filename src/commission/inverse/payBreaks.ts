import { type Decimal, DECIMAL_PATTERN, divide, minus, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import type { CommissionPlan, Statement } from '../schema.js';

/** Fields of a plan under which bounds of bands, curves and conditions stand. */
const BOUNDS = new Set(['upTo', 'x', 'anchor', 'value']);

/** Every bound that a plan knows, whatever it is a bound of: a bound too many only costs a look. */
export function boundsOf(plan: CommissionPlan): readonly Decimal[] {
  const bounds = new Map<string, Decimal>();
  const visit = (value: unknown, isBound: boolean): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) visit(inner, Array.isArray(value) ? isBound : BOUNDS.has(key));
    } else if (isBound && (typeof value === 'number' || (typeof value === 'string' && DECIMAL_PATTERN.test(value)))) {
      const bound = toDecimal(value);
      bounds.set(bound.toFixed(), bound);
    }
  };
  visit([plan.components, plan.modifiers], false);
  return [...bounds.values()];
}

/**
 * The quantities of a deal at which a bound may be met by a measure or an attainment of the payee: on the way from what
 * was sold, or by the deal alone. They are found by how the measures grow with the deal, so that any measure will do.
 *
 * @param base statement without the deal
 * @param grown statement with a deal of `by`
 */
export function breaksOf(
  bounds: readonly Decimal[],
  base: Statement,
  grown: Statement,
  by: Decimal,
): readonly Decimal[] {
  return base.components.flatMap(({ measure, quota }, index) => {
    const before = measure === null ? ZERO : toDecimal(measure);
    const after = grown.components[index]?.measure;
    if (after === undefined || after === null) return [];
    const slope = divide(minus(toDecimal(after), before), by);
    if (slope.isZero()) return [];
    const scales = quota === undefined ? bounds : [...bounds, ...bounds.map((bound) => times(bound, toDecimal(quota)))];
    return scales.flatMap((bound) => [divide(minus(bound, before), slope), divide(bound, slope)]);
  });
}

/** The multiples of an increment at a break and beside it, ascending, from 0 to `most`. */
export function stepsAt(breaks: readonly Decimal[], increment: Decimal, most: number): readonly number[] {
  const steps = new Set([0, most]);
  for (const at of breaks) {
    const step = divide(at, increment).floor();
    for (const near of [minus(step, toDecimal(1)), step, plus(step, toDecimal(1))]) {
      if (near.gt(0) && near.lt(most)) steps.add(near.toNumber());
    }
  }
  // Between two bounds pay is a line or a parabola; where it is neither, these find most of what is missed.
  for (let step = 1; step < most; step *= 4) steps.add(step);
  return [...steps].toSorted((a, b) => a - b);
}
