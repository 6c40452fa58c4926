import type { Reason } from '../../../core/errors.js';
import type { RepeatSummary } from '../../schema/summary.js';
import { fail } from '../fail.js';
import { isPurchaseHistory, type PurchaseHistory } from '../model/history.js';
import { invalidRow, isWeight, type UniqueRows, uniqueRows, type Weighted } from './uniqueRows.js';

/** A customer's history for a fit in continuous time, as `repeatSummaries` gives it. */
export interface HistoryRow extends PurchaseHistory, Weighted {
  /** Of the times; the same in all rows that name one. */
  readonly unit?: RepeatSummary['unit'];
}

/** What a fit in continuous time takes: columns x, tx, T. */
export type Histories =
  | { readonly ok: true; readonly rows: UniqueRows; readonly timeUnit: RepeatSummary['unit'] | null }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/** Reads the rows of a fit, with all reasons against them. */
export function readHistories(rows: readonly HistoryRow[]): Histories {
  const reasons = rows.flatMap((row, index) =>
    isPurchaseHistory(row) && isWeight(row.weight) ? [] : [invalidRow(index)],
  );
  if (rows.length === 0) reasons.unshift({ code: 'emptyBase', params: {} });
  else if (rows.every(({ x }) => x === 0)) reasons.push({ code: 'noRepeatPurchases', params: {} });
  if (reasons.length > 0) return { ok: false, reasons };
  const cells = rows.map(({ x, tx, T, weight = 1 }) => ({ cells: [x, tx, T], weight }));
  return { ok: true, rows: uniqueRows(cells), timeUnit: unitOf(rows) };
}

function unitOf(rows: readonly HistoryRow[]): RepeatSummary['unit'] | null {
  let unit: RepeatSummary['unit'] | null = null;
  rows.forEach((row, index) => {
    if (row.unit === undefined) return;
    if (unit !== null && row.unit !== unit) {
      fail('segmentation.clv.unit', ['rows', index, 'unit'], { expected: unit, value: row.unit });
    }
    unit = row.unit;
  });
  return unit;
}
