import type { RunResult } from 'salesmodel/commission';
import { localize } from 'salesmodel/core';
import { textTable } from './textTable.js';

/** What became of every row of the input, and why rows were rejected, with an example of each reason. */
export function rowAccount({ totals, rejected }: RunResult): string {
  const { rows, credited, duplicates, outside } = totals;
  const counts = textTable(
    ['rows', String(rows)],
    [
      ['credited', String(credited)],
      ['rejected', String(totals.rejected)],
      ['duplicates', String(duplicates)],
      ['outside the year', String(outside)],
    ],
  );
  // A row is listed once for each person and component that loses it; here rows are counted.
  const reasons = new Map<string, Map<number, string>>();
  for (const fault of rejected) {
    const sameReason = reasons.get(fault.code) ?? new Map<number, string>();
    reasons.set(fault.code, sameReason.set(fault.index, `${fault.id}, ${localize(fault, 'en')}`));
  }
  const why = [...reasons].map(([code, list]) => `  ${list.size} × ${code}, as ${[...list.values()][0]}`);
  return [counts, ...(why.length === 0 ? [] : ['rejected because of', ...why])].join('\n');
}
