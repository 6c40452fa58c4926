import { type Decimal, type DecimalString, divide, minus, plus, times, toText, ZERO } from '../../core/decimal.js';
import type { Rounder } from '../quote/quoteRounding.js';
import type { Amounts } from './amounts.js';
import type { Figure } from './figure.js';
import type { AmountTexts } from './lastTexts.js';

/** Amounts of any size and any number of decimals. */
export class DecimalAmounts implements Amounts<Decimal> {
  readonly zero = ZERO;
  readonly round: (amount: Decimal) => Decimal;
  readonly share: (total: Decimal, weights: readonly Decimal[]) => Decimal[];

  constructor(private readonly rounder: Rounder) {
    this.round = rounder.round;
    this.share = rounder.share;
  }

  read(value: Decimal): Decimal {
    return value;
  }

  of({ value }: Figure): Decimal {
    return value;
  }

  decimalOf(amount: Decimal): Decimal {
    return amount;
  }

  text(amount: Decimal): DecimalString {
    return toText(amount);
  }

  roundedText(amount: Decimal): DecimalString {
    return this.rounder.text(this.rounder.round(amount));
  }

  texts(amount: Decimal): AmountTexts {
    return { exact: this.text(amount), rounded: this.roundedText(amount) };
  }

  plus(a: Decimal, b: Decimal): Decimal {
    return plus(a, b);
  }

  minus(a: Decimal, b: Decimal): Decimal {
    return minus(a, b);
  }

  compare(a: Decimal, b: Decimal): number {
    return a.cmp(b);
  }

  times(amount: Decimal, by: Figure): Decimal {
    return times(amount, by.value);
  }

  portion(amount: Decimal, by: Figure, of: Figure): Decimal {
    return divide(times(amount, by.value), of.value);
  }
}
