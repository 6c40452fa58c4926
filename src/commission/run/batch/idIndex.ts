import { textHash } from '../../../core/fixed/textHash.js';

/** The share of cells in use above which a search takes too many steps. */
const FULLEST = 0.7;
const FREE = 0;
const LEFT = -1;

/**
 * Places of rows by id, of which there may be many. A cell has the hash of an id and a place side by side: to find that an id
 * stands nowhere mostly takes one look at memory, where a map of texts takes ten.
 */
export class IdIndex {
  /** By cell: the hash, then the place from 1 on, `FREE` or `LEFT`. */
  private cells: Int32Array;
  private shift: number;
  /** Cells that are not free. */
  private used = 0;

  /**
   * @param idAt the id of a place that was added
   * @param expected how many ids there will be at first
   */
  constructor(
    private readonly idAt: (place: number) => string | undefined,
    expected: number,
  ) {
    const width = Math.max(4, Math.ceil(Math.log2(Math.max(1, expected) / FULLEST)));
    this.cells = new Int32Array(2 ** (width + 1));
    this.shift = 32 - width;
  }

  add(place: number, id: string): void {
    if (this.used + 1 > FULLEST * (this.cells.length >>> 1)) this.grow();
    this.enter(textHash(id), place + 1);
  }

  delete(place: number, id: string): void {
    const at = this.find(id, (known) => known === place);
    if (at >= 0) this.cells[at + 1] = LEFT;
  }

  has(id: string): boolean {
    return this.find(id, () => true) >= 0;
  }

  /** Places of an id. */
  places(id: string): readonly number[] {
    let places: number[] | null = null;
    this.find(id, (place) => {
      (places ??= []).push(place);
      return false;
    });
    return places ?? NONE;
  }

  /** The first cell with a place of an id that is asked for, −1 for none. */
  private find(id: string, isAsked: (place: number) => boolean): number {
    const { cells } = this;
    const hash = textHash(id);
    let at = (hash >>> this.shift) << 1;
    for (let entry = cells[at + 1]!; entry !== FREE; entry = cells[at + 1]!) {
      if (entry > 0 && cells[at] === hash && this.idAt(entry - 1) === id && isAsked(entry - 1)) return at;
      at = (at + 2) & (cells.length - 1);
    }
    return -1;
  }

  private enter(hash: number, entry: number): void {
    const { cells } = this;
    let at = (hash >>> this.shift) << 1;
    while (cells[at + 1] !== FREE) at = (at + 2) & (cells.length - 1);
    cells[at] = hash;
    cells[at + 1] = entry;
    this.used += 1;
  }

  private grow(): void {
    const { cells } = this;
    this.cells = new Int32Array(cells.length * 2);
    this.shift -= 1;
    this.used = 0;
    for (let at = 0; at < cells.length; at += 2) if (cells[at + 1]! > 0) this.enter(cells[at]!, cells[at + 1]!);
  }
}

const NONE: readonly number[] = [];
