import { describe, expect, test } from 'vitest';
import { hash32, seededRandom } from '../../src/core/index.js';
import cases from '../cases/core/random.json' with { type: 'json' };
import { runCoreCases } from './cases.js';
import { thrown } from './thrown.js';

runCoreCases(cases);

describe('seededRandom', () => {
  test.each([
    [42, 0, [0x275d943d, 0xd9b9aab4, 0x04a1304e, 0x36411021]],
    [42, 1, [0xca54d478, 0x9104d7ce, 0xca8738ed, 0x327a7d09]],
    [0, 0, [0x6ab03720, 0x02ae349e, 0x96495024, 0xe5671339]],
  ])('seed %i, stream %i', (seed, stream, draws) => {
    const random = seededRandom(seed, stream);
    expect(draws.map(() => random.uint32())).toEqual(draws);
  });

  test('a fraction is a draw over 2³²', () => {
    expect(seededRandom(42).fraction()).toBe(0x275d943d / 2 ** 32);
    expect(seededRandom(42, 1).fraction()).toBe(0xca54d478 / 2 ** 32);
  });

  test('below rejects the draws that would favour small remainders', () => {
    // 2³² mod 3·2³⁰ = 2³⁰: draws from 3·2³⁰ on are passed over.
    const draws = seededRandom(42);
    const kept = Array.from({ length: 12 }, () => draws.uint32()).filter((draw) => draw < 3 * 2 ** 30);
    expect(kept.length).toBeLessThan(12);
    const random = seededRandom(42);
    expect(kept.map(() => random.below(3 * 2 ** 30))).toEqual(kept);
    expect(seededRandom(42).below(2 ** 32)).toBe(0x275d943d);
    expect(seededRandom(42).below(1)).toBe(0);
  });

  test.each([0, -1, 1.5, NaN, 2 ** 32 + 1, '3' as never])('below %s is refused', (n) => {
    expect(thrown(() => seededRandom(1).below(n))).toMatchObject({ code: 'random.range', path: ['n'] });
  });

  test('a shuffle leaves its list as it was and goes by the draws', () => {
    const list = ['a', 'b', 'c', 'd'];
    expect(seededRandom(42, 1).shuffle(list)).toEqual(['c', 'b', 'd', 'a']);
    expect(list).toEqual(['a', 'b', 'c', 'd']);
    expect(seededRandom(1).shuffle([])).toEqual([]);
  });

  test.each([-1, 0.5, 2 ** 32, NaN, Infinity, '1' as never, null as never])('seed %s is refused', (seed) => {
    expect(thrown(() => seededRandom(seed))).toMatchObject({ code: 'seed.invalid', path: ['seed'] });
    expect(thrown(() => seededRandom(1, seed))).toMatchObject({ code: 'seed.invalid', path: ['stream'] });
  });
});

test('a text that is no UTF-8 hashes as its replacement', () => {
  expect(hash32('a\ud800b', 3)).toBe(hash32('a\ufffdb', 3));
});
