import { Decimal, type DecimalString, toText } from '../../core/decimal.js';
import { parseScaled } from '../../core/fixed/parseScaled.js';
import { quotient, type Quotient } from '../../core/fixed/quotient.js';
import { roundSafe } from '../../core/fixed/safeQuotient.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import type { Rounder } from '../quote/quoteRounding.js';
import type { Amounts } from './amounts.js';
import type { Figure } from './figure.js';
import { type AmountTexts, type LastTexts, lastTexts } from './lastTexts.js';

/** No amount may be larger: so far sums, and quotients by any increment, are exact in doubles. */
const MOST = 2 ** 50;

/** A figure that integers can not hold. */
export class NotExact extends Error {}

/** Amounts as integers of 10⁻ˢᶜᵃˡᵉ. Where a figure has more decimals or grows too large, `NotExact` is thrown. */
export class IntegerAmounts implements Amounts<number> {
  readonly zero = 0;
  /** One increment of the quote. */
  readonly unit: number;
  /** One of the last decimal that increments have. */
  private readonly grain: number;
  private readonly toUnit: Quotient;
  private readonly last: LastTexts;

  /**
   * @param rounder rounding of the quote
   * @param scale decimals of the unit, at least those of the increment and at most 15
   */
  constructor(
    private readonly rounder: Rounder,
    readonly scale: number,
  ) {
    const places = rounder.increment.dp();
    this.grain = 10 ** (scale - places);
    this.unit = this.read(rounder.increment);
    this.last = lastTexts(places, rounder.decimals);
    this.toUnit = quotient(BigInt(this.unit), rounder.policy.mode);
  }

  read(value: Decimal): number {
    const units = value.isZero() ? 0 : parseScaled(toText(value), this.scale);
    return this.kept(units);
  }

  of(figure: Figure): number {
    const missing = this.scale - figure.decimals;
    return missing >= 0 ? this.kept(figure.units * 10 ** missing) : this.read(figure.value);
  }

  decimalOf(amount: number): Decimal {
    return new Decimal(scaledText(amount, this.scale));
  }

  text(amount: number): DecimalString {
    // Most figures were rounded, and short texts are written faster.
    const grains = amount / this.grain;
    return grains === Math.floor(grains) ? this.last.of(grains).exact : scaledText(amount, this.scale);
  }

  roundedText(amount: number): DecimalString {
    return this.last.of(this.round(amount) / this.grain).rounded;
  }

  texts(amount: number): AmountTexts {
    const { unit, grain } = this;
    const units = amount / unit;
    // What was rounded before is both.
    if (units === Math.floor(units)) return this.last.of(unit === grain ? units : amount / grain);
    return { exact: this.text(amount), rounded: this.roundedText(amount) };
  }

  plus(a: number, b: number): number {
    return this.kept(a + b);
  }

  minus(a: number, b: number): number {
    return this.kept(a - b);
  }

  compare(a: number, b: number): number {
    return a - b;
  }

  times(amount: number, by: Figure): number {
    return this.kept(this.whole(amount / by.unit) * by.units);
  }

  portion(amount: number, by: Figure, of: Figure): number {
    const product = this.times(amount, by) * of.unit;
    return this.whole(this.kept(product) / of.units);
  }

  round(amount: number): number {
    const { unit } = this;
    if (unit === 1) return amount;
    // What was rounded before stays.
    const whole = amount / unit;
    return whole === Math.floor(whole) ? amount : this.kept(roundSafe(amount, this.toUnit) * unit);
  }

  share(total: number, weights: readonly number[]): number[] {
    const { unit, rounder } = this;
    const increments = Math.abs(total) / unit;
    const sum = weights.reduce((all, weight) => all + weight, 0);
    const isSafe = rounder.policy.residue === 'largestRemainder' && sum > 0 && increments * sum <= MOST;
    if (!isSafe) {
      const parts = rounder.share(
        this.decimalOf(total),
        weights.map((weight) => this.decimalOf(weight)),
      );
      return parts.map((part) => this.read(part));
    }
    const parts = largestRemainder(increments, weights, sum);
    return parts.map((part) => this.kept(total < 0 ? -part * unit : part * unit));
  }

  /** A quotient of two integers, which is exact as a double if it is whole. */
  private whole(value: number): number {
    if (value !== Math.floor(value)) throw new NotExact();
    return value;
  }

  private kept(value: number): number {
    if (!(value <= MOST && value >= -MOST)) throw new NotExact();
    return value;
  }
}

/** Cuts every part and gives what is left to those that were cut most, the earlier first. */
function largestRemainder(total: number, weights: readonly number[], sum: number): number[] {
  const rests: number[] = [];
  let left = total;
  const parts = weights.map((weight) => {
    const product = total * weight;
    const rest = product % sum;
    const part = (product - rest) / sum;
    rests.push(rest);
    left -= part;
    return part;
  });
  if (left <= 0) return parts;
  const order = weights.map((_, index) => index).toSorted((a, b) => rests[b]! - rests[a]! || a - b);
  for (const index of order.slice(0, left)) parts[index]!++;
  return parts;
}
