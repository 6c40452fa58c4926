import { type Decimal, divide } from '../../core/decimal.js';
import { plainPosition, type Position, RunningQuantity } from './position.js';
import type { RateComponent, RateCredit, RateQuantity, RateSpan } from './rateFunction.js';

/** The running sums of all quantities of a component in one span; scores stand still. */
export class RunningQuantities {
  private readonly sums: RunningQuantity[];

  /** @param roundMeasure makes steps of attainment of the measure before it is compared; `null` leaves it as it is */
  constructor(
    private readonly quantities: readonly RateQuantity[],
    private readonly span: RateSpan,
    private readonly roundMeasure: RateComponent['roundMeasure'] = null,
  ) {
    this.sums = quantities.map(({ isRatio }) => new RunningQuantity(isRatio));
  }

  /** Adds one credit, or the sums of several. */
  add({ numerators, denominators }: Pick<RateCredit, 'numerators' | 'denominators'>): void {
    for (const [quantity, sum] of this.sums.entries()) {
      const numerator = numerators[quantity];
      if (numerator !== undefined) sum.add(numerator, denominators[quantity] ?? null);
    }
  }

  sum(quantity: number): Decimal {
    return this.at(quantity).sum;
  }

  /** Where the sum of a quantity is compared: the measure maybe on steps of attainment. */
  compared(quantity: number): Decimal {
    const sum = this.sum(quantity);
    return quantity === 0 && this.roundMeasure !== null ? this.roundMeasure(sum, this.span.quota()) : sum;
  }

  /** The sum of a quantity, or the ratio of its sums; `null` where that is undefined. */
  value(quantity: number): Decimal | null {
    if (this.quantities[quantity]?.isRatio !== true) return this.sum(quantity);
    const position = this.position(quantity);
    return position === null ? null : divide(position.numerator, position.denominator);
  }

  /** Where the quantity stands, or `null` where its ratio or score is undefined. */
  position(quantity: number): Position | null {
    const score = this.quantities[quantity]?.score ?? null;
    if (score !== null) {
      const value = this.span.score(score);
      return value === undefined ? null : plainPosition(value);
    }
    if (this.quantities[quantity]?.isRatio !== true) return plainPosition(this.compared(quantity));
    const position = this.at(quantity).position;
    return position.denominator.isZero() ? null : position;
  }

  private at(quantity: number): RunningQuantity {
    const sum = this.sums[quantity];
    if (sum === undefined) throw new RangeError(`no quantity ${quantity}`);
    return sum;
  }
}
