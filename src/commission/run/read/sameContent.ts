import { DECIMAL_PATTERN } from '../../../core/decimal.js';
import { withoutZeros } from './decimalCells.js';

/** Fields whose values are decimals; `measures` is a map of them. */
const decimalFields: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'amount',
  'cost',
  'units',
  'mrr',
  'termMonths',
  'measures',
  'share',
  'payoutShare',
]);
/** Fields whose maps hold texts, whatever the keys. */
const textMaps: ReadonlySet<string> = /* @__PURE__ */ new Set(['attributes', 'dates']);

/** Deeper than a row can be; what stands there is wrong, and counts as different. */
const MAX_DEPTH = 4;

/** Whether two rows say the same: decimals by value, lists by position, fields in any order. */
export function sameContent(a: unknown, b: unknown, field = '', depth = 0): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a === 'string' && typeof b === 'string') {
    return decimalFields.has(field) && DECIMAL_PATTERN.test(a) && DECIMAL_PATTERN.test(b) && equalDecimals(a, b);
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || depth === MAX_DEPTH) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, at) => sameContent(item, b[at], field, depth + 1));
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(b, key) &&
      sameContent(
        (a as Record<string, unknown>)[key],
        (b as Record<string, unknown>)[key],
        field === 'measures' || textMaps.has(field) ? field : key,
        depth + 1,
      ),
  );
}

function equalDecimals(a: string, b: string): boolean {
  return withoutZeros(a) === withoutZeros(b);
}
