import * as fc from 'fast-check';
import { test } from 'vitest';
import { applyRate, lintPlan, type TiersRate } from '../../../src/commission/index.js';
import { compare, type Decimal, plus, toDecimal } from '../../../src/core/decimal.js';

const rate = fc.integer({ min: -2, max: 20 }).map((percent) => toDecimal(percent).div(100).toFixed());
const tiersRate = fc
  .record({
    mode: fc.constantFrom('marginal', 'whole'),
    boundary: fc.constantFrom('lower', 'upper'),
    bounds: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }),
    rates: fc.array(rate, { minLength: 4, maxLength: 4 }),
  })
  .map(({ mode, boundary, bounds, rates }): TiersRate => {
    const upTo = [...bounds.toSorted((a, b) => a - b).map(String), null];
    return {
      kind: 'tiers',
      tiers: { mode, boundary, tiers: upTo.map((bound, i) => ({ upTo: bound, rate: rates[i]! })) },
    };
  });

/** Sales half a unit apart, and close beside each bound: a fall there may be made good within half a unit. */
function samples({ tiers: { tiers } }: TiersRate): Decimal[] {
  const halves = Array.from({ length: 141 }, (_, half) => toDecimal(half).div(2));
  const beside = tiers.flatMap(({ upTo }) =>
    upTo === null ? [] : ['-0.000001', '0.000001'].map((step) => plus(toDecimal(upTo), toDecimal(step))),
  );
  return [...halves, ...beside].toSorted(compare);
}

test('pay never falls with sales exactly where no tiers.nonMonotone is found', () => {
  fc.assert(
    fc.property(tiersRate, (each) => {
      const findings = lintPlan({
        id: 'P',
        currency: 'USD',
        period: 'month',
        components: [{ id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: each }],
      });
      const earned = samples(each).map((measure) => toDecimal(applyRate(each, { measure }).earned));
      const falls = earned.some((pay, index) => index > 0 && compare(pay, earned[index - 1]!) < 0);
      return falls === findings.some(({ code }) => code === 'tiers.nonMonotone');
    }),
    { numRuns: 150 },
  );
});
