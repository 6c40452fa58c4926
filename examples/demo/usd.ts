import { decimalString, money, negateMoney, roundMoney, sumMoney } from 'salesmodel/core';

/** The sum of amounts in USD, in whole cents. */
export function usd(amounts: readonly string[]): string {
  const all = amounts.map((amount) => money(amount, 'USD'));
  return decimalString(roundMoney(sumMoney(all, 'USD')).amount, 2);
}

/** An amount with the other sign. */
export function negated(amount: string): string {
  return negateMoney(money(amount, 'USD')).amount;
}
