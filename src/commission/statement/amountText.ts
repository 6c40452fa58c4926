import { type Decimal, type DecimalString, toText, ZERO } from '../../core/decimal.js';

/** An amount with the decimals of its increment; more only where it has not been rounded to it. */
export function amountText(amount: Decimal, increment: Decimal): string {
  if (amount === ZERO) return nothingIn(increment);
  return amount.isZero() ? nothingIn(increment) : withPlaces(toText(amount), increment.decimalPlaces());
}

/** A canonical decimal with at least so many decimals. */
function withPlaces(text: DecimalString, places: number): DecimalString {
  const point = text.indexOf('.');
  const missing = places - (point < 0 ? 0 : text.length - point - 1);
  return missing <= 0 ? text : `${text}${point < 0 ? '.' : ''}${'0'.repeat(missing)}`;
}

/** Most amounts of most statements are nothing: its text is made once for an increment. */
const nothing = /* @__PURE__ */ new WeakMap<Decimal, string>();

function nothingIn(increment: Decimal): string {
  let text = nothing.get(increment);
  if (text === undefined) nothing.set(increment, (text = ZERO.toFixed(increment.decimalPlaces())));
  return text;
}
