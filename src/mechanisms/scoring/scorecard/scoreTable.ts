import { applyGates, type GatedRows } from './applyGates.js';
import type { FactTable } from './factTable.js';
import type { CheckedCard } from './readScorecard.js';
import { lastUnits, scoreItem } from './scoreItem.js';
import type { FaultCode, ItemColumn } from './scoreValues.js';
import { ROW_STATUS, weighRows, type WeighedRows } from './weighRows.js';

/** Something wrong with the value of an item in a row. */
export interface ItemFault {
  readonly row: number;
  /** Place of the item; `null` for the total. */
  readonly item: number | null;
  readonly code: FaultCode;
}

/** Every figure of every row. */
export interface ScoredTable extends WeighedRows, GatedRows {
  readonly items: readonly ItemColumn[];
  /** By item, then by row. */
  readonly faults: readonly ItemFault[];
}

/**
 * Scores rows: items one after the other, then row by row their weights and gates.
 *
 * @param group who is scored together
 * @param isFaulty by row: 1 where a value could not be read; asked when all were
 */
export function scoreTable(
  card: CheckedCard,
  table: FactTable,
  group: FactTable,
  isFaulty: () => Uint8Array,
): ScoredTable {
  const faults: ItemFault[] = [];
  const items = card.items.map((item, at) =>
    scoreItem(item, table, group, card.itemScale, (row, code) => faults.push({ row, item: at, code })),
  );
  const last = card.items.map(({ id, policy }, at) =>
    policy === 'carryForward'
      ? lastUnits(table.lastScores(id), items[at]!, card.itemScale, (row, code) => faults.push({ row, item: at, code }))
      : null,
  );
  const weighed = weighRows(card, items, last, isFaulty());
  const gated = applyGates(card, items, weighed, table, (row) => {
    weighed.status[row] = ROW_STATUS.indexOf('rejected');
    weighed.covered[row] = 0;
    faults.push({ row, item: null, code: 'scorecard.tooLarge' });
  });
  return { items, faults, ...weighed, ...gated };
}
