import { compareText } from '../../../core/compareText.js';
import { pathText, type Rejected } from '../../../core/errors.js';
import { cellText } from './cells.js';
import type { FactTable } from './factTable.js';
import type { WrongFact } from './objectTable.js';
import type { CheckedCard } from './readScorecard.js';
import type { ItemFault } from './scoreTable.js';

/** Every fault of every row, by id, code and place. */
export function rejectedRows(
  card: CheckedCard,
  faults: readonly ItemFault[],
  wrong: readonly WrongFact[],
  table: FactTable,
  idOf: (row: number) => string | undefined,
): Rejected[] {
  const named = (row: number): { readonly index: number; readonly id?: string } => {
    const id = idOf(row);
    return id === undefined ? { index: row } : { index: row, id };
  };
  const rows = [
    ...wrong.map(({ row, path, error }): Rejected => ({
      ...named(row),
      code: error.code,
      path,
      params: error.params,
    })),
    ...faults.map(({ row, item, code }): Rejected => {
      if (item === null) return { ...named(row), code, path: [], params: {} };
      const { id, metric } = card.items[item]!;
      return {
        ...named(row),
        code,
        path: ['facts', metric],
        params: { item: id, value: cellText(table.metric(metric), row) },
      };
    }),
  ];
  return sortRejected(rows);
}

/** Faults by id, row, code and place. */
export function sortRejected(rows: Rejected[]): Rejected[] {
  return rows.sort(
    (a, b) =>
      compareText(a.id ?? '', b.id ?? '') ||
      a.index - b.index ||
      compareText(a.code, b.code) ||
      compareText(pathText(a.path), pathText(b.path)),
  );
}
