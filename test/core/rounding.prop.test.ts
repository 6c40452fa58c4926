import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDecimal } from '../../src/core/decimal.js';
import { round, type RoundingMode } from '../../src/core/index.js';
import { ROUNDING_MODES, roundQuotient } from '../../src/core/rounding.js';
import { canonical, decimalText, fromScaled, toScaled } from './decimalText.arb.js';

const PLACES = 90;
const number = fc.oneof(decimalText({ digits: 12 }), decimalText({ digits: 90 }));
const increment = fc.oneof(
  fc.constantFrom('0.01', '1', '0.05', '0.25', '5', '1000', '0.001', '3', '12', '0.1', '10', '0.0000001', '0.00000001'),
  decimalText({ digits: 70, min: 1 }),
);
/** Numbers half way between two multiples come up by chance only, so they are made. */
const pair = fc.oneof(
  fc.record({ x: number, step: increment }),
  fc
    .record({
      half: fc.bigInt({ min: -200n, max: 200n }),
      step: increment.map((step) => fromScaled(toScaled(step, 70), 70)),
    })
    .map(({ half, step }) => ({ x: fromScaled(5n * half * toScaled(step, 70), 71), step: canonical(step) })),
);
const mode = fc.constantFrom(...ROUNDING_MODES);
const MIRROR: Record<RoundingMode, RoundingMode> = {
  halfEven: 'halfEven',
  halfUp: 'halfUp',
  halfDown: 'halfDown',
  up: 'up',
  down: 'down',
  ceiling: 'floor',
  floor: 'ceiling',
};

/** The multiple of `step` next to `x`, chosen by comparing distances of whole numbers. */
function reference(x: bigint, step: bigint, mode: RoundingMode): bigint {
  const below = x - (((x % step) + step) % step);
  if (below === x) return x;
  const above = below + step;
  const outer = x > 0n ? above : below;
  const inner = x > 0n ? below : above;
  const nearer = x - below < above - x ? below : above;
  const isTie = x - below === above - x;
  const even = (below / step) % 2n === 0n ? below : above;
  return {
    floor: below,
    ceiling: above,
    up: outer,
    down: inner,
    halfUp: isTie ? outer : nearer,
    halfDown: isTie ? inner : nearer,
    halfEven: isTie ? even : nearer,
  }[mode];
}

describe('round', () => {
  test('takes the multiple that the mode names', () => {
    fc.assert(
      fc.property(pair, mode, ({ x, step }, mode) => {
        const result = round(x, { increment: step, mode });
        expect(toScaled(result, PLACES)).toBe(reference(toScaled(x, PLACES), toScaled(step, PLACES), mode));
        expect(result.split('.')[1]?.length ?? 0).toBe(canonical(step).split('.')[1]?.length ?? 0);
      }),
      { numRuns: 3000 },
    );
  });

  test('is idempotent', () => {
    fc.assert(
      fc.property(pair, mode, mode, ({ x, step }, first, second) => {
        const once = round(x, { increment: step, mode: first });
        expect(round(once, { increment: step, mode: second })).toBe(once);
      }),
    );
  });

  test('mirrors: the symmetric modes to themselves, ceiling to floor', () => {
    fc.assert(
      fc.property(pair, mode, ({ x, step }, mode) => {
        const mirrored = round(toDecimal(x).neg(), { increment: step, mode: MIRROR[mode] });
        expect(toScaled(mirrored, PLACES)).toBe(-toScaled(round(x, { increment: step, mode }), PLACES));
      }),
    );
  });
});

test('a quotient is rounded once, whatever its digits', () => {
  fc.assert(
    fc.property(number, decimalText({ digits: 70 }), mode, (n, d, mode) => {
      fc.pre(/[1-9]/.test(d));
      const [p, q] = [toScaled(n, PLACES), toScaled(d, PLACES)];
      const sign = q < 0n ? -1n : 1n;
      const expected = reference(sign * p, sign * q, mode) / (sign * q);
      expect(roundQuotient(toDecimal(n), toDecimal(d), mode).toFixed()).toBe(String(expected));
    }),
    { numRuns: 1000 },
  );
});
