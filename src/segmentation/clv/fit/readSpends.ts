import type { Reason } from '../../../core/errors.js';
import { isCount } from '../model/history.js';
import { type SpendHistory, spendOf } from '../model/spendHistory.js';
import { invalidRow, isWeight, type UniqueRows, uniqueRows, type Weighted } from './uniqueRows.js';

/** What a customer spent, for a fit: as `repeatSummaries` gives it. Rows without a repeat purchase say nothing and are left out. */
export interface SpendRow extends SpendHistory, Weighted {}

/** Reads the customers with repeat purchases into columns z, x, with all reasons against them. */
export function readSpends(
  rows: readonly SpendRow[],
): { readonly ok: true; readonly rows: UniqueRows } | { readonly ok: false; readonly reasons: readonly Reason[] } {
  const reasons = rows.flatMap((row, index) => {
    const valid = isCount(row.x) && (row.x === 0 || spendOf(row) > 0) && isWeight(row.weight);
    return valid ? [] : [invalidRow(index)];
  });
  if (rows.length === 0) reasons.push({ code: 'emptyBase', params: {} });
  else if (rows.every(({ x }) => x === 0)) reasons.push({ code: 'noRepeatPurchases', params: {} });
  if (reasons.length > 0) return { ok: false, reasons };
  const repeaters = rows.filter(({ x }) => x > 0);
  const cells = repeaters.map((row) => ({ cells: [spendOf(row), row.x], weight: row.weight ?? 1 }));
  return { ok: true, rows: uniqueRows(cells) };
}
