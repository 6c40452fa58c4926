import { compareText } from '../../core/compareText.js';
import { currencyOf, minorUnit } from '../../core/currency.js';
import { type Decimal, decimalOf, type DecimalString, plus, toDecimal, ZERO } from '../../core/decimal.js';
import { parseScaled } from '../../core/fixed/parseScaled.js';
import type { Money } from '../../core/money.js';
import type { Statement } from '../schema.js';
import { amountText } from './amountText.js';

/** What all statements earned and paid, by currency. */
export function moneyTotals(statements: readonly Statement[]): { earned: Money[]; paid: Money[] } {
  const earned = new CurrencySums();
  const paid = new CurrencySums();
  for (const statement of statements) {
    earned.add(statement.currency, statement.earned);
    if (statement.payout !== null) paid.add(statement.payoutCurrency ?? statement.currency, statement.payout);
  }
  return { earned: earned.list(), paid: paid.list() };
}

/** Decimals of the whole numbers that most amounts are added up as. */
const PLACES = 4;

interface CurrencySum {
  /** What was added in whole numbers of the last place, and what was too large or too fine for that. */
  units: number;
  rest: Decimal;
}

class CurrencySums {
  private readonly sums = new Map<string, CurrencySum>();

  add(currency: string, amount: DecimalString): void {
    let sum = this.sums.get(currency);
    if (sum === undefined) this.sums.set(currency, (sum = { units: 0, rest: ZERO }));
    const units = sum.units + parseScaled(amount, PLACES);
    if (Number.isSafeInteger(units)) sum.units = units;
    else sum.rest = plus(sum.rest, toDecimal(amount));
  }

  list(): Money[] {
    return [...this.sums]
      .sort(([a], [b]) => compareText(a, b))
      .map(([currency, { units, rest }]) => ({
        currency,
        amount: amountText(plus(rest, decimalOf(units, PLACES)), toDecimal(minorUnit(currencyOf(currency)))),
      }));
  }
}
