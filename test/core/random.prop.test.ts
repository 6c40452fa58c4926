import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hash32, seededOrder, seededRandom } from '../../src/core/index.js';

const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('seededRandom', () => {
  test('a stream does not depend on which others are drawn, nor on their split', () => {
    fc.assert(
      fc.property(seed, fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 20 }), (seed, counts) => {
        const alone = counts.map((count, stream) => {
          const random = seededRandom(seed, stream);
          return Array.from({ length: count }, () => random.uint32());
        });
        const streams = counts.map((_, stream) => seededRandom(seed, stream));
        const together = counts.map((): number[] => []);
        for (let round = 0; round < 50; round++) {
          counts.forEach((count, stream) => {
            if (round < count) together[stream]?.push(streams[stream]?.uint32() ?? -1);
          });
        }
        expect(together).toEqual(alone);
      }),
    );
  });

  test('a list filled with draws has those that come one by one', () => {
    fc.assert(
      fc.property(seed, fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 6 }), (seed, counts) => {
        const [alone, filled] = [seededRandom(seed, 3), seededRandom(seed, 3)];
        for (const count of counts) {
          const draws = new Uint32Array(count);
          filled.uint32s(draws);
          expect([...draws, filled.uint32()]).toEqual(Array.from({ length: count + 1 }, () => alone.uint32()));
        }
      }),
    );
  });

  test('below stays below and reaches every number', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 6 }), (seed, n) => {
        const random = seededRandom(seed);
        const seen = new Set(Array.from({ length: 300 }, () => random.below(n)));
        expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, value) => value));
      }),
    );
  });

  test('a shuffle keeps the members, and every place is as likely', () => {
    const counts = Array.from({ length: 4 }, () => [0, 0, 0, 0]);
    for (let stream = 0; stream < 8000; stream++) {
      const shuffled = seededRandom(11, stream).shuffle([0, 1, 2, 3]);
      expect([...shuffled].sort((a, b) => a - b)).toEqual([0, 1, 2, 3]);
      shuffled.forEach((value, place) => (counts[value]![place]! += 1));
    }
    // 2,000 expected, standard deviation 39; the seed is fixed.
    for (const count of counts.flat()) expect(Math.abs(count - 2000)).toBeLessThan(160);
  });
});

test('a text hashes as the UTF-8 that the host encodes', () => {
  const text = fc.string({
    unit: fc.oneof(fc.constantFrom('\ud800', '\udfff', 'é', '渠', '😀', '\u07ff', '\u0800'), fc.string()),
  });
  fc.assert(
    fc.property(text, seed, (text, seed) => {
      expect(hash32(text, seed)).toBe(referenceHash(new TextEncoder().encode(text), seed));
    }),
    { numRuns: 500 },
  );
});

/** MurmurHash3 in whole numbers of any size. */
function referenceHash(bytes: Uint8Array, seed: number): number {
  const mask = 0xffffffffn;
  const turn = (x: bigint, by: bigint): bigint => ((x << by) | (x >> (32n - by))) & mask;
  const mix = (word: bigint): bigint => (turn((word * 0xcc9e2d51n) & mask, 15n) * 0x1b873593n) & mask;
  const word = (from: number, to: number): bigint =>
    [...bytes.slice(from, to)].reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let hash = BigInt(seed);
  const whole = bytes.length - (bytes.length % 4);
  for (let at = 0; at < whole; at += 4) hash = (turn(hash ^ mix(word(at, at + 4)), 13n) * 5n + 0xe6546b64n) & mask;
  hash ^= mix(word(whole, bytes.length)) ^ BigInt(bytes.length);
  hash = ((hash ^ (hash >> 16n)) * 0x85ebca6bn) & mask;
  hash = ((hash ^ (hash >> 13n)) * 0xc2b2ae35n) & mask;
  return Number(hash ^ (hash >> 16n));
}

describe('seededOrder', () => {
  const ids = fc.uniqueArray(fc.string(), { maxLength: 40 });

  test('the order of the input changes nothing', () => {
    fc.assert(
      fc.property(ids, seed, (ids, seed) => {
        const order = seededOrder(ids, seed);
        expect(seededOrder([...ids].reverse(), seed)).toEqual(order);
        expect([...order].sort()).toEqual([...ids].sort());
      }),
    );
  });

  test('samples of partitions merge to the sample of the whole', () => {
    fc.assert(
      fc.property(ids, seed, fc.nat({ max: 10 }), (ids, seed, size) => {
        const parts = [ids.filter((id) => id.length % 2 === 0), ids.filter((id) => id.length % 2 === 1)];
        const drawn = parts.flatMap((part) => seededOrder(part, seed).slice(0, size));
        expect(seededOrder(drawn, seed).slice(0, size)).toEqual(seededOrder(ids, seed).slice(0, size));
      }),
    );
  });

  test('ids go by hash, second hash and text', () => {
    fc.assert(
      fc.property(ids, seed, (ids, seed) => {
        const key = (id: string): [number, number] => [hash32(id, seed), hash32(id, (seed ^ 0x9e3779b9) >>> 0)];
        const order = seededOrder(ids, seed);
        order.slice(1).forEach((id, index) => {
          const [before, after] = [key(order[index] ?? ''), key(id)];
          expect(before[0] < after[0] || (before[0] === after[0] && before[1] <= after[1])).toBe(true);
        });
      }),
    );
  });
});
