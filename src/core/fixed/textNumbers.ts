import { textHash } from './textHash.js';

/**
 * Numbers texts from 0 on, in the order in which they first come, for many more questions than texts. Texts that come from
 * rows mostly are copies without a hash yet: a map hashes and compares them in twice the time.
 */
export class TextNumbers {
  readonly #texts: string[] = [];
  /** Number of the text at a place, and one; 0 is free. A text stands at its hash or in the next free place after it. */
  #places = new Int32Array(1 << FIRST_WIDTH);
  #shift = 32 - FIRST_WIDTH;

  /** By number. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  /**
   * The number of a text, the next one where it has none yet.
   *
   * @param hash its `textHash`, which callers may know already
   */
  numberOf(text: string, hash = textHash(text)): number {
    const texts = this.#texts;
    const places = this.#places;
    const last = places.length - 1;
    let at = hash >>> this.#shift;
    for (let place = places[at]!; place !== 0; place = places[at]!) {
      if (texts[place - 1] === text) return place - 1;
      at = (at + 1) & last;
    }
    places[at] = texts.push(text);
    if (texts.length * 4 > places.length) this.#grow();
    return texts.length - 1;
  }

  /** Reads where texts of some hashes would stand, all side by side, and returns a number that says nothing. */
  lookAhead(hashes: Int32Array): number {
    const places = this.#places;
    const shift = this.#shift;
    let sum = 0;
    for (let at = 0; at < hashes.length; at++) sum += places[hashes[at]! >>> shift]!;
    return sum;
  }

  /** Makes four times the room. */
  #grow(): void {
    const places = new Int32Array(this.#places.length * 4);
    this.#shift -= 2;
    for (const [number, text] of this.#texts.entries()) {
      let at = textHash(text) >>> this.#shift;
      while (places[at] !== 0) at = (at + 1) & (places.length - 1);
      places[at] = number + 1;
    }
    this.#places = places;
  }
}

/** Bits of the number of places at first. */
const FIRST_WIDTH = 6;
