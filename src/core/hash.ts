import { checkSeed, rotate } from './random.js';

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
  checkSeed(seed, ['seed']);
  // The bytes of a text of ASCII are its code units, which need no list.
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue;
    const bytes = bytesOf(text);
    return hashOf(bytes.length, (place) => bytes[place]!, seed);
  }
  return hashOf(text.length, (at) => text.charCodeAt(at), seed);
}

function hashOf(length: number, byteAt: (at: number) => number, seed: number): number {
  let hash = seed;
  const whole = length - (length % 4);
  for (let at = 0; at < whole; at += 4) {
    const word = byteAt(at) | (byteAt(at + 1) << 8) | (byteAt(at + 2) << 16) | (byteAt(at + 3) << 24);
    hash = Math.imul(rotate(hash ^ scramble(word), 13), 5) + 0xe6546b64;
  }
  let tail = 0;
  for (let at = length - 1; at >= whole; at--) tail = (tail << 8) | byteAt(at);
  hash ^= scramble(tail) ^ length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** UTF-8; half a surrogate pair, which has none, becomes U+FFFD as in every encoder of the web. */
function bytesOf(text: string): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    let code = text.codePointAt(at)!;
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) code = 0xfffd;
    if (code < 0x800) {
      bytes.push(0xc0 | (code >> 6));
    } else {
      if (code < 0x10000) {
        bytes.push(0xe0 | (code >> 12));
      } else {
        bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 0x3f));
        at++;
      }
      bytes.push(0x80 | ((code >> 6) & 0x3f));
    }
    bytes.push(0x80 | (code & 0x3f));
  }
  return bytes;
}

/** The mixing of one word; 0 stays 0, so an empty tail changes nothing. */
function scramble(word: number): number {
  return Math.imul(rotate(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
}
