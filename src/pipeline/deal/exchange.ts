import { currencyOf, minorUnit } from '../../core/currency.js';
import { converted } from '../../core/convert.js';
import { type Decimal, toDecimal, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { Money } from '../../core/money.js';
import { compileRates, type RateOptions, type RateTable } from '../../core/rateTable.js';
import { roundDecimal } from '../../core/rounding.js';

/** Amounts in one currency on one day. */
export interface Exchange {
  readonly currency: string;
  /** One minor unit of the currency. */
  readonly unit: Decimal;
  /** The amount in the currency, exact; `null` where the rate is missing. No amount is zero. */
  exact(value: Money | null): Decimal | null;
  /** The same, rounded half even to the minor unit. */
  rounded(value: Money | null): Decimal | null;
}

/** Compiles the rates of a day. */
export function exchange(
  currency: string,
  rates: RateTable | undefined,
  day: number,
  options: RateOptions | undefined,
  path: Path,
): Exchange {
  const unit = toDecimal(minorUnit(currencyOf(currency)));
  const find = compileRates(rates ?? [], options ?? {}, path);
  const exact = (value: Money | null): Decimal | null => {
    if (value === null) return ZERO;
    const amount = toDecimal(value.amount);
    if (value.currency === currency) return amount;
    const rate = find(value.currency, currency, day);
    return rate === undefined ? null : converted(amount, rate);
  };
  return {
    currency,
    unit,
    exact,
    rounded: (value) => {
      const amount = exact(value);
      return amount === null || amount.dp() <= unit.dp() ? amount : roundDecimal(amount, unit, 'halfEven');
    },
  };
}
