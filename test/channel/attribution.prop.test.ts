import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AttributionPath,
  attributeCredit,
  type AttributionRule,
  removalEffects,
} from '../../src/channel/index.js';
import { exp } from '../../src/core/elementary.js';
import { addRatios, dayNumber, decimalString, type Ratio } from '../../src/core/index.js';

const touch = fc.record({
  channel: fc.constantFrom('a', 'b', 'c', 'd'),
  day: fc.integer({ min: 1, max: 28 }),
  direct: fc.boolean(),
});
const paths = fc.array(
  fc
    .record({
      touches: fc.array(touch, { maxLength: 5 }),
      converted: fc.boolean(),
      value: fc.integer({ min: 0, max: 500 }),
    })
    .map(({ touches, converted, value }): AttributionPath => ({
      touches: touches
        .toSorted((a, b) => a.day - b.day)
        .map(({ day, ...rest }) => ({ ...rest, at: `2026-03-${String(day).padStart(2, '0')}` })),
      converted,
      value: String(value),
      convertedAt: '2026-04-01',
    })),
  { maxLength: 8 },
);
const kinds = ['first', 'last', 'lastNonDirect', 'linear', 'position', 'shapley'] as const;
const rules: fc.Arbitrary<AttributionRule> = fc.oneof(
  fc.constantFrom(...kinds).map((kind) => ({ kind })),
  fc.constant({ kind: 'markov' as const }),
  fc.integer({ min: 1, max: 20 }).map((halfLife) => ({ kind: 'decay' as const, halfLife })),
);

test('exact credits add up to all conversions that were touched', () => {
  fc.assert(
    fc.property(paths, fc.constantFrom(...kinds), (list, kind) => {
      const { credits, total, unattributed } = attributeCredit(list, { kind });
      const sum = credits
        .map(({ credit }) => credit)
        .reduce<Ratio | null>((all, each) => (all ? addRatios(all, each) : each), null);
      expect(Number(sum?.value ?? 0)).toBe(Number(total) - Number(unattributed));
      for (const { credit } of credits) expect(credit.numerator.startsWith('-')).toBe(false);
    }),
    { numRuns: 1000 },
  );
});

test('rounded credits add up by every rule, and the order of the paths changes no bit', () => {
  fc.assert(
    fc.property(paths, rules, fc.integer({ min: 0, max: 2 }), (list, rule, decimals) => {
      const credited = attributeCredit(list, rule, { decimals });
      expect(attributeCredit(list.toReversed(), rule, { decimals })).toEqual(credited);
      const units = credited.credits.map(({ rounded }) => BigInt(decimalString(rounded!, decimals).replace('.', '')));
      if (units.length === 0) return;
      const shared = (Number(credited.total) - Number(credited.unattributed)) * 10 ** decimals;
      expect(units.reduce((a, b) => a + b, 0n)).toBe(BigInt(Math.round(shared)));
      for (const { credit } of credited.credits)
        if (typeof credit === 'number') expect(Number.isFinite(credit)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

/** The chance to convert when a channel leads to nothing, by walking the chain for long. */
function chanceWithout(list: readonly AttributionPath[], without: string | null): number {
  const moves = new Map<string, Map<string, number>>();
  const count = (from: string, to: string): void => {
    const row = moves.get(from) ?? new Map<string, number>();
    moves.set(from, row.set(to, (row.get(to) ?? 0) + 1));
  };
  for (const { touches, converted } of list) {
    if (touches.length === 0) continue;
    const states = ['<start', ...touches.map(({ channel }) => channel), converted ? '>bought' : '>left'];
    states.forEach((state, at) => at > 0 && count(states[at - 1]!, state));
  }
  let at = new Map([['<start', 1]]);
  let bought = 0;
  for (let step = 0; step < 400; step += 1) {
    const next = new Map<string, number>();
    for (const [state, mass] of at) {
      const row = moves.get(state);
      if (row === undefined || state === without) continue;
      const all = [...row.values()].reduce((a, b) => a + b, 0);
      for (const [to, times] of row) {
        const part = (mass * times) / all;
        if (to === '>bought') bought += part;
        else if (to !== '>left') next.set(to, (next.get(to) ?? 0) + part);
      }
    }
    at = next;
  }
  return bought;
}

test('removal effects are what walking the chain without the channel says', () => {
  fc.assert(
    fc.property(paths, (list) => {
      const { conversion, effects } = removalEffects(list);
      expect(conversion).toBeCloseTo(chanceWithout(list, null), 9);
      for (const [channel, effect] of effects) {
        const expected = conversion > 0 ? 1 - chanceWithout(list, channel) / chanceWithout(list, null) : 0;
        expect(effect).toBeCloseTo(expected, 6);
      }
    }),
    { numRuns: 300 },
  );
});

test('decay gives the very doubles of the plain way, path by path and added up from the smallest', () => {
  fc.assert(
    fc.property(paths, fc.integer({ min: 1, max: 20 }), (list, halfLife) => {
      const parts = new Map<string, number[]>();
      for (const { touches, converted, value } of list) {
        if (!converted) continue;
        const ages = touches.map(({ at }) => dayNumber('2026-04-01') - dayNumber(at!));
        const weights = ages.map((age) => exp((-Math.LN2 * (age - Math.min(...ages))) / halfLife));
        const sum = weights.reduce((all, weight) => all + weight, 0);
        touches.forEach(({ channel }, at) => {
          parts.set(channel, [...(parts.get(channel) ?? []), (weights[at]! / sum) * Number(value)]);
        });
      }
      for (const { channel, credit } of attributeCredit(list, { kind: 'decay', halfLife }).credits) {
        const own = (parts.get(channel) ?? []).toSorted((a, b) => a - b);
        expect(credit).toBe(own.reduce((all, part) => all + part, 0));
      }
    }),
  );
});
