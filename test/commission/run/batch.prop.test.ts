import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRun } from '../../../src/commission/index.js';
import { emptySummary, merge } from '../../../src/core/index.js';
import { mixedInputs } from './change/change.arb.js';

const json = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

test('partitions computed apart and merged in any order, some twice, give the bytes of the run', () => {
  const split = fc.oneof(fc.constant('payee' as const), fc.integer({ min: 1, max: 3 }));
  fc.assert(
    fc.property(mixedInputs, split, fc.integer(), fc.boolean(), (input, by, seed, lines) => {
      const { plans, payees, assignments, hierarchy, crediting, rates, transactions: rows, ...rest } = input;
      const evaluator = compileRun({
        plans,
        payees,
        assignments,
        hierarchy: hierarchy ?? [],
        crediting: crediting ?? {},
        rates: rates ?? [],
      });
      const options = { ...rest, ...(lines ? { detail: 'lines' as const } : {}) };
      const parts = evaluator.partition(rows, options, by);
      const summaries = parts.map((part) => evaluator.compute(json(part)));
      const delivered = fc.sample(
        fc.shuffledSubarray([...summaries, ...summaries], { minLength: summaries.length * 2 }),
        {
          seed,
          numRuns: 1,
        },
      )[0]!;
      const merged = delivered.reduce(
        (sum, each) => json(evaluator.merge(sum, each)),
        emptySummary<never>() as (typeof summaries)[number],
      );
      expect(JSON.stringify(evaluator.finish(merged))).toBe(JSON.stringify(evaluator.objects(rows, options).result));
      const [a, b = a, c = b] = summaries;
      expect(JSON.stringify(merge(merge(a!, b!), c!))).toBe(JSON.stringify(merge(c!, merge(b!, a!))));
    }),
    // Each case computes its run twice over, in parts and as a whole.
    { numRuns: 200 },
  );
});
