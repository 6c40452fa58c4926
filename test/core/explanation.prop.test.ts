import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyTiers } from '../../src/core/applyTiers.js';
import { explainTiers } from '../../src/core/explainTiers.js';
import { checkExplanation } from './checkExplanation.js';
import { smallDecimal, tiersArb } from './tiers.arb.js';

test('an explanation of tiers has the total at its root and re-sums down to facts of the table', () => {
  fc.assert(
    fc.property(tiersArb({ least: -5 }), smallDecimal(-60, 60), (tiers, x) => {
      const explanation = explainTiers(tiers, x);
      expect(explanation.value).toBe(applyTiers(tiers, x).total);
      expect(checkExplanation(explanation, { ...tiers, x })).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
