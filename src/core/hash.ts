import { checkSeed, rotate } from './random.js';

const UTF8 = /* @__PURE__ */ new TextEncoder();

/**
 * Returns the MurmurHash3 (x86, 32 bit; Appleby, 2011) of the UTF-8 bytes of a text, an integer from 0 to 2³² − 1.
 *
 * @param text any text
 * @param seed integer from 0 to 2³² − 1
 * @throws SalesModelError `seed.invalid`
 * @example
 * import { hash32 } from 'salesmodel/core';
 *
 * hash32('hello', 0); // => 613153351
 */
export function hash32(text: string, seed: number): number {
  let hash = checkSeed(seed, ['seed']);
  const bytes = bytesOf(text);
  const whole = bytes.length - (bytes.length % 4);
  for (let at = 0; at < whole; at += 4) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    hash = Math.imul(rotate(hash ^ scramble(word), 13), 5) + 0xe6546b64;
  }
  let tail = 0;
  for (let at = bytes.length - 1; at >= whole; at--) tail = (tail << 8) | bytes[at]!;
  hash ^= scramble(tail) ^ bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Keys are mostly ASCII, whose bytes are its char codes: much faster than an encoder that crosses into the engine. */
function bytesOf(text: string): ArrayLike<number> {
  const bytes = new Array<number>(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return UTF8.encode(text);
    bytes[at] = code;
  }
  return bytes;
}

/** The mixing of one word; 0 stays 0, so an empty tail changes nothing. */
function scramble(word: number): number {
  return Math.imul(rotate(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
}
