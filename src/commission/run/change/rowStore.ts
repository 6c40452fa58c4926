import type { Transaction } from '../../schema.js';
import { RowFamilies } from '../batch/rowFamilies.js';

const GONE = Symbol('no row any more');

/** The rows of a run under changes. A row keeps its place; that of one taken away stays empty. */
export class RowStore {
  private readonly rows: (Transaction | typeof GONE)[];
  readonly families: RowFamilies;
  /** Places of rows taken away, ascending. */
  private gone: number[] = [];

  constructor(rows: readonly Transaction[]) {
    this.rows = [...rows];
    this.families = new RowFamilies((place) => this.rows[place], rows.length);
    rows.forEach((row, place) => this.families.add(place, row));
  }

  get end(): number {
    return this.rows.length;
  }

  /** The row of a place that is not empty. */
  at(place: number): Transaction {
    return this.rows[place] as Transaction;
  }

  has(place: number): boolean {
    return this.rows[place] !== GONE;
  }

  set(place: number, row: Transaction): void {
    this.rows[place] = row;
    this.families.add(place, row);
  }

  /** Adds a row behind the others that is in no family. */
  push(id: string, row: Transaction): void {
    this.families.addAlone(this.rows.length, id);
    this.rows.push(row);
  }

  /** Takes a row out of its family; its place is filled again or left empty. */
  clear(place: number): void {
    this.families.delete(place, this.at(place));
  }

  /** Leaves the place of a cleared row empty. */
  leave(place: number): void {
    this.rows[place] = GONE;
    this.gone = [...this.gone, place].sort((a, b) => a - b);
  }

  /** Position of a row among those that are left. */
  index(place: number): number {
    let low = 0;
    let high = this.gone.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.gone[middle]! < place) low = middle + 1;
      else high = middle;
    }
    return place - low;
  }

  /** The rows that are left. */
  list(): Transaction[] {
    return this.rows.filter((row): row is Transaction => row !== GONE);
  }
}
