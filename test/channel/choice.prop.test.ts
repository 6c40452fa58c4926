import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channelSensitivity, chooseChannel, proposeMoves, territoryBalance } from '../../src/channel/index.js';
import { addRatios } from '../../src/core/index.js';
import type { Scorecard } from '../../src/mechanisms/scoring/index.js';

const CRITERIA = ['a', 'b', 'c'];
const weighed = (weights: readonly number[]): Scorecard => ({
  id: 'own',
  scale: 6,
  items: CRITERIA.map((id, at) => ({ id, metric: id, weight: String(weights[at]!), normaliser: { kind: 'direct' } })),
});
const facts = fc
  .tuple(fc.nat(100), fc.nat(100), fc.nat(100))
  .map((points) => Object.fromEntries(CRITERIA.map((id, at) => [id, points[at]!])));

test('at the weight of a turn the rival has the score of the winner', () => {
  fc.assert(
    fc.property(
      fc.array(facts, { minLength: 2, maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
      (all, weights) => {
        const options = all.map((each, at) => ({ id: `o${at}`, facts: each }));
        const { winner, turns, robust } = channelSensitivity(options, { scorecard: weighed(weights) });
        const scoreOf = (id: string, own: readonly number[]): number => {
          const points = options.find((option) => option.id === id)!.facts;
          return CRITERIA.reduce((sum, name, at) => sum + own[at]! * (points[name] as number), 0);
        };
        for (const { criterion, rival, weight } of turns) {
          if (weight === null) continue;
          const turn = Number(weight.numerator) / Number(weight.denominator);
          const at = CRITERIA.indexOf(criterion);
          const rest = weights.reduce((sum, each) => sum + each, 0) - weights[at]!;
          const moved = weights.map((each, index) => (index === at ? turn : (each / rest) * (1 - turn)));
          expect(scoreOf(rival, moved)).toBeCloseTo(scoreOf(winner!, moved), 6);
          expect(Number(robust!.change.value)).toBeLessThanOrEqual(
            Math.abs(turn - weights[at]! / (rest + weights[at]!)) + 1e-9,
          );
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test('the order of options changes no byte, and the ranked and those that are out are all', () => {
  const knockOuts = [{ id: 'low', rule: { field: 'a', op: 'lt', value: '20' } as const }];
  fc.assert(
    fc.property(fc.array(facts, { maxLength: 5 }), (all) => {
      const options = all.map((each, at) => ({ id: `o${at}`, facts: each }));
      const how = { scorecard: weighed([1, 2, 3]), knockOuts };
      const choice = chooseChannel(options, how);
      expect(JSON.stringify(chooseChannel(options.toReversed(), how))).toBe(JSON.stringify(choice));
      expect(choice.ranked.length + choice.out.length).toBe(options.length);
    }),
    { numRuns: 1000 },
  );
});

test('gaps cancel out; each move lowers the greatest load and nothing is lost', () => {
  const regions = ['a', 'b', 'c', 'd', 'e', 'f'];
  fc.assert(
    fc.property(
      fc.array(fc.nat(50), { minLength: 6, maxLength: 6 }),
      fc.array(fc.tuple(fc.constantFrom(...regions), fc.constantFrom(...regions)), { maxLength: 8 }),
      fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
      (loads, adjacency, owners) => {
        const { gaps } = territoryBalance(loads.map((load, at) => ({ territory: regions[at]!, load })));
        expect(gaps.map(({ gap }) => gap).reduce(addRatios).value).toBe('0');
        const territories = [0, 1, 2].map((owner) => ({
          id: `T${owner}`,
          regions: regions.filter((_, at) => owners[at] === owner),
        }));
        const loadOf = Object.fromEntries(regions.map((region, at) => [region, loads[at]!]));
        const owner = new Map(
          territories.flatMap(({ id, regions: own }) => own.map((region) => [region, id] as const)),
        );
        const most = (): number =>
          Math.max(
            ...territories.map(({ id }) =>
              regions.reduce((sum, region) => sum + (owner.get(region) === id ? loadOf[region]! : 0), 0),
            ),
          );
        for (const move of proposeMoves(territories, loadOf, adjacency)) {
          expect(owner.get(move.region)).toBe(move.from);
          expect(String(most())).toBe(move.maxBefore);
          owner.set(move.region, move.to);
          expect(String(most())).toBe(move.maxAfter);
          expect(Number(move.maxAfter)).toBeLessThan(Number(move.maxBefore));
        }
      },
    ),
    { numRuns: 1000 },
  );
});
