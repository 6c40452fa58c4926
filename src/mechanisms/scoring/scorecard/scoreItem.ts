import type { Path } from '../../../core/errors.js';
import type { Fraction } from '../../../core/fraction.js';
import { type Cells, hasCell, integerAt } from './cells.js';
import type { FactTable } from './factTable.js';
import { type CheckedItem, unitsOf } from './readScorecard.js';
import { scoreRanks } from './scoreRanks.js';
import { constantCells, scoreShares } from './scoreShares.js';
import { emptyColumn, type Fault, ITEM_STATE, type ItemColumn, scoreValues, settle } from './scoreValues.js';
import type { CheckedFigure, Source } from './source.js';
import { minMaxOver } from './sourceOf.js';

/**
 * Scores one item in every row.
 *
 * @param group who is scored together; some normalisers look at all of them
 */
export function scoreItem(
  { metric, source, at }: CheckedItem,
  table: FactTable,
  group: FactTable,
  itemScale: number,
  fault: Fault,
): ItemColumn {
  const cells = table.metric(metric);
  const { n } = table;
  switch (source.kind) {
    case 'value':
      return scoreValues(source.shape, cells, n, itemScale, fault);
    case 'share': {
      const target = figureCells(source.target, table);
      const other = source.other && figureCells(source.other, table);
      return scoreShares(source, { actual: cells, target, other }, n, itemScale, fault);
    }
    case 'rank':
      return scoreRanks(source, cells, group.metric(metric), n, itemScale, fault);
    case 'minMax': {
      const over = withBounds(source, group.metric(metric), group.n, ['items', at, 'normaliser']);
      if (over.kind === 'value') return scoreValues(over.shape, cells, n, itemScale, fault);
      return outsideGroup(cells, n, fault);
    }
    case 'grid':
      return scoreGrid(source, cells, table.metric(source.columnMetric), n, itemScale, fault);
  }
}

function figureCells(figure: CheckedFigure, table: FactTable): Cells {
  return 'constant' in figure ? constantCells(figure.constant, table.n) : table.metric(figure.metric);
}

function withBounds(source: Extract<Source, { kind: 'minMax' }>, group: Cells, n: number, path: Path): Source {
  let least: number | bigint | null = null;
  let most: number | bigint | null = null;
  for (let row = 0; row < n; row++) {
    if (!hasCell(group, row)) continue;
    const value = group.values[row]!;
    if (least === null || value < least) least = value;
    if (most === null || value > most) most = value;
  }
  const bound = (value: number | bigint | null): Fraction | null =>
    value === null ? null : { n: BigInt(value), d: 10n ** BigInt(group.scale) };
  return minMaxOver(source, source.min ?? bound(least), source.max ?? bound(most), path);
}

/** Values of rows whose group has none. */
function outsideGroup(cells: Cells, n: number, fault: Fault): ItemColumn {
  const into = emptyColumn(n);
  for (let row = 0; row < n; row++) {
    const isThere = hasCell(cells, row);
    into.state[row] = isThere ? ITEM_STATE.fault : ITEM_STATE.missing;
    if (isThere) fault(row, 'scorecard.notInGroup');
  }
  return into;
}

/** The bands of both metrics are found as scores without decimals. */
function scoreGrid(
  { rows, columns, cells }: Extract<Source, { kind: 'grid' }>,
  first: Cells,
  second: Cells,
  n: number,
  itemScale: number,
  fault: Fault,
): ItemColumn {
  const down = scoreValues(rows, first, n, 0, fault);
  const across = scoreValues(columns, second, n, 0, fault);
  const into = emptyColumn(n);
  for (let row = 0; row < n; row++) {
    if (down.state[row] !== ITEM_STATE.ok || across.state[row] !== ITEM_STATE.ok) into.state[row] = ITEM_STATE.missing;
    else settle(into, row, cells[down.score[row]!]![across.score[row]!]!, itemScale, fault);
  }
  return into;
}

/** Last known scores of rows without one of their own, in units of the item scale, half even; NaN where there is none. */
export function lastUnits(
  cells: Cells | null,
  { state }: ItemColumn,
  itemScale: number,
  fault: Fault,
): Float64Array | null {
  if (cells === null) return null;
  return Float64Array.from(state, (found, row) => {
    if (found === ITEM_STATE.ok || !hasCell(cells, row)) return NaN;
    const units = Number(unitsOf({ n: integerAt(cells, row), d: 10n ** BigInt(cells.scale) }, itemScale));
    if (Number.isSafeInteger(units)) return units;
    state[row] = ITEM_STATE.fault;
    fault(row, 'scorecard.tooLarge');
    return NaN;
  });
}
