import { describe, expect, test } from 'vitest';
import {
  lintPlan,
  type Cap,
  type CommissionPlan,
  type Component,
  type CreditRule,
  type Draw,
  type Hurdle,
  type LintPlanOptions,
  type Modifier,
  type Multiplier,
  type PlanModifier,
  type Quantity,
} from '../../../src/commission/index.js';
import type { Curve } from '../../../src/core/index.js';
import type { Rule } from '../../../src/mechanisms/rules/index.js';

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

describe('gates', () => {
  const attainment = (op: 'ge' | 'lt' | 'eq', value: string) => ({ field: 'attainment.C', op, value }) as const;
  const hurdle = (when: Rule, otherwise: Hurdle['otherwise'] = { pay: 'none' }): Modifier => ({
    kind: 'hurdle',
    when,
    otherwise,
  });
  const gates = (modifier: Modifier, options?: LintPlanOptions): unknown[] =>
    lintPlan(plan({ quotas }, { quota: 'Q', modifiers: [modifier] }), options).map(({ code, params }) => [
      code,
      params['from'] ?? params['at'],
      params['to'],
      params['unit'],
    ]);
  test('gate.deadZone gives the sales that pay nothing, or attainment where the quota is not known', () => {
    const when = attainment('ge', '0.5');
    expect(gates(hurdle(when))).toEqual([['gate.deadZone', '0', '0.5', 'attainment']]);
    expect(gates(hurdle(when), { quotas: { Q: '1000' } })).toEqual([['gate.deadZone', '0', '500', 'measure']]);
    expect(gates(hurdle(when, { multiply: '0' }))).toHaveLength(1);
    expect(gates(hurdle(when, { rate: { kind: 'flat', rate: '0' } }))).toHaveLength(1);
  });
  test('a gate that closes again makes pay fall', () => {
    expect(gates(hurdle(attainment('lt', '2')))).toEqual([
      ['gate.deadZone', '2', 'never', 'attainment'],
      ['gate.nonMonotone', '2', undefined, 'attainment'],
    ]);
    expect(gates(hurdle(attainment('lt', '2'), { multiply: '0.5' }))).toEqual([
      ['gate.nonMonotone', '2', undefined, 'attainment'],
    ]);
    expect(gates(hurdle(attainment('ge', '2'), { multiply: '1.5' }))).toEqual([
      ['gate.nonMonotone', '2', undefined, 'attainment'],
    ]);
    expect(gates({ kind: 'kicker', milestones: [{ when: attainment('lt', '2'), pay }] })).toEqual([
      ['gate.nonMonotone', '2', undefined, 'attainment'],
    ]);
  });
  test('measure and attainment are put on one line by the quota', () => {
    const when: Rule = { all: [attainment('ge', '0.5'), { field: 'measure.C', op: 'lt', value: '2000' }] };
    expect(gates(hurdle(when))).toEqual([]);
    expect(gates(hurdle(when), { quotas: { Q: '1000' } })).toEqual([
      ['gate.deadZone', '0', '500', 'measure'],
      ['gate.deadZone', '2000', 'never', 'measure'],
      ['gate.nonMonotone', '2000', undefined, 'measure'],
    ]);
  });
  test('stretches that touch at a closed point are one', () => {
    const when: Rule = { all: [attainment('ge', '0.5'), { not: attainment('eq', '0.2') }] };
    expect(gates(hurdle(when))).toEqual([['gate.deadZone', '0', '0.5', 'attainment']]);
    expect(gates(hurdle({ not: attainment('ge', '0') }))).toEqual([['gate.deadZone', '0', 'never', 'attainment']]);
  });
  test('claims nothing that sales alone do not decide', () => {
    const score: Rule = { field: 'score.x', op: 'ge', value: '1' };
    expect(gates(hurdle(score))).toEqual([]);
    expect(gates(hurdle({ any: [attainment('ge', '0.5'), score] }))).toEqual([]);
    expect(gates(hurdle({ all: [attainment('ge', '0.5'), score] }))).toHaveLength(1);
    expect(gates(hurdle(attainment('ge', '0.5'), { multiply: '0.5' }))).toEqual([]);
    const floor = { kind: 'floor', limit: { ofMeasure: '0.01' } } as const;
    const own = { quota: 'Q', modifiers: [hurdle(attainment('ge', '0.5')), floor] };
    expect(codes(plan({ quotas }, own))).toEqual([]);
  });
  test('a hurdle of the plan is one for each of its components', () => {
    const modifiers = [
      { ...hurdle({ field: 'measure.C', op: 'ge', value: '10' }), component: ['C'] },
    ] as PlanModifier[];
    expect(codes(plan({ modifiers }))).toEqual(['gate.deadZone modifiers.0']);
    const components = [
      { ...component, credits: ['revenue'] },
      { ...component, id: 'D', credits: ['override'] },
    ] as const;
    expect(codes(plan({ components, modifiers: [{ ...modifiers[0]!, component: ['D'] }] }))).toEqual([]);
  });
});

describe('falling figures', () => {
  const curve = (...ys: string[]): Curve => ({ points: ys.map((y, x) => ({ x: String(x), y })) });
  test('a pay curve that falls, also one that falls from first to last', () => {
    const found = (each: Curve) =>
      lintPlan(plan({ quotas }, { quota: 'Q', rate: { kind: 'curve', curve: each } })).map(({ code, params }) => [
        code,
        params,
      ]);
    expect(found(curve('0', '1', '2'))).toEqual([]);
    expect(found(curve('3', '2', '1', '1'))).toEqual([['curve.nonMonotone', { from: '0', to: '2', loss: '2' }]]);
    expect(found(curve('0', '2', '1', '3'))).toEqual([['curve.nonMonotone', { from: '1', to: '2', loss: '1' }]]);
    const points = [
      { x: '0', y: '1' },
      { x: '1', y: '1' },
      { x: '1', y: '0.5' },
    ];
    expect(found({ points })).toEqual([['curve.nonMonotone', { from: '1', to: '1', loss: '0.5' }]]);
  });
  test('the factors of a multiplier', () => {
    const multiplier = (by: Exclude<Multiplier['by'], string>) =>
      codes(plan({}, { modifiers: [{ kind: 'multiplier', by }] }));
    const turned = { ...whole, tiers: whole.tiers.map(({ upTo }, i) => ({ upTo, rate: String(2 - i) })) };
    expect(multiplier({ axis: 'measure', tiers: turned })).toEqual([
      'tiers.nonMonotone components.0.modifiers.0.by.tiers.tiers.1',
    ]);
    expect(multiplier({ axis: 'measure', tiers: whole })).toEqual([]);
    expect(multiplier({ axis: 'measure', curve: curve('2', '1') })).toEqual([
      'curve.nonMonotone components.0.modifiers.0.by.curve.points.1',
    ]);
  });
});

describe('cap.regressive', () => {
  const tiers = {
    mode: 'marginal',
    tiers: [
      { upTo: '0.5', rate: '0.05' },
      { upTo: '1.5', rate: '0.1' },
      { upTo: null, rate: '0.2' },
    ],
  } as const;
  const cap = (limit: Quantity): Cap => ({ kind: 'cap', limit });
  const found = (own: Partial<Component>, parts: Partial<CommissionPlan> = {}, options?: LintPlanOptions): unknown[] =>
    lintPlan(
      plan({ quotas, ...parts }, { quota: 'Q', rate: { kind: 'tiers', axis: 'attainment', tiers }, ...own }),
      options,
    )
      .filter(({ code }) => code === 'cap.regressive')
      .map(({ path, params: { at, total, limit, unit } }) => [path.join('.'), at, total, limit, unit]);
  test('names the first rate that the cap keeps from being earned', () => {
    const at = 'components.0.modifiers.0';
    const known = { quotas: { Q: '1000' } };
    expect(found({ modifiers: [cap({ ofQuota: '0.12' })] })).toEqual([[at, '1.5', '0.125', '0.12', 'quota']]);
    expect(found({ modifiers: [cap({ ofQuota: '0.12' })] }, {}, known)).toEqual([[at, '1500', '125', '120', 'money']]);
    expect(found({ modifiers: [cap({ amount: '10' })] }, {}, known)).toEqual([[at, '500', '25', '10', 'money']]);
    expect(found({ modifiers: [cap({ ofQuota: '0.13' })] })).toEqual([]);
  });
  test('constant factors before the cap count, looked-up ones hide it', () => {
    const at = 'components.0.modifiers.1';
    const limit = cap({ ofQuota: '0.13' });
    expect(found({ modifiers: [{ kind: 'multiplier', by: '1.1' }, limit] })).toEqual([
      [at, '1.5', '0.1375', '0.13', 'quota'],
    ]);
    expect(found({ modifiers: [{ kind: 'multiplier', by: { axis: 'measure', tiers: whole } }, limit] })).toEqual([]);
    expect(found({ modifiers: [{ kind: 'floor', limit: { amount: '1' } }, cap({ ofQuota: '0.01' })] })).toEqual([]);
  });
  test('a cap of the plan on one component', () => {
    const modifiers = [{ ...cap({ ofQuota: '0.12' }), component: ['C'] }] as PlanModifier[];
    expect(found({}, { modifiers })).toEqual([['modifiers.0', '1.5', '0.125', '0.12', 'quota']]);
  });
  test('limits of other spans than the rate looks at are not compared', () => {
    const limit = { ofQuota: '0.12' };
    expect(found({ modifiers: [{ ...cap(limit), scope: 'transaction' }] })).toEqual([]);
    expect(found({ accumulate: 'toDate', modifiers: [{ ...cap(limit), scope: 'period' }] })).toEqual([]);
    expect(found({ accumulate: 'toDate', modifiers: [cap(limit)] })).toHaveLength(1);
    expect(found({ modifiers: [cap({ ofMeasure: '0.01' })] })).toEqual([]);
    expect(found({ modifiers: [cap({ ofTarget: '0.01' })] })).toEqual([]);
    expect(
      found({
        rate: { kind: 'tiers', axis: 'attainment', tiers, yields: 'targetPay' },
        modifiers: [cap({ ofTarget: '0.12' })],
      }),
    ).toHaveLength(1);
  });
});

describe('override.over100', () => {
  const components = (own: string, above: string): CommissionPlan =>
    plan({
      components: [
        { ...component, rate: { kind: 'flat', rate: own } },
        { ...component, id: 'O', credits: ['override'], rate: { kind: 'flat', rate: above } },
      ],
    });
  const rule = (parts: Partial<CreditRule> = {}): LintPlanOptions => ({
    crediting: { rules: [{ id: 'R', kind: 'override', levels: 2, ...parts }] },
  });
  const total = (of: CommissionPlan, options?: LintPlanOptions) =>
    lintPlan(of, options)
      .filter(({ code }) => code === 'override.over100')
      .map(({ params }) => params['total']);
  test('adds the rates of all levels', () => {
    expect(total(components('0.6', '0.25'))).toEqual([]);
    expect(total(components('0.6', '0.25'), rule())).toEqual(['1.1']);
    expect(total(components('0.5', '0.25'), rule())).toEqual([]);
    expect(total(components('0.6', '0.25'), rule({ shares: ['1', '0.5'] }))).toEqual([]);
    expect(total(components('1.5', '0'))).toEqual(['1.5']);
  });
  test('takes what comes out of the direct credit off it', () => {
    const funding = { funding: 'fromDirect', shares: ['0.2', '0.1'] } as const;
    expect(total(components('0.9', '0.9'), rule(funding))).toEqual([]);
    expect(total(components('0.9', '1.5'), rule(funding))).toEqual(['1.08']);
  });
  test('takes all levels for ten unless told otherwise', () => {
    const all = rule({ levels: 'all' });
    expect(total(components('0.1', '0.1'), all)).toEqual(['1.1']);
    expect(total(components('0.1', '0.1'), { ...all, levels: 9 })).toEqual([]);
  });
  test('adds only what one row can reach', () => {
    const where = (value: string): Rule => ({ field: 'attributes.product', op: 'eq', value });
    const rate = { kind: 'flat', rate: '0.7' } as const;
    const apart = [
      { ...component, rate, where: where('A') },
      { ...component, id: 'B', rate, where: where('B') },
    ];
    expect(total(plan({ components: apart }))).toEqual([]);
    const found = lintPlan(plan({ components: [...apart, { ...component, id: 'X', rate, where: where('B') }] }));
    expect(found.find(({ code }) => code === 'override.over100')?.params).toEqual({
      total: '1.4',
      example: { 'attributes.product': 'B' },
    });
  });
  test('a component on one level does not pay on the others', () => {
    const of = components('0.6', '0.25');
    const first: Component = { ...of.components[1]!, where: { field: 'credit.level', op: 'eq', value: '1' } };
    expect(total({ ...of, components: [of.components[0]!, first] }, rule())).toEqual([]);
  });
  test('counts rates on amounts alone', () => {
    const own = (parts: Partial<Component>) => total(plan({}, parts));
    expect(own({ rate: { kind: 'flat', rate: '5', per: 'credit' } })).toEqual([]);
    expect(own({ measure: { kind: 'units' }, rate: { kind: 'flat', rate: '5' } })).toEqual([]);
    expect(own({ rate: { kind: 'tiers', tiers: whole }, modifiers: [{ kind: 'multiplier', by: '6' }] })).toEqual([
      '1.2',
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

describe('draw.neverRecovers', () => {
  const draw = { id: 'D', amount: { amount: '2000' }, from: '2025-01-01' } as const;
  const cap = (limit: Quantity): Cap => ({ kind: 'cap', limit });
  const because = (own: Partial<Draw>, modifiers: readonly Modifier[] = [], parts: Partial<CommissionPlan> = {}) =>
    lintPlan(plan({ draws: [{ ...draw, ...own }], ...parts }, { modifiers }))
      .filter(({ code }) => code === 'draw.neverRecovers')
      .map(({ path, params }) => [path.join('.'), params['because']]);

  test.each([
    ['nothing of the pay may be taken', { recoveryRate: '0' }, [], 'recoveryRate'],
    ['no period may take anything', { maxRecovery: '0' }, [], 'maxRecovery'],
    [
      'recovery begins after the end',
      { recovery: 'forgiven', to: '2025-03-01', recoverFrom: '2025-03-01' },
      [],
      'recoverFrom',
    ],
    ['pay is capped at the guarantee', {}, [cap({ amount: '2000' })], 'recoveryFloor'],
    [
      'pay is capped below a floor',
      { kind: 'additive', recoveryFloor: '3000' },
      [cap({ amount: '2500' })],
      'recoveryFloor',
    ],
    ['the same in target pay', { amount: { ofTarget: '1' } }, [cap({ ofTarget: '0.9' })], 'recoveryFloor'],
  ] as const)('%s', (_, own, modifiers, reason) => {
    expect(because(own, modifiers)).toEqual([['draws.0', reason]]);
  });

  test('every reason is said', () => {
    const own = { recoveryRate: '0', maxRecovery: '0' };
    expect(because(own, [cap({ amount: '2000' })])).toEqual(
      ['recoveryRate', 'maxRecovery', 'recoveryFloor'].map((reason) => ['draws.0', reason]),
    );
  });

  test.each([
    ['a guarantee without a cap', {}, []],
    ['an advance that is no debt', { recovery: 'none', recoveryRate: '0' }, []],
    ['a cap above the guarantee', {}, [cap({ amount: '2000.01' })]],
    ['a floor that ends with the draw', { to: '2026-01-01' }, [cap({ amount: '100' })]],
    ['no floor', { recoveryFloor: 'zero' }, [cap({ amount: '100' })]],
    ['limits that do not compare', { amount: { ofTarget: '1' } }, [cap({ amount: '1' })]],
    ['a cap of each transaction', {}, [{ ...cap({ amount: '1' }), scope: 'transaction' }]],
    ['a multiplier behind the cap', {}, [cap({ amount: '2000' }), { kind: 'multiplier', by: '2' }]],
    ['recovery in the last month', { recovery: 'forgiven', to: '2025-03-15', recoverFrom: '2025-03-20' }, []],
  ] as const)('is not found of %s', (_, own, modifiers) => {
    expect(because(own, modifiers)).toEqual([]);
  });

  test("a cap of the plan's own sum decides for all of its components", () => {
    const components = [component, { ...component, id: 'B', credits: ['override'] as const }];
    expect(because({}, [], { components, modifiers: [cap({ amount: '1500' }) as PlanModifier] })).toHaveLength(1);
    expect(
      because({}, [], { components: components.map((one) => ({ ...one, modifiers: [cap({ amount: '1000' })] })) }),
    ).toHaveLength(1);
    expect(
      because({}, [], { components: components.map((one) => ({ ...one, modifiers: [cap({ amount: '1001' })] })) }),
    ).toEqual([]);
  });
});

test('a draw that is a part of the quota uses it', () => {
  const draws = [{ id: 'D', amount: { ofQuota: '0.1' }, from: '2025-01-01' }];
  expect(codes(plan({ quotas, draws }))).toEqual([]);
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
