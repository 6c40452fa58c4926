import { type Decimal, toText } from '../../core/decimal.js';

/** An amount with the decimals of its increment; more only where it has not been rounded to it. */
export function amountText(amount: Decimal, increment: Decimal): string {
  const places = Math.max(increment.decimalPlaces(), amount.decimalPlaces());
  return places === 0 ? toText(amount) : amount.isZero() ? amount.abs().toFixed(places) : amount.toFixed(places);
}
