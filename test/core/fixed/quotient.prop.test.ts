import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDecimal } from '../../../src/core/decimal.js';
import { kernelFor } from '../../../src/core/fixed/kernel.js';
import { bigQuotient, quotient } from '../../../src/core/fixed/quotient.js';
import { roundSafe } from '../../../src/core/fixed/safeQuotient.js';
import { WIDE_DIVISOR, roundProduct } from '../../../src/core/fixed/wideQuotient.js';
import { ROUNDING_MODES, roundQuotient } from '../../../src/core/rounding.js';

const mode = fc.constantFrom(...ROUNDING_MODES);
const divisor = fc.oneof(
  fc.integer({ min: 1, max: 12 }),
  fc.nat(9).map((digits) => 10 ** digits),
  fc.integer({ min: 1, max: WIDE_DIVISOR }),
  fc.constant(WIDE_DIVISOR),
);
/** Of all magnitudes alike, up to 2 to the power of `bits`. */
const integer = (bits: number): fc.Arbitrary<bigint> =>
  fc.nat(bits).chain((size) => fc.bigInt({ min: -(2n ** BigInt(size)), max: 2n ** BigInt(size) }));

/** v near a multiple of D/2, where roundings differ. */
const nearTie = (d: bigint, largest: bigint): fc.Arbitrary<bigint> =>
  fc
    .tuple(fc.bigInt({ min: -(2n * largest), max: 2n * largest }), fc.bigInt({ min: -1n, max: 1n }))
    .map(([halves, off]) => (halves * d) / 2n + off);

test('quotients of bigints are those of decimals, ties included', () => {
  fc.assert(
    fc.property(
      mode,
      fc
        .oneof(divisor.map(BigInt), fc.bigInt({ min: 1n, max: 10n ** 30n }))
        .chain((d) => fc.tuple(fc.constant(d), fc.oneof(integer(120), nearTie(d, 2n ** 50n)))),
      (how, [d, v]) => {
        const expected = roundQuotient(toDecimal(v), toDecimal(d), how);
        expect(bigQuotient(v, quotient(d, how)).toString()).toBe(expected.toFixed());
      },
    ),
    { numRuns: 2000 },
  );
});

test('quotients of safe integers are those of bigints', () => {
  fc.assert(
    fc.property(
      mode,
      divisor.chain((d) => {
        const largest = d === 1 ? 2n ** 53n - 2n ** 14n : (2n ** 50n - 2n ** 12n) * BigInt(d);
        const room = 2n ** 53n - 2n ** 14n - BigInt(d);
        const bound = largest < room ? largest : room;
        const v = fc.oneof(integer(53), fc.bigInt({ min: -bound, max: bound }), nearTie(BigInt(d), bound / BigInt(d)));
        return fc.tuple(
          fc.constant(d),
          v.filter((x) => x <= bound && -x <= bound),
        );
      }),
      (how, [d, v]) => {
        const by = quotient(BigInt(d), how);
        expect(kernelFor(Math.abs(Number(v)), Math.abs(Number(v)), d)).toBe('safe');
        expect(roundSafe(Number(v), by)).toBe(Number(bigQuotient(v, by)));
      },
    ),
    { numRuns: 4000 },
  );
});

/** A product of two integers and a divisor within 2⁵⁰ of quotient, often an exact tie. */
const product = divisor.chain((d) => {
  const limit = (2n ** 50n - 4096n) * BigInt(d);
  const factors = fc.oneof(
    fc.tuple(integer(53), integer(53)),
    fc.tuple(integer(50), fc.integer({ min: -d, max: d }).map(BigInt)),
    fc.tuple(integer(50), fc.constant(BigInt(d) / 2n)),
    fc.tuple(
      fc.bigInt({ min: 2n ** 49n, max: 2n ** 50n - 4096n }),
      fc.integer({ min: d - 2 > 0 ? d - 2 : 1, max: d }).map(BigInt),
    ),
  );
  return fc.tuple(
    fc.constant(d),
    factors.filter(([x, r]) => x * r <= limit && -x * r <= limit && x <= 2n ** 53n && r <= 2n ** 53n),
  );
});

test('rounded products beyond 2⁵³ are those of bigints', () => {
  fc.assert(
    fc.property(mode, product, (how, [d, [x, r]]) => {
      const by = quotient(BigInt(d), how);
      expect(roundProduct(Number(x), Number(r), by)).toBe(Number(bigQuotient(x * r, by)));
    }),
    { numRuns: 8000 },
  );
});
