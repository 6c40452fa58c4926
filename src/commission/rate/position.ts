import { type Decimal, minus, ONE, plus, times, ZERO } from '../../core/decimal.js';

/**
 * Where something stands on an axis: an exact fraction, so that ratios (attainment, margin rate)
 * are compared with their bounds without dividing.
 */
export interface Position {
  readonly numerator: Decimal;
  /** Not negative; zero where the ratio is undefined. */
  readonly denominator: Decimal;
}

/** A quantity that is not a ratio. */
export function plainPosition(value: Decimal): Position {
  return { numerator: value, denominator: ONE };
}

/** A ratio, its sign moved to the numerator. */
export function ratioPosition(numerator: Decimal, denominator: Decimal): Position {
  return denominator.isNegative()
    ? { numerator: numerator.negated(), denominator: denominator.negated() }
    : { numerator, denominator };
}

/** Sign of `position − bound`, exact. */
export function comparePosition(position: Position, bound: Decimal): number {
  const scaled = position.denominator.eq(ONE) ? bound : times(bound, position.denominator);
  return position.numerator.cmp(scaled);
}

/** The position mirrored to the positive side, for functions with f(−x) = −f(x). */
export function magnitude(position: Position): Position {
  return position.numerator.isNegative()
    ? { numerator: position.numerator.negated(), denominator: position.denominator }
    : position;
}

/** A running sum of numerators and, for ratios, of denominators: ratios are of sums, never sums of ratios. */
export class RunningQuantity {
  private numerator = ZERO;
  private denominator = ZERO;

  constructor(private readonly isRatio: boolean) {}

  add(numerator: Decimal, denominator: Decimal | null): void {
    this.numerator = plus(this.numerator, numerator);
    if (denominator !== null) this.denominator = plus(this.denominator, denominator);
  }

  get sum(): Decimal {
    return this.numerator;
  }

  get position(): Position {
    return this.isRatio ? ratioPosition(this.numerator, this.denominator) : plainPosition(this.numerator);
  }

  /** The sum before `last` came in. */
  before(last: Decimal): Decimal {
    return minus(this.numerator, last);
  }
}
