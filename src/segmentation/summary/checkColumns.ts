import type { DecimalColumn } from '../../core/columns.js';
import type { Path } from '../../core/errors.js';
import { fail } from '../fail.js';

/** @throws SalesModelError `segmentation.columns.length` */
export function checkLength(path: Path, values: ArrayLike<unknown>, n: number): void {
  if (values.length !== n) {
    fail('segmentation.columns.length', ['columns', ...path], { expected: n, length: values.length });
  }
}

/** @throws SalesModelError `segmentation.columns.length`, `segmentation.columns.scale` */
export function checkDecimals(path: Path, { values, scale }: DecimalColumn, n: number): void {
  checkLength([...path, 'values'], values, n);
  if (!Number.isInteger(scale) || scale < 0 || scale > 1000) {
    fail('segmentation.columns.scale', ['columns', ...path, 'scale'], { value: scale });
  }
}

/** Whether a cell of a column of decimals is one. */
export function isWhole(value: number | bigint): boolean {
  return typeof value === 'bigint' || Number.isSafeInteger(value);
}
