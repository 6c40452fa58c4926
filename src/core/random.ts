import type { Path } from './errors.js';
import { fail } from './fail.js';

/** A reproducible stream of draws. */
export interface SeededRandom {
  /** Next draw, an integer from 0 to 2³² − 1. */
  uint32(): number;
  /** Fills a list with the next draws, as `uint32` would give them one by one, several times as fast. */
  uint32s(draws: Uint32Array): void;
  /** Next draw as a fraction, from 0 inclusive to 1 exclusive, in steps of 2⁻³². */
  fraction(): number;
  /** An integer from 0 to n − 1, each equally likely; takes as many draws as it needs. n from 1 to 2³². */
  below(n: number): number;
  /** A copy of the list in random order; the list stays as it is. */
  shuffle<T>(list: readonly T[]): T[];
}

/** Seeds and streams are integers below this. */
const SEEDS = 2 ** 32;

/**
 * Returns the stream of draws of a seed: the same draws on every machine. Independent units (a simulation run, a restart,
 * a bootstrap draw) take a stream each, so that the split of the units changes nothing.
 * The generator is xoshiro128** (Blackman and Vigna, 2018), its state the first outputs of splitmix32.
 *
 * @param seed integer from 0 to 2³² − 1
 * @param stream integer from 0 to 2³² − 1
 * @throws SalesModelError `seed.invalid`; from `below` `random.range`
 * @example
 * import { seededRandom } from 'salesmodel/core';
 *
 * const random = seededRandom(42);
 * [random.uint32(), random.uint32()]; // => [660444221, 3652823732]
 * seededRandom(42, 1).shuffle(['a', 'b', 'c', 'd']); // => ['c', 'b', 'd', 'a']
 */
export function seededRandom(seed: number, stream = 0): SeededRandom {
  const mix = splitmix32(checkSeed(seed, ['seed']) ^ Math.imul(checkSeed(stream, ['stream']), 0x85ebca6b));
  let [a, b, c, d] = [mix(), mix(), mix(), mix()];

  const uint32 = (): number => {
    const draw = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return draw;
  };

  const uint32s = (draws: Uint32Array): void => {
    [a, b, c, d] = fillDraws(draws, a, b, c, d);
  };

  const below = (n: number): number => {
    if (!Number.isInteger(n) || n < 1 || n > SEEDS) fail('random.range', ['n'], { max: SEEDS, value: n });
    // Draws beyond the last whole multiple of n would favour the small remainders.
    const end = SEEDS - (SEEDS % n);
    for (;;) {
      const draw = uint32();
      if (draw < end) return draw % n;
    }
  };

  const shuffle = <T>(list: readonly T[]): T[] => {
    const shuffled = [...list];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = below(last + 1);
      [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
    }
    return shuffled;
  };

  return { uint32, uint32s, fraction: () => uint32() / SEEDS, below, shuffle };
}

/** The step of the generator in a loop of its own, whose state stays in registers; returns the state after it. */
function fillDraws(
  draws: Uint32Array,
  first: number,
  second: number,
  third: number,
  fourth: number,
): [number, number, number, number] {
  let a = first | 0;
  let b = second | 0;
  let c = third | 0;
  let d = fourth | 0;
  for (let at = 0; at < draws.length; at++) {
    draws[at] = Math.imul(rotate(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
  }
  return [a, b, c, d];
}

/** Returns the seed when it is an integer from 0 to 2³² − 1. */
export function checkSeed(seed: number, path: Path): number {
  if (!Number.isInteger(seed) || seed < 0 || seed >= SEEDS) fail('seed.invalid', path, { value: seed });
  return seed;
}

function splitmix32(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let t = state ^ (state >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return t ^ (t >>> 15);
  };
}

/** A 32-bit word turned to the left. */
export function rotate(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}
