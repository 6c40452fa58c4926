import { type Decimal, toText, ZERO } from '../../core/decimal.js';

/** An amount with the decimals of its increment; more only where it has not been rounded to it. */
export function amountText(amount: Decimal, increment: Decimal): string {
  if (amount === ZERO) return nothingIn(increment);
  const places = Math.max(increment.decimalPlaces(), amount.decimalPlaces());
  return places === 0 ? toText(amount) : amount.isZero() ? nothingIn(increment) : amount.toFixed(places);
}

/** Most amounts of most statements are nothing: its text is made once for an increment. */
const nothing = /* @__PURE__ */ new WeakMap<Decimal, string>();

function nothingIn(increment: Decimal): string {
  let text = nothing.get(increment);
  if (text === undefined) nothing.set(increment, (text = ZERO.toFixed(increment.decimalPlaces())));
  return text;
}
