import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRun, explain, type Measure, type Rate, type RunInput } from '../../../src/commission/index.js';
import { times, toDecimal } from '../../../src/core/decimal.js';
import type { Explanation } from '../../../src/core/index.js';
import { steps, wrongFacts, wrongSums } from './walk.js';

const measure = fc.constantFrom<Measure>(
  ...(['amount', 'units', 'count', 'margin', 'marginRate', 'markup', 'mrr', 'arr', 'acv', 'tcv'] as const).map(
    (kind) => ({ kind }),
  ),
  { kind: 'margin', negative: 'zero' },
  { kind: 'field', name: 'measures.points' },
);

const whole = {
  mode: 'whole',
  tiers: [
    { upTo: '0.3', rate: '0.1' },
    { upTo: null, rate: '0.2' },
  ],
} as const;
const rate = fc.constantFrom<Rate>(
  { kind: 'flat', rate: '0.1' },
  { kind: 'flat', rate: '5', per: 'credit' },
  { kind: 'tiers', tiers: whole },
  { kind: 'tiers', tiers: whole, yields: 'money' },
  { kind: 'tiers', axis: { kind: 'markup' }, tiers: whole },
  {
    kind: 'curve',
    axis: { kind: 'marginRate' },
    curve: {
      points: [
        { x: '0', y: '0' },
        { x: '1', y: '3' },
      ],
    },
    yields: 'rate',
  },
);

const figure = fc.option(fc.constantFrom('0', '1', '60', '100.5', '-20'), { nil: undefined });
const rows = fc.array(
  fc.record(
    { amount: fc.constantFrom('0', '100', '-100', '33.33'), cost: figure, units: figure, mrr: figure, points: figure },
    { requiredKeys: ['amount'] },
  ),
  { minLength: 1, maxLength: 3 },
);

const inputs = fc
  .record({
    measure,
    base: fc.option(measure, { nil: undefined }),
    rate,
    accumulate: fc.constantFrom('perTransaction' as const, 'perPeriod' as const, 'toDate' as const),
    missing: fc.constantFrom('reject' as const, 'zero' as const),
    rows,
  })
  .map(({ rows: list, missing, base, ...component }): RunInput => ({
    asOf: '2025-12-31',
    periods: { from: '2025-01-01', to: '2025-03-01' },
    plans: [
      {
        id: 'P',
        currency: 'USD',
        period: 'month',
        missing,
        components: [{ id: 'C', ...component, ...(base === undefined ? {} : { base }) }],
      },
    ],
    payees: [{ id: 'E1' }],
    assignments: [{ payeeId: 'E1', planId: 'P', from: '2025-01-01' }],
    transactions: list.map(({ amount, cost, units, mrr, points }, index) => ({
      id: `T${index}`,
      date: `2025-0${1 + (index % 2)}-10`,
      amount,
      currency: 'USD',
      payeeId: 'E1',
      termMonths: '6',
      ...(cost === undefined ? {} : { cost }),
      ...(units === undefined ? {} : { units }),
      ...(mrr === undefined ? {} : { mrr }),
      ...(points === undefined ? {} : { measures: { points } }),
    })),
  }));

/** Products that are not what they say is multiplied. */
function wrongProducts(root: Explanation): Explanation[] {
  return [...steps(root)].filter(({ code, params: { rate: factor, base }, value }) => {
    if (code !== 'rate.flat' && code !== 'rate.lookUp') return false;
    const product = base === null ? toDecimal(0) : times(toDecimal(String(factor)), toDecimal(String(base)));
    return !product.eq(toDecimal(String(value)));
  });
}

test('whatever is measured and whatever is absent, sums and products are those of the steps below them', () => {
  let products = 0;
  fc.assert(
    fc.property(inputs, ({ transactions, asOf, periods, ...definition }) => {
      const input = { transactions, asOf, periods, ...definition };
      const run = compileRun(definition).objects(transactions, { asOf, periods });
      for (const statement of run.result.statements) {
        const root = explain(run, { statement });
        expect(toDecimal(String(root.value)).eq(toDecimal(statement.payout ?? '0'))).toBe(true);
        expect([wrongSums(root), wrongProducts(root), wrongFacts(root, input)]).toEqual([[], [], []]);
        products += [...steps(root)].filter(({ code }) => code === 'rate.flat').length;
      }
      for (const { id } of transactions) expect(wrongProducts(explain(run, { transactionId: id }))).toEqual([]);
    }),
    { numRuns: 200 },
  );
  expect(products).toBeGreaterThan(20);
});
