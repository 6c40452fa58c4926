import * as fc from 'fast-check';
import { test } from 'vitest';
import {
  applyRate,
  lintPlan,
  run,
  type Component,
  type Modifier,
  type TiersRate,
} from '../../../src/commission/index.js';
import { compare, type Decimal, plus, toDecimal } from '../../../src/core/decimal.js';
import { tiersArb } from '../../core/tiers.arb.js';

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

const figure = fc.integer({ min: 0, max: 8 }).map((quarters) => String(quarters / 4));
const scope = fc.constantFrom('period' as const, 'window' as const);
const limit = fc.oneof(
  figure.map((amount) => ({ amount })),
  figure.map((ofMeasure) => ({ ofMeasure })),
);
const when = fc.record({
  field: fc.constantFrom('measure.C', 'attainment.C'),
  op: fc.constantFrom('ge' as const, 'ge' as const, 'lt' as const),
  value: figure,
});
const curve = fc.array(figure, { minLength: 2, maxLength: 3 }).map((ys) => ({
  points: ys.map((y, x) => ({ x: String(x * 5), y })),
}));
const modifier: fc.Arbitrary<Modifier> = fc.oneof(
  fc.record({
    kind: fc.constant('hurdle' as const),
    when,
    otherwise: fc.constantFrom({ pay: 'none' } as const, { multiply: '0.5' }, { multiply: '1.5' }),
  }),
  fc.record({
    kind: fc.constant('multiplier' as const),
    by: fc.oneof(
      figure,
      tiersArb({ modes: ['whole'] }).map((tiers) => ({ axis: 'measure' as const, tiers })),
      curve.map((each) => ({ axis: 'measure' as const, curve: each })),
    ),
  }),
  fc.record({
    kind: fc.constant('kicker' as const),
    milestones: fc.array(fc.record({ when, pay: limit }), { minLength: 1, maxLength: 2 }),
    take: fc.constantFrom('all' as const, 'highest' as const),
  }),
  fc.record({ kind: fc.constant('cap' as const), limit, scope }),
  fc.record({ kind: fc.constant('floor' as const), limit, scope }),
);
const component = fc
  .record({
    rate: fc.oneof(
      tiersArb({}).map((tiers) => ({ kind: 'tiers' as const, tiers })),
      curve.map((each) => ({
        kind: 'curve' as const,
        axis: 'measure' as const,
        curve: each,
        yields: 'money' as const,
      })),
    ),
    modifiers: fc.array(modifier, { maxLength: 3 }),
  })
  .map((parts): Component => ({
    id: 'C',
    measure: { kind: 'amount' },
    accumulate: 'perPeriod',
    quota: 'Q',
    ...parts,
  }));

test('a plan without a nonMonotone finding never pays less for more', () => {
  const measures = Array.from({ length: 45 }, (_, quarter) => String(quarter / 4));
  const payees = measures.map((_, index) => ({ id: `E${String(index).padStart(2, '0')}` }));
  fc.assert(
    fc.property(component, (each) => {
      const plan = {
        id: 'P',
        currency: 'USD',
        period: 'month',
        quotas: { Q: { amount: '4', per: 'month' } },
        components: [each],
      } as const;
      fc.pre(!lintPlan(plan, { quotas: { Q: '4' } }).some(({ code }) => code.endsWith('.nonMonotone')));
      const { statements } = run({
        asOf: '2025-01-31',
        periods: { from: '2025-01-01', to: '2025-02-01' },
        plans: [plan],
        payees,
        assignments: payees.map(({ id }) => ({ payeeId: id, planId: 'P', from: '2025-01-01', to: null })),
        transactions: payees.map(({ id }, index) => ({
          id,
          date: '2025-01-15',
          amount: measures[index]!,
          currency: 'USD',
          payeeId: id,
        })),
      });
      const earned = statements.map((statement) => toDecimal(statement.earned));
      return earned.every((pay, index) => index === 0 || pay.gte(earned[index - 1]!));
    }),
    { numRuns: 120 },
  );
});
