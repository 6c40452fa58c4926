import { compareText } from '../../core/compareText.js';
import { type Money, moneyOf } from '../../core/money.js';
import { AmountSum } from './amountSum.js';

/** Sums of amounts by currency: amounts of different currencies are never added. */
export class MoneyTotals {
  readonly #sums = new Map<string, AmountSum>();

  add(value: Money | null): void {
    if (value !== null) this.#of(value.currency).add(value.amount);
  }

  /** Adds an integer of 10⁻ˢᶜᵃˡᵉ units. */
  addUnits(currency: string, value: number | bigint, scale: number): void {
    this.#of(currency).addUnits(value, scale);
  }

  #of(currency: string): AmountSum {
    let sum = this.#sums.get(currency);
    if (sum === undefined) this.#sums.set(currency, (sum = new AmountSum()));
    return sum;
  }

  /** By currency, ascending. */
  list(): Money[] {
    return [...this.#sums]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([currency, sum]) => moneyOf(sum.total(), currency));
  }
}
