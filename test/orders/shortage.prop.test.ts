import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ratio, compareRatios, type Ratio } from '../../src/core/index.js';
import { allocateShortage, gamingGain, type ShortageInput, type ShortageRule } from '../../src/orders/index.js';
import { claimsOf, sumOf } from '../../src/orders/shortage/claims.js';
import { exactShares } from '../../src/orders/shortage/exactShares.js';
import { readClaims } from '../../src/orders/shortage/readClaims.js';
import { safeShares } from '../../src/orders/shortage/safeShares.js';
import { solveShares } from '../../src/orders/shortage/solveShares.js';

const RULES = ['uniform', 'proportional', 'equalLoss', 'talmud', 'priorSales', 'plan', 'equalCover'] as const;
const small = fc.integer({ min: 0, max: 40 });
const request = fc.record({
  order: small,
  plan: small,
  prior: small,
  stock: small,
  rate: fc.integer({ min: 0, max: 6 }),
  priority: fc.integer({ min: 1, max: 3 }),
});
const world = fc.record({
  available: fc.integer({ min: 0, max: 120 }),
  requests: fc
    .array(request, { minLength: 1, maxLength: 6 })
    .map((list) => list.map((each, at) => ({ partner: `p${at}`, ...each }))),
  increment: fc.constantFrom('1', '0.5', '3', '0.01'),
});
const anyRule = fc.constantFrom<ShortageRule>(...RULES, 'priority');

function sharesOf(
  input: ShortageInput,
): { readonly partner: string; readonly share: number; readonly order: number }[] {
  const result = allocateShortage(input);
  if (!result.ok) throw new Error('infeasible');
  return result.shares.map(({ partner, share, order }) => ({ partner, share: Number(share), order: Number(order) }));
}

/** The exact shares in increments as ratios. */
function exact(input: ShortageInput, available = readClaims(input).available): Ratio[] {
  const { numerators, denominator } = solveShares(readClaims(input), available);
  return numerators.map((n) => ratio(n, denominator));
}

const ordered = (input: ShortageInput): bigint => sumOf(readClaims(input).orders);

test('shares and what is not allocated make the supply, and nobody gets more than ordered', () => {
  fc.assert(
    fc.property(world, anyRule, (input, rule) => {
      const result = allocateShortage({ ...input, rule });
      if (!result.ok) throw new Error('infeasible');
      const units = (text: string): number => Math.round(Number(text) * 100);
      const sum = result.shares.reduce((total, { share }) => total + units(share), 0);
      expect(sum + units(result.unallocated)).toBe(input.available * 100);
      const { available } = readClaims({ ...input, rule });
      const cut = ordered({ ...input, rule });
      const step = units(input.increment);
      expect(sum).toBe(Number(available < cut ? available : cut) * step);
      for (const { share, order } of result.shares) {
        expect(units(share)).toBeGreaterThanOrEqual(0);
        expect(units(share)).toBeLessThanOrEqual(units(order));
        expect(units(share) % step).toBe(0);
      }
    }),
  );
});

test('the order of requests changes no byte', () => {
  fc.assert(
    fc.property(world, anyRule, (input, rule) => {
      const turned = { ...input, rule, requests: input.requests.toReversed() };
      expect(allocateShortage(turned)).toEqual(allocateShortage({ ...input, rule }));
    }),
  );
});

test('a share without rounding does not fall when the supply grows', () => {
  fc.assert(
    fc.property(world, fc.constantFrom(...RULES), (input, rule) => {
      const all = { ...input, rule };
      const most = ordered(all);
      fc.pre(most > 0n);
      const at = BigInt(input.available) % most;
      const [less, more] = [exact(all, at), exact(all, at + 1n)];
      less.forEach((share, index) => expect(compareRatios(share, more[index]!)).toBeLessThanOrEqual(0));
    }),
  );
});

test('equal requests differ by one increment at most', () => {
  fc.assert(
    fc.property(world, request, anyRule, (input, twin, rule) => {
      const requests = [...input.requests, { partner: 'x', ...twin }, { partner: 'y', ...twin }];
      const shares = sharesOf({ ...input, rule, requests });
      const [x, y] = shares.slice(-2).map(({ share }) => share);
      expect(Math.abs(x! - y!)).toBeLessThanOrEqual(Number(input.increment) + 1e-9);
    }),
  );
});

test('the contested garment shares losses as it shares gains', () => {
  fc.assert(
    fc.property(world, (input) => {
      const all = { ...input, rule: 'talmud' as const, increment: '1' };
      const most = ordered(all);
      const at = BigInt(input.available) < most ? BigInt(input.available) : most;
      const [gains, losses] = [exact(all, at), exact(all, most - at)];
      claimsOf(readClaims(all)).forEach(({ order }, index) => {
        const { numerator, denominator } = losses[index]!;
        const rest = ratio(order * BigInt(denominator) - BigInt(numerator), denominator);
        expect(compareRatios(gains[index]!, rest)).toBe(0);
      });
    }),
  );
});

test('with exact shares nobody gains what it can use by ordering more', () => {
  fc.assert(
    fc.property(
      world,
      fc.constantFrom('uniform', 'plan', 'priorSales', 'equalCover'),
      fc.nat({ max: 5 }),
      fc.integer({ min: 1, max: 60 }),
      (input, rule, who, extra) => {
        const all = { ...input, rule, increment: '1' } as const;
        const at = who % input.requests.length;
        const need = input.requests[at]!.order;
        const requests = input.requests.map((each, index) => (index === at ? { ...each, order: need + extra } : each));
        const lie = { ...all, requests };
        const limited = (input: ShortageInput): Ratio => {
          const [available, most] = [readClaims(input).available, ordered(input)];
          return exact(input, available < most ? available : most)[at]!;
        };
        const [truth, got] = [limited(all), limited(lie)];
        const useful = compareRatios(got, ratio(need, 1)) < 0 ? got : ratio(need, 1);
        expect(compareRatios(useful, truth)).toBeLessThanOrEqual(0);
      },
    ),
  );
});

test('a guarantee is kept, up to the order', () => {
  fc.assert(
    fc.property(
      world,
      anyRule,
      fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 6, maxLength: 6 }),
      (input, rule, minima) => {
        const requests = input.requests.map((each, at) => ({ ...each, minimum: minima[at]! }));
        const result = allocateShortage({ ...input, rule, requests, increment: '1' });
        const asked = requests.reduce((sum, { order, minimum }) => sum + Math.min(order, minimum), 0);
        expect(result.ok).toBe(asked <= input.available);
        if (!result.ok) return;
        result.shares.forEach(({ share }, at) => {
          expect(Number(share)).toBeGreaterThanOrEqual(Math.min(requests[at]!.minimum, requests[at]!.order));
        });
      },
    ),
  );
});

test('the gain of gaming is what the two allocations say', () => {
  fc.assert(
    fc.property(world, fc.constantFrom(...RULES), (input, rule) => {
      const all = { ...input, rule, increment: '1' };
      const { truthful, inflated, gain } = gamingGain(all, 'p0', 3);
      expect(Number(truthful)).toBe(sharesOf(all)[0]!.share);
      expect(Number(inflated)).toBeLessThanOrEqual(input.requests[0]!.order);
      expect(Number(gain)).toBe(Number(inflated) - Number(truthful));
    }),
  );
});

test('in doubles and in integers of any size, rules by weight give the same bytes', () => {
  const figure = fc.oneof(small, fc.integer({ min: 0, max: 4_000_000 }));
  const claim = fc.record({ order: figure, minimum: figure, plan: figure, prior: small });
  fc.assert(
    fc.property(
      fc.array(claim, { minLength: 1, maxLength: 12 }),
      fc.constantFrom('uniform', 'proportional', 'plan', 'priorSales'),
      fc.constantFrom('1', '0.5', '3', '0.0001'),
      fc.boolean(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (list, rule, increment, hasMinima, fill) => {
        const requests = list.map(({ minimum, ...each }, at) => ({
          partner: `p${at}`,
          ...each,
          ...(hasMinima ? { minimum: Math.min(minimum, each.order) / 7 } : {}),
        }));
        const claims = readClaims({ available: '0', requests, rule, increment });
        const [least, most] = [sumOf(claims.minima ?? []), sumOf(claims.orders)];
        const total = least + BigInt(Math.floor(Number(most - least) * fill));
        fc.pre(total < most);
        const safe = safeShares(claims, total);
        const weights = claims.weights === null ? [1] : Array.from(claims.weights as ArrayLike<number>);
        const fits = Number(total) * Math.max(...weights) <= 2 ** 52;
        if (total > 0n && !hasMinima && fits && weights.every((weight) => weight > 0)) expect(safe).not.toBeNull();
        if (safe === null) return;
        const exact = exactShares(claims, total);
        expect({ ...safe, units: Array.from(safe.units as ArrayLike<number>, (units) => BigInt(units)) }).toEqual(
          exact,
        );
      },
    ),
  );
});
