import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minus, plus, times, toDecimal, toText, type Decimal } from '../../src/core/decimal.js';
import { applyTiers, applyTiersFrom } from '../../src/core/applyTiers.js';
import { invertTiers } from '../../src/core/invertTiers.js';
import { lintTiers } from '../../src/core/lintTiers.js';
import { distanceToNext, tierAt } from '../../src/core/tierAt.js';
import { compileTiers, pieceAt, scaleBounds, totalAt } from '../../src/core/tierPieces.js';
import type { Tiers } from '../../src/core/tiers.js';
import { withoutCliffs } from '../../src/core/withoutCliffs.js';
import { smallDecimal, tiersArb } from './tiers.arb.js';

const D = toDecimal;
const total = (tiers: Tiers, x: string): Decimal => D(applyTiers(tiers, x).total);
const sum = (texts: readonly string[]): string => toText(texts.reduce((all, text) => plus(all, D(text)), D(0)));
const quantity = smallDecimal(-60, 60);
const runs = { numRuns: 250 };

describe('slices', () => {
  test('add up to the total, and units to x, for every mode and sign', () => {
    fc.assert(
      fc.property(tiersArb({ least: -5 }), quantity, (tiers, x) => {
        const { total, slices } = applyTiers(tiers, x);
        expect(sum(slices.map(({ amount }) => amount))).toBe(total);
        expect(sum(slices.map(({ units }) => units))).toBe(x);
        expect(slices.map(({ tier }) => tier)).toEqual([...slices.map(({ tier }) => tier)].sort((a, b) => a - b));
      }),
      runs,
    );
  });

  test('are units at their rate plus the flat', () => {
    fc.assert(
      fc.property(tiersArb({ modes: ['marginal', 'whole', 'anchored'] }), quantity, quantity, (tiers, start, x) => {
        for (const { units, rate, flat, amount } of [
          ...applyTiers(tiers, x).slices,
          ...applyTiersFrom(tiers, start, x).slices,
        ]) {
          expect(toText(plus(times(D(units), D(rate ?? 'none')), D(flat)))).toBe(amount);
        }
      }),
      runs,
    );
  });

  test('the compiled line gives the same total', () => {
    fc.assert(
      fc.property(tiersArb({ least: -5 }), quantity, (tiers, x) => {
        expect(toText(totalAt(compileTiers(tiers), D(x)))).toBe(applyTiers(tiers, x).total);
      }),
      runs,
    );
  });
});

describe('an increment', () => {
  test('is the difference of two totals, and its slices add up to it', () => {
    fc.assert(
      fc.property(tiersArb({ least: -5 }), quantity, quantity, (tiers, start, x) => {
        const { total: change, slices } = applyTiersFrom(tiers, start, x);
        expect(change).toBe(toText(minus(total(tiers, sum([start, x])), total(tiers, start))));
        expect(sum(slices.map(({ amount }) => amount))).toBe(change);
        expect(sum(slices.map(({ units }) => units))).toBe(x);
      }),
      runs,
    );
  });

  test('marginal(a) + marginal from a (b) = marginal(a + b)', () => {
    fc.assert(
      fc.property(tiersArb({ modes: ['marginal'] }), quantity, quantity, (table, a, b) => {
        const tiers = { ...table, flatWhenZero: false };
        expect(sum([applyTiers(tiers, a).total, applyTiersFrom(tiers, a, b).total])).toBe(
          applyTiers(tiers, sum([a, b])).total,
        );
      }),
      runs,
    );
  });
});

describe('modes', () => {
  test('negative mirrors positive', () => {
    fc.assert(
      fc.property(tiersArb({ least: -5 }), smallDecimal(1, 60), (tiers, x) => {
        expect(toText(total(tiers, `-${x}`).neg())).toBe(toText(total(tiers, x)));
      }),
      runs,
    );
  });

  test('one tier with a rate alone: all modes are equal', () => {
    fc.assert(
      fc.property(quantity, smallDecimal(0, 5), smallDecimal(1, 30), (x, rate, anchor) => {
        const totals = (['marginal', 'whole', 'anchored', 'interpolated'] as const).map((mode) =>
          toText(total({ mode, anchor, tiers: [{ upTo: null, rate }] }, x)),
        );
        expect(new Set(totals)).toEqual(new Set([toText(times(D(x), D(rate)))]));
      }),
    );
  });

  test('whole pays at least marginal when rates rise, and anchored lies between them', () => {
    fc.assert(
      fc.property(tiersArb({ modes: ['whole'] }), smallDecimal(0, 60), smallDecimal(1, 30), (table, x, anchor) => {
        const rates = table.tiers.map(({ rate }) => Number(rate)).sort((a, b) => a - b);
        const tiers = table.tiers.map(({ upTo }, index) => ({ upTo, rate: String(rates[index]) }));
        const whole = total({ ...table, tiers }, x);
        const marginal = total({ ...table, mode: 'marginal', tiers }, x);
        const anchored = total({ ...table, mode: 'anchored', anchor, tiers }, x);
        expect(whole.gte(anchored)).toBe(true);
        expect(anchored.gte(marginal)).toBe(true);
      }),
      runs,
    );
  });

  test('anchored beyond every bound is marginal; scaled bounds scale the axis', () => {
    fc.assert(
      fc.property(tiersArb({ modes: ['marginal'] }), smallDecimal(0, 60), smallDecimal(1, 9), (tiers, x, factor) => {
        expect(toText(total({ ...tiers, mode: 'anchored', anchor: '1000' }, x))).toBe(toText(total(tiers, x)));
        const scaled = scaleBounds(compileTiers(tiers), D(factor));
        expect(pieceAt(scaled, times(D(x), D(factor))).tier).toBe(tierAt(tiers, x).tier);
        const bounds = tiers.tiers.map((tier) => ({
          ...tier,
          upTo: tier.upTo && toText(times(D(tier.upTo), D(factor))),
        }));
        expect(toText(totalAt(scaled, D(x)))).toBe(toText(total({ ...tiers, tiers: bounds }, x)));
      }),
      runs,
    );
  });
});

describe('the next tier', () => {
  test('begins at the distance, or just beyond it', () => {
    fc.assert(
      fc.property(tiersArb(), quantity, (tiers, x) => {
        const next = distanceToNext(tiers, x);
        if (!next) return;
        const there = plus(D(x), D(next.distance));
        const beyond = plus(there, D('0.0000001'));
        const short = minus(there, D('0.0000001'));
        expect(tierAt(tiers, next.inclusive ? there : beyond).tier).toBe(next.tier);
        expect(tierAt(tiers, next.inclusive ? short : there).tier).toBe(next.tier - 1);
      }),
      runs,
    );
  });
});

describe('invertTiers', () => {
  test('reaches the target, and no smaller multiple does, even where totals fall', () => {
    fc.assert(
      fc.property(tiersArb({ least: -5 }), smallDecimal(-5, 120), smallDecimal(1, 3), (tiers, target, step) => {
        const outcome = invertTiers(tiers, target, step);
        const end = outcome.ok ? D(outcome.x).div(step).toNumber() : 60;
        const compiled = compileTiers(tiers);
        const reached = Array.from({ length: Math.min(end, 60) }, (_, k) => totalAt(compiled, times(D(step), D(k))));
        expect(reached.every((figure) => figure.lt(target))).toBe(true);
        if (outcome.ok) {
          expect(total(tiers, outcome.x).gte(target)).toBe(true);
          expect(toText(total(tiers, outcome.x))).toBe(outcome.total);
          expect(tierAt(tiers, outcome.x).tier).toBe(outcome.tier);
        } else {
          const supremum = D(String(outcome.reasons[0]?.params['supremum']));
          expect(supremum.lt(target)).toBe(true);
          expect(reached.some((figure) => figure.eq(supremum))).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('a total leads back to the least x that earns it, divisions that do not end included', () => {
    fc.assert(
      fc.property(tiersArb(), smallDecimal(0, 60), (tiers, x) => {
        const outcome = invertTiers(tiers, applyTiers(tiers, x).total, '0.25');
        expect(outcome.ok && D(outcome.x).lte(x)).toBe(true);
      }),
      runs,
    );
  });
});

describe('the best-of variant', () => {
  const grid = Array.from({ length: 161 }, (_, quarter) => D(quarter / 4));
  const totals = (tiers: Tiers): Decimal[] => grid.map((x) => totalAt(compileTiers(tiers), x));
  const hair = D('0.' + '0'.repeat(29) + '1');
  const exactModes = ['marginal', 'whole', 'anchored'] as const;

  test('pay: never under the table or an earlier total, and it never falls', () => {
    fc.assert(
      fc.property(tiersArb({ least: -5, modes: exactModes }), (tiers) => {
        const best = withoutCliffs(tiers, 'max');
        const paid = totals(best);
        let highest = paid[0] ?? hair;
        totals(tiers).forEach((own, index) => {
          if (own.gt(highest)) highest = own;
          expect(paid[index]?.plus(hair).gte(highest)).toBe(true);
        });
        expect(lintTiers(best).every(({ code }) => code !== 'nonMonotone')).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('prices: never over the table or a later total, and they never fall', () => {
    fc.assert(
      fc.property(tiersArb({ modes: exactModes }), (tiers) => {
        const best = withoutCliffs(tiers, 'min');
        const asked = totals(best);
        let least: Decimal | undefined;
        for (const [index, own] of [...totals(tiers).entries()].reverse()) {
          if (!least || own.lt(least)) least = own;
          expect(asked[index]?.minus(hair).lte(least)).toBe(true);
        }
        expect(lintTiers(best).every(({ code }) => code !== 'nonMonotone')).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('changes only what lies in a fall', () => {
    fc.assert(
      fc.property(tiersArb(), smallDecimal(1, 60), (tiers, x) => {
        const falls = lintTiers(tiers).filter(({ code }) => code === 'nonMonotone');
        const inside = falls.some(({ params }) => {
          const { from, madeGoodAt } = params as { from: string; madeGoodAt: string };
          return D(x).gte(from) && (madeGoodAt === 'never' || D(x).lte(madeGoodAt));
        });
        if (!inside) expect(toText(total(withoutCliffs(tiers, 'max'), x))).toBe(toText(total(tiers, x)));
      }),
      runs,
    );
  });
});

describe('lintTiers', () => {
  test('finds a fall exactly where a larger x pays less', () => {
    fc.assert(
      fc.property(tiersArb({ least: -5 }), (tiers) => {
        const compiled = compileTiers(tiers);
        const found = lintTiers(tiers).some(({ code }) => code === 'nonMonotone');
        // A hair beside every bound sees jumps from both sides.
        const hair = D('0.000001');
        const points = compiled.pieces.flatMap(({ from, upTo }) => [
          from,
          plus(from, hair),
          ...(upTo ? [minus(upTo, hair), upTo] : [plus(from, D(1000))]),
        ]);
        const totals = points.map((x) => totalAt(compiled, x));
        const falls = totals.some((value, index) => index > 0 && value.lt(totals[index - 1] ?? value));
        expect(found).toBe(falls);
      }),
      runs,
    );
  });
});
