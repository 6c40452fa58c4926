import { describe, expect, test } from 'vitest';
import { lintPlan, type CommissionPlan, type Component, type LintPlanOptions } from '../../../src/commission/index.js';

const component: Component = {
  id: 'C',
  measure: { kind: 'amount' },
  accumulate: 'perPeriod',
  rate: { kind: 'flat', rate: '0.05' },
};
const plan = (parts: Partial<CommissionPlan> = {}, own: Partial<Component> = {}): CommissionPlan => ({
  id: 'P',
  currency: 'USD',
  period: 'month',
  components: [{ ...component, ...own }],
  ...parts,
});
const codes = (of: CommissionPlan, options?: LintPlanOptions): string[] =>
  lintPlan(of, options).map(({ code, path }) => `${code} ${path.join('.')}`);
const large = { field: 'amount', op: 'gt', value: '1000' } as const;
const pay = { amount: '100' };
const quotas = { Q: { amount: '1000', per: 'month' } } as const;
const whole = {
  mode: 'whole',
  tiers: [
    { upTo: '1', rate: '0.1' },
    { upTo: null, rate: '0.2' },
  ],
} as const;

test('finds nothing in a clean plan', () => {
  expect(codes(plan())).toEqual([]);
  const tiers = {
    mode: 'marginal',
    tiers: [
      { upTo: '100', rate: '0.05' },
      { upTo: null, rate: '0.07' },
    ],
  } as const;
  expect(codes(plan({}, { rate: { kind: 'tiers', tiers } }))).toEqual([]);
});

test('refuses a plan that does not fit together', () => {
  expect(() => codes(plan({}, { quota: 'X' }))).toThrow('components[0].quota');
});

describe('tiers', () => {
  test('reports a fall of pay with its money', () => {
    const tiers = {
      mode: 'whole',
      tiers: [
        { upTo: '100', rate: '0.2' },
        { upTo: null, rate: '0.1' },
      ],
    } as const;
    const found = lintPlan(plan({}, { rate: { kind: 'tiers', tiers } }));
    expect(found.map(({ code }) => code)).toEqual(['tiers.cliff', 'tiers.nonMonotone', 'tiers.regressive']);
    expect(found[1]?.params).toEqual({
      from: '100',
      total: '20',
      loss: '10',
      worstAt: '100',
      madeGoodAt: '200',
      unit: 'money',
    });
  });
  test('claims no money where the rate multiplies another quantity', () => {
    const rate = { kind: 'tiers', tiers: whole } as const;
    expect(codes(plan({}, { rate, base: { kind: 'margin' } }))).toEqual([]);
    expect(codes(plan({}, { rate }))).toEqual(['tiers.cliff components.0.rate.tiers.tiers.1']);
  });
  test('looks at the other rate of a hurdle', () => {
    const modifiers = [
      {
        kind: 'hurdle',
        when: { field: 'score.x', op: 'ge', value: '1' },
        otherwise: { rate: { kind: 'tiers', tiers: whole } },
      },
    ] as const;
    expect(codes(plan({}, { modifiers }))).toEqual([
      'tiers.cliff components.0.modifiers.0.otherwise.rate.tiers.tiers.1',
    ]);
  });
});

describe('cap.beforeFloor', () => {
  const cap = { kind: 'cap', limit: { amount: '10' } } as const;
  const floor = (amount: string) => ({ kind: 'floor', limit: { amount } }) as const;
  const at = ['cap.beforeFloor components.0.modifiers.1'];
  test('names a floor that can lift pay over the cap', () => {
    expect(codes(plan({}, { modifiers: [cap, floor('11')] }))).toEqual(at);
    expect(codes(plan({}, { modifiers: [cap, { kind: 'floor', limit: { ofMeasure: '0.1' } }] }))).toEqual(at);
    expect(codes(plan({}, { modifiers: [cap, { ...floor('1'), scope: 'transaction' }] }))).toEqual(at);
  });
  test('lets harmless orders pass', () => {
    expect(codes(plan({}, { modifiers: [cap, floor('10')] }))).toEqual([]);
    expect(codes(plan({}, { modifiers: [floor('11'), cap] }))).toEqual([]);
    expect(codes(plan({}, { modifiers: [{ ...cap, excess: 'defer' }, floor('11')] }))).toEqual([]);
    expect(codes(plan({}, { modifiers: [{ ...cap, scope: 'transaction' }, floor('11')] }))).toEqual([]);
  });
});

test('kicker.duplicate names a condition given twice in one list', () => {
  const kicker = { kind: 'kicker', milestones: [{ when: { field: 'score.x', op: 'ge', value: '1' }, pay }] } as const;
  const turned = { kind: 'kicker', milestones: [{ when: { value: '1', op: 'ge', field: 'score.x' }, pay }] } as const;
  expect(codes(plan({}, { modifiers: [kicker, turned] }))).toEqual([
    'kicker.duplicate components.0.modifiers.1.milestones.0',
  ]);
  expect(codes(plan({ modifiers: [kicker] }, { modifiers: [kicker] }))).toEqual([]);
});

test('overlay.unbounded asks for a cap where overlay credits are asked for', () => {
  const credits = ['revenue', 'overlay'] as const;
  const cap = { kind: 'cap', limit: { amount: '10' } } as const;
  expect(codes(plan({}, { credits }))).toEqual(['overlay.unbounded components.0.credits.1']);
  expect(codes(plan({}, { credits, modifiers: [cap] }))).toEqual([]);
  expect(codes(plan({ modifiers: [cap] }, { credits }))).toEqual([]);
  expect(codes(plan({}, { credits: ['revenue'] }))).toEqual([]);
});

test('quota.unused names a quota without a use', () => {
  expect(codes(plan({ quotas }))).toEqual(['quota.unused quotas.Q']);
  expect(codes(plan({ quotas }, { quota: 'Q' }))).toEqual([]);
  expect(codes(plan({ quotas, modifiers: [{ kind: 'cap', limit: { ofQuota: '1' } }] }))).toEqual([]);
});

test('component.unreachable needs a proof', () => {
  const at = ['component.unreachable components.0.where'];
  const kind = { field: 'credit.kind', op: 'eq', value: 'rollup' } as const;
  expect(codes(plan({}, { where: { all: [large, { not: large }] } }))).toEqual(at);
  expect(codes(plan({}, { where: { any: [] } }))).toEqual(at);
  expect(codes(plan({}, { where: kind }))).toEqual(at);
  expect(codes(plan({}, { where: kind, credits: ['rollup'] }))).toEqual([]);
  expect(codes(plan({}, { where: large }))).toEqual([]);
  const text = { field: 'attributes.a', op: 'contains', value: 'x' } as const;
  expect(codes(plan({}, { where: { all: [text, { not: text }] } }))).toEqual([]);
});

test('component.overlap gives a row that both pay on', () => {
  const region = (value: string, id: string): Component => ({
    ...component,
    id,
    where: { field: 'attributes.region', op: 'eq', value },
  });
  const found = lintPlan(plan({ components: [region('EU', 'A'), { ...component, id: 'B' }] }));
  expect(found).toEqual([
    {
      code: 'component.overlap',
      severity: 'info',
      path: ['components', 1],
      params: { componentId: 'B', with: 'A', example: { 'attributes.region': 'EU' } },
    },
  ]);
  expect(codes(plan({ components: [region('EU', 'A'), region('US', 'B')] }))).toEqual([]);
  expect(codes(plan({ components: [component, { ...component, id: 'B', credits: ['override'] }] }))).toEqual([]);
});

test('plan.midPeriodChange names a change inside a period', () => {
  const effective = { from: '2025-01-01', to: '2025-02-15' };
  expect(codes(plan({ effective }))).toEqual(['plan.midPeriodChange effective.to']);
  expect(codes(plan({ effective: { from: '2025-02-01' } }))).toEqual([]);
  expect(codes(plan({ effective: { from: '2025-02-01', to: null } }, { every: 'quarter' }))).toEqual([
    'plan.midPeriodChange effective.from',
  ]);
  expect(lintPlan(plan({ effective, versionBy: 'transactionDate' }))[0]?.severity).toBe('info');
});

test.each([
  ['halfEven', 'upper', '0.995'],
  ['halfEven', 'lower', '1.005'],
  ['up', 'upper', '0.99'],
  ['down', 'lower', '1.01'],
  ['down', 'upper', null],
  ['up', 'lower', null],
] as const)('attainment.roundedBounds under %s with the %s tier as owner: %s', (mode, boundary, begins) => {
  const rate = { kind: 'tiers', axis: 'attainment', tiers: { ...whole, boundary } } as const;
  const found = lintPlan(plan({ quotas }, { rate, quota: 'Q', attainmentRounding: { increment: '0.01', mode } }));
  const rounded = found.filter(({ code }) => code === 'attainment.roundedBounds');
  expect(rounded.map(({ params }) => params)).toEqual(
    begins === null ? [] : [{ bound: '1', begins, increment: '0.01', mode }],
  );
});

test('rounding.lossy names its cause', () => {
  const causes = (of: CommissionPlan) => lintPlan(of).map(({ code, params }) => [code, params['cause']]);
  expect(causes(plan({ rounding: { increment: '1' } }))).toEqual([['rounding.lossy', 'increment']]);
  expect(causes(plan({ rounding: { increment: '0.01' } }))).toEqual([]);
  expect(causes(plan({ fx: { round: 'transaction' } }))).toEqual([['rounding.lossy', 'fx']]);
  expect(causes(plan({ rounding: { mode: 'down' } }, { accumulate: 'perTransaction' }))).toEqual([
    ['rounding.lossy', 'lines'],
  ]);
  expect(causes(plan({ rounding: { mode: 'down' } }))).toEqual([]);
  expect(causes(plan({}, { accumulate: 'perTransaction' }))).toEqual([]);
});

test('sorts by path, indices by number, then by code', () => {
  const components = Array.from({ length: 11 }, (_, index) => ({
    ...component,
    id: `C${index}`,
    where: { field: 'attributes.k', op: 'eq', value: `v${index}` },
    credits: ['overlay'],
  })) as readonly Component[];
  expect(lintPlan(plan({ components })).map(({ path }) => path[1])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});
