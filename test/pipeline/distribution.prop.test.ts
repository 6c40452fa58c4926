import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal } from '../../src/core/decimal.js';
import {
  distributionQuantile,
  goalProbability,
  mergeSimulations,
  pipelineDistribution,
  type RiskDeal,
  simulatePipeline,
} from '../../src/pipeline/index.js';
import { riskGrid } from '../../src/pipeline/distribution/riskDeals.js';
import { simulatedNeed } from '../../src/pipeline/distribution/simulatedNeed.js';

const chance = fc.constantFrom('0', '0.05', '0.3', '0.5', '0.875', '1');
const deals: fc.Arbitrary<RiskDeal[]> = fc
  .array(fc.record({ amount: fc.constantFrom('100', '50.5', '20', '0', '-10'), probability: chance }), { maxLength: 7 })
  .map((some) => some.map((deal, at) => ({ id: `d${at}`, ...deal })));
const scenarios = fc.constantFrom(
  [{ weight: '1', factor: '1' }],
  [
    { weight: '0.25', factor: '0.4' },
    { weight: '0.75', factor: '1.5' },
  ],
);

test('chances add up to 1 and ascend, whatever the order of the deals', () => {
  fc.assert(
    fc.property(deals, scenarios, chance, (some, fates, p) => {
      const result = pipelineDistribution(some, { scenarios: fates });
      if (!result.ok) throw new Error('it is small');
      expect(pipelineDistribution(some.toReversed(), { scenarios: fates })).toEqual(result);
      const { outcomes } = result;
      const sum = outcomes.reduce((total, { mass }) => total.plus(mass), new Decimal(0));
      expect(sum.toFixed()).toBe('1');
      expect(outcomes.at(-1)?.cumulative).toBe('1');
      const value = distributionQuantile(result, p);
      const place = outcomes.find((outcome) => outcome.value === value)!;
      expect(new Decimal(place.cumulative).gte(p)).toBe(true);
      const below = new Decimal(place.cumulative).minus(place.mass);
      expect(below.lt(p) || place === outcomes[0]).toBe(true);
      expect(goalProbability(result, value).value).toBe(new Decimal(1).minus(below).toDecimalPlaces(12, 6).toFixed());
    }),
  );
});

test('the mean is the sum of amounts × chances', () => {
  fc.assert(
    fc.property(deals, (some) => {
      const result = pipelineDistribution(some);
      const sum = some.reduce(
        (total, { amount, probability }) => total.plus(new Decimal(amount as string).times(probability as string)),
        new Decimal(0),
      );
      expect(result.ok && result.mean).toBe(sum.toFixed());
    }),
  );
});

test('parts of a simulation are the whole, byte for byte, in any order of the deals', () => {
  fc.assert(
    fc.property(deals, scenarios, fc.nat(1e6), fc.integer({ min: 1, max: 29 }), (some, fates, seed, cut) => {
      const how = { seed, scenarios: fates };
      const whole = simulatePipeline(some, { ...how, runs: 30 });
      const [a, b] = [
        simulatePipeline(some.toReversed(), { ...how, runs: cut }),
        simulatePipeline(some, { ...how, runs: 30 - cut, from: cut }),
      ];
      expect(JSON.stringify(mergeSimulations(b, a))).toBe(JSON.stringify(whole));
    }),
  );
});

test('the simulated mean is the exact one within five standard errors', () => {
  fc.assert(
    fc.property(deals, scenarios, (some, fates) => {
      const exact = pipelineDistribution(some, { scenarios: fates });
      if (!exact.ok) throw new Error('it is small');
      // The seed is fixed: with a drawn one, one world in two million would be off by chance.
      const { mean, runs } = simulatePipeline(some, { seed: 11, runs: 2000, scenarios: fates });
      expect(Math.abs(mean - Number(exact.mean))).toBeLessThanOrEqual(
        (5 * exact.standardDeviation) / Math.sqrt(runs) + 1e-9,
      );
    }),
    { numRuns: 100 },
  );
});

test('a simulated need reaches the target in as many runs as it says, and exactly about as surely', () => {
  const goals = fc.record({ target: fc.constantFrom('-5', '40', '120', '300'), confidence: chance });
  const kinds = fc.record({ amount: fc.constantFrom('50', '7.5'), probability: chance });
  fc.assert(
    fc.property(deals, goals, kinds, (some, { target, confidence }, profile) => {
      const grid = riskGrid(some, undefined, 1);
      const [amount, probability] = [new Decimal(profile.amount), new Decimal(profile.probability)];
      const goal = {
        target: BigInt(new Decimal(target).times(10).toFixed()),
        units: BigInt(amount.times(10).toFixed()),
        confidence: new Decimal(confidence),
        amount,
        probability,
        most: 30,
      };
      const need = simulatedNeed(grid, goal, { seed: 11, runs: 400 });
      const has = (count: number): RiskDeal[] => [
        ...some,
        ...Array.from({ length: count }, (_, at) => ({ id: `n${at}`, ...profile })),
      ];
      const exactly = (count: number): number => {
        const result = pipelineDistribution(has(count));
        if (!result.ok) throw new Error('it is small');
        return Number(goalProbability(result, target).value);
      };
      // Five standard errors of the exact chance: a share of runs has none of its own at 0 and 1.
      const slack = (p: number): number => 5 * Math.sqrt((p * (1 - p)) / 400) + 1e-9;
      if (need === null || !need.ok) {
        const p = exactly(30);
        expect(p).toBeLessThanOrEqual(Number(confidence) + slack(p));
        return;
      }
      const { deals: count, pipeline, simulated } = need;
      const share = Number(need.probability.value);
      const p = exactly(count);
      expect(share).toBeGreaterThanOrEqual(Number(confidence));
      expect(Math.abs(share - p)).toBeLessThanOrEqual(slack(p));
      expect(simulated?.standardError).toBeCloseTo(Math.sqrt((share * (1 - share)) / 400), 12);
      expect(pipeline).toBe(amount.times(count).toFixed());
      if (count === 0) {
        const { value } = goalProbability(simulatePipeline(some, { seed: 11, runs: 400 }), target);
        expect(need.probability.value).toBe(value);
      } else {
        const before = exactly(count - 1);
        expect(before).toBeLessThanOrEqual(Number(confidence) + slack(before));
      }
    }),
    // Each run has a simulation and two exact distributions; the seed is fixed for the reason given above.
    { numRuns: 100 },
  );
});
