import type { ColumnTable, PartTable } from './columnTable.js';
import type { RowFault } from './rowFault.js';

/** Rows of which a cell or a part is wrong, in row order. */
export function faultyRows({ rows, parts }: ColumnTable, n: number): number[] {
  const faulty = new Set<number>();
  for (const { fault, sound = false } of rows) {
    if (sound) continue;
    for (let row = 0; row < n; row++) if (fault(row) !== null) faulty.add(row);
  }
  for (const { offset, columns } of parts) {
    for (const { fault, sound = false } of columns) {
      if (sound) continue;
      let row = 0;
      for (let part = 0; part < offset[n]!; part++) {
        while (offset[row + 1]! <= part) row++;
        if (fault(part) !== null) faulty.add(row);
      }
    }
  }
  return [...faulty].sort((a, b) => a - b);
}

/** Every fault of a row. */
export function columnFaults({ rows, parts }: ColumnTable, row: number): RowFault[] {
  const faults: RowFault[] = [];
  for (const { path, fault } of rows) {
    const found = fault(row);
    if (found !== null) faults.push({ ...found, path: [...path, ...found.path] });
  }
  for (const { offset, columns } of parts) {
    for (let part = offset[row]!; part < offset[row + 1]!; part++) {
      for (const { path, fault } of columns) {
        const found = fault(part);
        // The part is told by its place among those of the row.
        const [name, field] = path as readonly [string, string];
        if (found !== null) faults.push({ ...found, path: [name, part - offset[row]!, field, ...found.path] });
      }
    }
  }
  return faults;
}

/** Whether two rows say the same in every column. */
export function sameCells({ rows, parts }: ColumnTable, a: number, b: number): boolean {
  return rows.every(({ same }) => same(a, b)) && parts.every((table) => sameParts(table, a, b));
}

function sameParts({ offset, columns }: PartTable, a: number, b: number): boolean {
  const count = offset[a + 1]! - offset[a]!;
  if (offset[b + 1]! - offset[b]! !== count) return false;
  for (let part = 0; part < count; part++) {
    if (!columns.every(({ same }) => same(offset[a]! + part, offset[b]! + part))) return false;
  }
  return true;
}
