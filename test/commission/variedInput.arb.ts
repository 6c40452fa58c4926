import fc from 'fast-check';
import type {
  CommissionPlan,
  Component,
  Crediting,
  CreditRule,
  PlanAssignment,
  RunInput,
  Transaction,
} from '../../src/commission/index.js';

/** What may or may not be said. */
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });

const component = fc.record(
  {
    measure: fc.constantFrom<Component['measure']>(
      { kind: 'count' },
      { kind: 'units' },
      { kind: 'margin', negative: 'zero' },
      { kind: 'arr' },
      { kind: 'field', name: 'measures.points' },
      { kind: 'collected' },
      { kind: 'expr', expr: { op: 'div', args: [{ field: 'amount' }, { field: 'units' }] } },
    ),
    where: fc.constantFrom<NonNullable<Component['where']>>(
      { field: 'attributes.product', op: 'eq', value: 'A' },
      { field: 'attributes.region', op: 'eq', value: 'north' },
      { field: 'credit.level', op: 'le', value: '1' },
      { field: 'payee.senior', op: 'eq', value: true },
    ),
    dateField: fc.constant('invoice'),
    credits: fc.subarray(['revenue', 'overlay', 'rollup', 'override'] as const, { minLength: 1 }),
    attainmentRounding: fc.constantFrom({ increment: '0.01' }, { increment: '0.1', mode: 'up' as const }),
    targetShare: fc.constantFrom('0.5', '0.333'),
  },
  { requiredKeys: [] },
);

const rule: fc.Arbitrary<Omit<CreditRule, 'id'>> = fc.record(
  {
    kind: fc.constantFrom('rollup' as const, 'override' as const),
    levels: fc.constantFrom(1, 2, 'all' as const),
    shares: fc.constantFrom(['1'], ['0.5', '0.25', '0.1'], ['0.333']),
    asOf: fc.constantFrom('transaction' as const, 'invoice' as const, 'collection' as const, 'periodEnd' as const),
    dedupe: fc.constantFrom('sum' as const, 'capAtTransaction' as const, 'once' as const),
    funding: fc.constantFrom('onTop' as const, 'fromDirect' as const),
    compression: fc.constantFrom('none' as const, 'skipInactive' as const),
    differential: fc.constant('rate'),
  },
  { requiredKeys: ['kind', 'levels'] },
);

const assignment = fc.record(
  {
    from: fc.constantFrom('2024-06-01', '2025-01-01', '2025-01-11', '2025-02-02'),
    to: fc.constantFrom(null, '2025-02-20', '2025-03-05'),
    prorate: fc.constantFrom<NonNullable<PlanAssignment['prorate']>>('none', { dayCount: '30/360' }),
    quotas: fc.constantFrom<NonNullable<PlanAssignment['quotas']>>(
      { Q: { amount: '0' } },
      { Q: { factor: '1.1', ramp: { steps: ['0.25', '0.5'] } } },
      { Q: { relief: [{ from: '2025-01-10', to: '2025-02-10', share: '0.5' }] } },
    ),
  },
  { requiredKeys: [] },
);

const row = fc.record(
  {
    units: fc.constantFrom('0', '1', '3', '-2'),
    mrr: fc.constantFrom('10', '33.33'),
    measures: fc.constantFrom({ points: '1' }, { points: '-4.5' }),
    dates: fc.constantFrom({ invoice: '2025-01-05' }, { invoice: '2025-02-11' }, { invoice: '2025-06-01' }),
    collections: fc.constantFrom<NonNullable<Transaction['collections']>>([
      { date: '2025-02-25', amount: '60.01', kind: 'payment' },
      { date: '2025-01-20', amount: '30', kind: 'payment' },
      { date: '2025-03-12', amount: '10', kind: 'refund' },
    ]),
    date: fc.constantFrom('2024-12-31', '2025-01-31', '2025-05-05'),
  },
  { requiredKeys: [] },
);

const twist = fc.record({
  own: component,
  assignments: fc.array(assignment, { minLength: 3, maxLength: 3 }),
  rows: fc.array(row, { minLength: 8, maxLength: 8 }),
  rules: maybe(fc.array(rule, { maxLength: 2 })),
  crediting: fc.record<Crediting>(
    {
      splitSum: fc.constantFrom('exactlyOne', 'normalise', 'free'),
      splitRounding: fc.constantFrom('allocate', 'exact'),
    },
    { requiredKeys: [] },
  ),
  fx: fc.record<NonNullable<CommissionPlan['fx']>>(
    {
      date: fc.constantFrom('transaction', 'credit', 'periodEnd', 'collection'),
      payDate: fc.constantFrom('periodEnd', 'asOf'),
    },
    { requiredKeys: [] },
  ),
  missing: fc.constantFrom('reject' as const, 'zero' as const),
  versionBy: maybe(fc.constantFrom('periodStart' as const, 'periodEnd' as const, 'transactionDate' as const)),
});

/** Runs with more of what a plan can say: measures, filters, dates, versions, uplines, assignments that begin and end. */
export const variedOf = (inputs: fc.Arbitrary<RunInput>): fc.Arbitrary<RunInput> =>
  fc.tuple(inputs, twist).map(([input, drawn]): RunInput => {
    const { own, rules, rows, versionBy } = drawn;
    const plans = input.plans.flatMap((plan): CommissionPlan[] => {
      const components = plan.components.map((one, index) => (index === 0 ? { ...one, ...own } : one));
      const varied = { ...plan, components, fx: { ...plan.fx, ...drawn.fx }, missing: drawn.missing };
      if (versionBy === undefined) return [varied];
      const later = { kind: 'multiplier', by: '1.5' } as const;
      return [
        { ...varied, versionBy, effective: { from: '2024-01-01', to: '2025-02-10' } },
        { ...varied, versionBy, version: '2', effective: { from: '2025-02-10' }, modifiers: [later] },
      ];
    });
    return {
      ...input,
      plans,
      payees: [
        ...input.payees.map((payee) => ({ ...payee, attributes: { rate: '0.1', senior: payee.id === 'E1' } })),
        { id: 'Top', attributes: { rate: '0.4' } },
      ],
      assignments: input.assignments.map((one, index) => ({ ...one, ...drawn.assignments[index % 3] })),
      hierarchy: [...(input.hierarchy ?? []), { child: 'M', parent: 'Top', from: '2025-01-01' }],
      crediting: {
        ...input.crediting,
        ...drawn.crediting,
        ...(rules && { rules: rules.map((each, index) => ({ ...each, id: `V${index}` })) }),
      },
      transactions: input.transactions.map((each, index) => ({ ...each, ...rows[index % 8] })),
    };
  });
