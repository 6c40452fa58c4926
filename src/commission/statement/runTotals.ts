import { currencyOf, minorUnit } from '../../core/currency.js';
import { type Decimal, plus, toDecimal, ZERO } from '../../core/decimal.js';
import type { Money } from '../../core/money.js';
import type { Statement } from '../schema.js';
import { amountText } from './amountText.js';

/** What all statements earned and paid, by currency. */
export function moneyTotals(statements: readonly Statement[]): { earned: Money[]; paid: Money[] } {
  const earned = new Map<string, Decimal>();
  const paid = new Map<string, Decimal>();
  const add = (sums: Map<string, Decimal>, currency: string, amount: string): void => {
    sums.set(currency, plus(sums.get(currency) ?? ZERO, toDecimal(amount)));
  };
  for (const statement of statements) {
    add(earned, statement.currency, statement.earned);
    if (statement.payout !== null) add(paid, statement.payoutCurrency ?? statement.currency, statement.payout);
  }
  return { earned: moneyList(earned), paid: moneyList(paid) };
}

function moneyList(sums: ReadonlyMap<string, Decimal>): Money[] {
  return [...sums.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, amount]) => ({
      currency,
      amount: amountText(amount, toDecimal(minorUnit(currencyOf(currency)))),
    }));
}
