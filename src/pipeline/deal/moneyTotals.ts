import { compareText } from '../../core/compareText.js';
import { type Money, moneyOf } from '../../core/money.js';
import { AmountSum } from './amountSum.js';

/** Sums of amounts by currency: amounts of different currencies are never added. */
export class MoneyTotals {
  readonly #sums = new Map<string, AmountSum>();

  add(value: Money | null): void {
    if (value === null) return;
    let sum = this.#sums.get(value.currency);
    if (sum === undefined) this.#sums.set(value.currency, (sum = new AmountSum()));
    sum.add(value.amount);
  }

  /** By currency, ascending. */
  list(): Money[] {
    return [...this.#sums]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([currency, sum]) => moneyOf(sum.total(), currency));
  }
}
