import { type Decimal, divide, minus, ONE, plus, times, ZERO } from '../../core/decimal.js';
import type { Axis, Yields } from './tiersRate.js';
import { comparePosition, magnitude, plainPosition, type Position } from './position.js';
import type { RateBuilder, RateComponent, RateSpan } from './rateFunction.js';
import { RunningQuantities } from './runningQuantities.js';

/** A dimension cut by bounds along a quantity of the component. */
export interface NumericDimension {
  readonly kind: 'numeric';
  readonly axis: Axis;
  /** Ascending, the last `null`. */
  readonly upTo: readonly (Decimal | null)[];
  readonly boundary: 'lower' | 'upper';
  readonly size: number;
}

/** A dimension whose keys are the values of a field. */
export interface KeyDimension {
  readonly kind: 'key';
  readonly field: string;
  readonly keys: readonly string[];
  readonly size: number;
}

export interface RateMatrix {
  readonly dimensions: readonly (NumericDimension | KeyDimension)[];
  /** Row-major: the last dimension runs fastest. */
  readonly cells: readonly Decimal[];
  /** The numeric dimension along which credits are cut into slices, or −1: all dimensions are read whole. */
  readonly split: number;
}

/** Base earned under one combination of keys and slices. */
interface Holding {
  /** Cell index counting key dimensions and the slice, without the whole numeric dimensions. */
  readonly offset: number;
  base: Decimal;
}

/**
 * A table of n dimensions. Bases are held by key combination and slice, and the cells of the whole dimensions apply to
 * all of them at the position reached, so that crossing a bound re-rates what came before, as `whole` tiers do.
 * Money and target-pay cells are amounts of the span, one for each combination that a credit met.
 */
export function matrixRate(matrix: RateMatrix, yields: Yields, component: RateComponent): RateBuilder {
  const strides = stridesOf(matrix);
  return (span) => {
    const factor = yields === 'targetPay' ? span.target() : ONE;
    return {
      pure: null,
      start: () => {
        const running = new RunningQuantities(component.quantities, span, component.roundMeasure);
        const holdings = new Map<number, Holding>();
        let reached: number | null = 0;
        const hold = (offset: number, base: Decimal): void => {
          const held = holdings.get(offset);
          if (held === undefined) holdings.set(offset, { offset, base });
          else held.base = plus(held.base, base);
        };
        return {
          add: (credit) => {
            let keyOffset = 0;
            for (const [d, dimension] of matrix.dimensions.entries()) {
              if (dimension.kind === 'key') {
                keyOffset += dimension.keys.indexOf(String(credit.field(dimension.field))) * (strides[d] ?? 0);
              }
            }
            const split = matrix.dimensions[matrix.split];
            const base = credit.numerators[component.base] ?? ZERO;
            if (split?.kind === 'numeric') {
              const quantity = split.axis.kind === 'attainment' ? 0 : split.axis.quantity;
              const from = running.compared(quantity);
              running.add(credit);
              const to = running.compared(quantity);
              const unit = split.axis.kind === 'attainment' ? span.quota() : ONE;
              for (const slice of slicesBetween(split, unit, from, to)) {
                const part = to.eq(from) ? base : divide(times(base, slice.units), minus(to, from));
                hold(keyOffset + slice.index * (strides[matrix.split] ?? 0), part);
              }
            } else {
              running.add(credit);
              hold(keyOffset, base);
            }
            const whole = (reached = wholeOffset(matrix, strides, running, span));
            if (whole === null) return ZERO;
            let gross = ZERO;
            for (const { offset, base: held } of holdings.values()) {
              const cell = matrix.cells[whole + offset] ?? ZERO;
              gross = plus(gross, yields === 'rate' ? times(cell, held) : times(cell, factor));
            }
            return gross;
          },
          cells: () => {
            const whole = reached;
            if (whole === null) return [];
            return Array.from(holdings.values(), ({ offset, base }) => ({ cell: whole + offset, base }));
          },
        };
      },
    };
  };
}

/** Where the dimensions that are read whole point to; `null` where one of them has no position. */
function wholeOffset(
  matrix: RateMatrix,
  strides: readonly number[],
  running: RunningQuantities,
  span: RateSpan,
): number | null {
  let offset = 0;
  for (const [d, dimension] of matrix.dimensions.entries()) {
    if (dimension.kind !== 'numeric' || d === matrix.split) continue;
    const position = positionOn(dimension.axis, running, span);
    if (position === null) return null;
    offset += bandOf(dimension, position) * (strides[d] ?? 0);
  }
  return offset;
}

function positionOn(axis: Axis, running: RunningQuantities, span: RateSpan): Position | null {
  if (axis.kind === 'quantity') return running.position(axis.quantity);
  const quota = span.quota();
  return quota.isZero() ? null : { numerator: running.compared(0), denominator: quota };
}

/** Which band of a dimension a position lies in; a negative position lies where its mirror image does. */
function bandOf({ upTo, boundary }: NumericDimension, position: Position): number {
  const size = magnitude(position);
  const band = upTo.findIndex((bound) => {
    if (bound === null) return true;
    const order = comparePosition(size, bound);
    return boundary === 'lower' ? order <= 0 : order < 0;
  });
  return band;
}

/** The step from one running sum to the next, cut at the bounds; both signs, each side mirrored. */
function slicesBetween(
  { upTo }: NumericDimension,
  unit: Decimal,
  from: Decimal,
  to: Decimal,
): { index: number; units: Decimal }[] {
  if (from.eq(to)) return [{ index: bandOfSum(upTo, unit, from), units: ZERO }];
  const slices: { index: number; units: Decimal }[] = [];
  let low = ZERO;
  for (const [index, bound] of upTo.entries()) {
    const high = bound === null ? null : times(bound, unit);
    const units = minus(clampSigned(to, low, high), clampSigned(from, low, high));
    if (!units.isZero()) slices.push({ index, units });
    low = high ?? low;
  }
  return slices;
}

/** The part of x that lies between two bounds, with the sign of x. */
function clampSigned(x: Decimal, low: Decimal, high: Decimal | null): Decimal {
  const size = x.abs();
  const inside = size.lte(low) ? ZERO : minus(high !== null && size.gt(high) ? high : size, low);
  return x.isNegative() ? inside.neg() : inside;
}

function bandOfSum(upTo: readonly (Decimal | null)[], unit: Decimal, sum: Decimal): number {
  const size = magnitude(plainPosition(sum)).numerator;
  return upTo.findIndex((bound) => bound === null || size.lt(times(bound, unit)));
}

function stridesOf({ dimensions }: RateMatrix): number[] {
  const strides: number[] = [];
  let stride = 1;
  for (let d = dimensions.length - 1; d >= 0; d -= 1) {
    strides[d] = stride;
    stride *= dimensions[d]?.size ?? 1;
  }
  return strides;
}
