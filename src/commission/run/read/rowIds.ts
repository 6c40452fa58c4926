import { firstRows, repeatedRows } from './repeatedRows.js';
import { textHash } from '../../../core/fixed/textHash.js';

/**
 * The ids of rows as they are read. While they ascend, one compare a row proves them distinct, and rows are found by
 * halving; from the first that does not ascend on, ids are hashed.
 */
export class RowIds {
  private last = '';
  private hashes: Int32Array | null = null;

  constructor(
    private readonly n: number,
    /** The id of a row, `undefined` for a row without one. */
    private readonly of: (row: number) => string | undefined,
  ) {}

  get ascending(): boolean {
    return this.hashes === null;
  }

  /** Takes the id of the next row, `undefined` for a row without one. */
  add(row: number, id: string | undefined): void {
    if (this.hashes !== null) {
      if (id !== undefined) this.hashes[row] = textHash(id);
    } else if (id !== undefined && id > this.last) {
      this.last = id;
    } else {
      this.hash(row);
    }
  }

  /** The rows of every id that stands more than once, in row order. */
  repeated(): readonly (readonly number[])[] {
    return this.hashes === null ? [] : repeatedRows(this.hashes, this.of);
  }

  /** The first row of each of these ids that has one. */
  find(ids: ReadonlySet<string>): ReadonlyMap<string, number> {
    if (this.hashes !== null) return firstRows(ids, textHash, this.hashes, this.of);
    const found = new Map<string, number>();
    for (const id of ids) {
      const row = this.halve(id);
      if (this.of(row) === id) found.set(id, row);
    }
    return found;
  }

  private hash(end: number): void {
    this.hashes = new Int32Array(this.n);
    for (let row = 0; row <= end; row++) {
      const id = this.of(row);
      if (id !== undefined) this.hashes[row] = textHash(id);
    }
  }

  /** The first row whose id is not less, the number of rows where all are. */
  private halve(id: string): number {
    let low = 0;
    let high = this.n;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.of(middle)! < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
