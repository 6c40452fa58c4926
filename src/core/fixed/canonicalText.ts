import type { DecimalString } from '../decimal.js';

const ZERO = 48;
const POINT = 46;

/** A decimal without the zeros at the end of its decimals. */
export function canonicalText(text: DecimalString): DecimalString {
  let end = text.length;
  if (text.charCodeAt(end - 1) !== ZERO || !text.includes('.')) return text;
  while (text.charCodeAt(end - 1) === ZERO) end--;
  return text.slice(0, text.charCodeAt(end - 1) === POINT ? end - 1 : end);
}
