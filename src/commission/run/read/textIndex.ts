import { textHash } from '../../../core/fixed/textHash.js';

/**
 * Numbers by text, for many more questions than entries. Texts that come from rows are others than the same texts in
 * the map and have no hash yet: a map hashes and compares them in twice the time.
 */
export class TextIndex {
  private readonly texts: string[] = [];
  private readonly numbers: number[] = [];
  /** Place of an entry, from 1 on; 0 is free. An entry stands at its hash or in the next free place after it. */
  private readonly places: Int32Array;
  private readonly shift: number;

  constructor(entries: ReadonlyMap<string, number>) {
    const width = Math.max(2, Math.ceil(Math.log2(entries.size * 4)));
    this.places = new Int32Array(2 ** width);
    this.shift = 32 - width;
    for (const [text, number] of entries) {
      let at = textHash(text) >>> this.shift;
      while (this.places[at] !== 0) at = this.after(at);
      this.places[at] = this.texts.push(text);
      this.numbers.push(number);
    }
  }

  get(text: string): number | undefined {
    for (let at = textHash(text) >>> this.shift; ; at = this.after(at)) {
      const place = this.places[at]! - 1;
      if (place < 0) return undefined;
      if (this.texts[place] === text) return this.numbers[place];
    }
  }

  private after(at: number): number {
    return (at + 1) & (this.places.length - 1);
  }
}
