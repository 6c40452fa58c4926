import type { DecimalColumn } from '../../core/columns.js';
import type { Path, Rejected } from '../../core/errors.js';
import { fail as failCore } from '../../core/fail.js';
import type { FixedColumn } from '../../core/fixed/column.js';
import { idOrder } from '../../core/fixed/idRanks.js';
import { checkDecimals, isWhole } from '../summary/checkColumns.js';

/** A list by column, as it can be read. */
interface Items {
  /** Of the rows that count, in the order of their ids. */
  readonly rows: Int32Array;
  /** 0 in the place of what is no number. */
  readonly columns: readonly FixedColumn[];
  /** By row. */
  readonly rejected: readonly Rejected[];
}

/**
 * Reads ids and their columns; a row with a fault is rejected with all its faults.
 *
 * @param pathOf a column
 * @throws SalesModelError `ids.duplicate`, `segmentation.columns.length`, `segmentation.columns.scale`
 */
export function readItems(
  ids: readonly string[],
  columns: readonly DecimalColumn[],
  pathOf: (column: number) => Path,
): Items {
  columns.forEach((column, at) => checkDecimals(pathOf(at), column, ids.length));
  const rejected: Rejected[] = [];
  const isFaulty = new Uint8Array(ids.length);
  const reject = (index: number, code: string, path: Path, value: unknown): void => {
    isFaulty[index] = 1;
    rejected.push({ index, code, path, params: { value } });
  };
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row] as unknown;
    if (typeof id !== 'string' || id === '') reject(row, 'segmentation.row.customerInvalid', ['ids'], id ?? null);
    columns.forEach(({ values }, at) => {
      if (!isWhole(values[row]!)) reject(row, 'segmentation.row.amountInvalid', pathOf(at), String(values[row]));
    });
  }
  const sound = columns.map(({ values, scale }): FixedColumn =>
    rejected.length === 0 || values instanceof BigInt64Array
      ? { values, scale }
      : { values: values.map((value) => (isWhole(value) ? value : 0)), scale },
  );
  const known = ids.map((id, row) => (isFaulty[row] === 1 ? '' : id));
  const rows = rowsById(known, (row) => ['columns', 'ids', row]).filter((row) => isFaulty[row] === 0);
  return { rows, columns: sound, rejected };
}

/**
 * Returns the rows in the order of their ids; the empty one may stand there often.
 *
 * @throws SalesModelError `ids.duplicate`
 */
export function rowsById(ids: readonly string[], pathOf: (row: number) => Path): Int32Array {
  const order = idOrder(ids);
  order.forEach((row, at) => {
    const id = ids[row]!;
    if (at > 0 && id !== '' && id === ids[order[at - 1]!]) failCore('ids.duplicate', pathOf(row), { id });
  });
  return order;
}
