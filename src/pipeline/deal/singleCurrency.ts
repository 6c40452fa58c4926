import type { Path } from '../../core/errors.js';
import type { Money } from '../../core/money.js';
import { fail } from '../fail.js';

/** The one currency of a list of amounts, `null` where there is none; amounts of several have no common figure. */
export function singleCurrency(amounts: readonly (Money | null)[], path: Path): string | null {
  let currency: string | null = null;
  for (const [at, amount] of amounts.entries()) {
    if (amount === null) continue;
    currency ??= amount.currency;
    if (amount.currency !== currency) {
      fail('pipeline.mixedCurrency', [...path, at, 'amount', 'currency'], {
        expected: currency,
        value: amount.currency,
      });
    }
  }
  return currency;
}
