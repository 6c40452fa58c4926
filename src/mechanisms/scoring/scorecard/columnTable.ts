import type { Path } from '../../../core/errors.js';
import { fail } from '../fail.js';
import { type Cells, cellText, noCells } from './cells.js';
import type { FactTable } from './factTable.js';
import type { MetricColumn, ScoreColumns } from './scoreEntry.js';

/** Decimals that a column may have, as many as a decimal. */
const MAX_SCALE = 1000;

/**
 * The facts of columns.
 *
 * @throws SalesModelError `scorecard.column`
 */
export function columnTable({ n, ids, metrics, facts = {}, lastScores = {} }: ScoreColumns, path: Path): FactTable {
  const none = noCells(n);
  const checked = (columns: Readonly<Record<string, MetricColumn>>, field: string): ReadonlyMap<string, Cells> =>
    new Map(Object.entries(columns).map(([name, column]) => [name, checkColumn(column, n, [...path, field, name])]));
  if (ids !== undefined) checkLength(ids, n, [...path, 'ids']);
  for (const [name, values] of Object.entries(facts)) checkLength(values, n, [...path, 'facts', name]);
  const byMetric = checked(metrics, 'metrics');
  const byItem = checked(lastScores, 'lastScores');
  return {
    n,
    metric: (name) => byMetric.get(name) ?? none,
    fact(row, field) {
      const cells = byMetric.get(field);
      if (cells !== undefined) return cellText(cells, row);
      return Object.hasOwn(facts, field) ? facts[field]![row] : null;
    },
    lastScores: (item) => byItem.get(item) ?? null,
  };
}

function checkColumn(column: MetricColumn, n: number, path: Path): Cells {
  const { values, scale } = column;
  if (!(values instanceof Float64Array || values instanceof BigInt64Array)) {
    fail('scorecard.column', path, { expected: 'Float64Array or BigInt64Array' });
  }
  checkLength(values, n, path);
  if (!Number.isInteger(scale) || scale < 0 || scale > MAX_SCALE) {
    fail('scorecard.column', [...path, 'scale'], { expected: `a whole number from 0 to ${MAX_SCALE}` });
  }
  if (values instanceof Float64Array && !values.every((value) => value !== value || Number.isSafeInteger(value))) {
    fail('scorecard.column', [...path, 'values'], { expected: 'safe integers, or NaN for none' });
  }
  return column;
}

function checkLength(values: { readonly length: number }, n: number, path: Path): void {
  if (values.length !== n) fail('scorecard.column', path, { expected: `${n} rows` });
}
