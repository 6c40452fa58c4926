import { IdIndex } from './idIndex.js';

/**
 * Which rows are judged together: those of one id, and a row with the rows that take it back. What becomes of a row
 * depends on its family alone.
 */
export class RowFamilies {
  private readonly byId: IdIndex;
  private readonly byOriginal = new Map<string, number[]>();

  /**
   * @param rowOf a row by its place
   * @param expected how many rows there will be at first
   */
  constructor(
    private readonly rowOf: (place: number) => unknown,
    expected: number,
  ) {
    this.byId = new IdIndex((place) => idOf(rowOf(place)), expected);
  }

  add(place: number, row: unknown): void {
    const id = idOf(row);
    if (id !== undefined) this.byId.add(place, id);
    const original = originalOf(row);
    if (original === undefined) return;
    const others = this.byOriginal.get(original);
    if (others === undefined) this.byOriginal.set(original, [place]);
    else others.push(place);
  }

  /** Adds a row whose id stands nowhere else and that takes back none. */
  addAlone(place: number, id: string): void {
    this.byId.add(place, id);
  }

  /** Whether an id stands in some row: as its own, or as that of the row it takes back. */
  has(id: string): boolean {
    return this.byId.has(id) || (this.byOriginal.size > 0 && this.byOriginal.has(id));
  }

  delete(place: number, row: unknown): void {
    const id = idOf(row);
    if (id !== undefined) this.byId.delete(place, id);
    const original = originalOf(row);
    if (original === undefined) return;
    const left = this.byOriginal.get(original)!.filter((each) => each !== place);
    if (left.length === 0) this.byOriginal.delete(original);
    else this.byOriginal.set(original, left);
  }

  /** Rows of an id. */
  places(id: string): readonly number[] {
    return this.byId.places(id);
  }

  /** Places of rows that a row has its id from, takes back or is taken back by. */
  around(row: unknown): readonly number[] {
    const id = idOf(row);
    const original = originalOf(row);
    const own = id === undefined ? NONE : [...this.places(id), ...(this.byOriginal.get(id) ?? NONE)];
    return original === undefined ? own : [...own, ...this.places(original)];
  }

  /** The families of some rows: the places of all their members, these included. */
  closure(places: Iterable<number>): Set<number> {
    const all = new Set(places);
    // A set yields what is added to it on the way.
    for (const place of all) for (const each of this.around(this.rowOf(place))) all.add(each);
    return all;
  }
}

const NONE: readonly number[] = [];

/** The id of a row that may be wrong in any way. */
export function idOf(row: unknown): string | undefined {
  const id = (row as { readonly id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

/** The row that a row says it takes back. */
export function originalOf(row: unknown): string | undefined {
  const original = (row as { readonly reverses?: unknown } | null | undefined)?.reverses;
  return typeof original === 'string' ? original : undefined;
}
