import { describe, expect, test } from 'vitest';
import { checkPlan, checkPlans } from '../../../src/commission/plan/checkPlan.js';
import {
  CommissionPlan,
  type Component,
  type Modifier,
  type PlanModifier,
  type Rate,
} from '../../../src/commission/schema.js';
import { thrown } from '../../core/thrown.js';
import * as samples from '../samples.js';

const whole = (tiers: Partial<Extract<Rate, { kind: 'tiers' }>['tiers']> = {}) =>
  ({ mode: 'whole', tiers: [{ upTo: null, rate: '0.1' }], ...tiers }) as const;
const component = (change: Partial<Component> = {}): Component => ({
  id: 'C',
  measure: { kind: 'amount' },
  accumulate: 'perPeriod',
  rate: { kind: 'flat', rate: '0.1' },
  ...change,
});
const plan = (change: Partial<CommissionPlan> = {}): CommissionPlan => ({
  id: 'P',
  currency: 'USD',
  period: 'month',
  quotas: { Q: { amount: '100', per: 'month' } },
  components: [component()],
  ...change,
});
const error = (change: Partial<CommissionPlan>): [string, string] => {
  const { code, message } = thrown(() => checkPlan(plan(change), ['plans', 0]));
  return [code, message];
};
const ofComponent = (change: Partial<Component>): [string, string] => error({ components: [component(change)] });
const checking = (change: Partial<CommissionPlan>) => (): void => checkPlan(plan(change), ['plans', 0]);

describe('plan.componentId', () => {
  test('ids are unique', () => {
    expect(error({ components: [component(), component()] })).toEqual([
      'plan.componentId',
      'plans[0].components[1].id: must name exactly one component, got C',
    ]);
  });

  test('modifiers and facts name components that exist', () => {
    const modifiers: PlanModifier[] = [{ kind: 'multiplier', by: '2', component: ['C', 'D'] }];
    expect(error({ modifiers })[1]).toBe('plans[0].modifiers[0].component[1]: must name exactly one component, got D');
    const when = {
      all: [{ field: 'earned.C', op: 'gt', value: '0' } as const, { field: 'measure.x.y', op: 'exists' } as const],
    };
    const hurdle: Modifier = { kind: 'hurdle', when, otherwise: { pay: 'none' } };
    expect(ofComponent({ modifiers: [hurdle] })[1]).toBe(
      'plans[0].components[0].modifiers[0].when.all[1].field: must name exactly one component, got x.y',
    );
  });
});

describe('plan.quotaMissing', () => {
  const matrix: Rate = {
    kind: 'matrix',
    dimensions: [{ id: 'a', axis: 'attainment', upTo: [null] }],
    cells: ['1'],
  };
  test.each<[string, Partial<Component>, string]>([
    ['a name that the plan does not have', { quota: 'X' }, 'C'],
    ['tiers of attainment', { rate: { kind: 'tiers', axis: 'attainment', tiers: whole() } }, 'rate'],
    ['a curve', { rate: { kind: 'curve', curve: { points: [{ x: '1', y: '1' }] } } }, 'rate'],
    ['a matrix of attainment', { rate: matrix }, 'rate.dimensions.0'],
    [
      'a multiplier',
      { modifiers: [{ kind: 'multiplier', by: { axis: 'attainment', tiers: whole() } }] },
      'modifiers.0',
    ],
    ['a cap of the quota', { modifiers: [{ kind: 'cap', limit: { ofQuota: '0.1' } }] }, 'modifiers.0.limit'],
    [
      'a milestone of the quota',
      { modifiers: [{ kind: 'kicker', milestones: [{ when: { all: [] }, pay: { ofQuota: '1' } }] }] },
      'modifiers.0.milestones.0.pay',
    ],
    [
      'a gate',
      {
        modifiers: [
          { kind: 'hurdle', when: { field: 'attainment.C', op: 'ge', value: '1' }, otherwise: { pay: 'none' } },
        ],
      },
      'attainment.C',
    ],
    [
      'the other rate of a hurdle',
      { modifiers: [{ kind: 'hurdle', when: { all: [] }, otherwise: { rate: matrix } }] },
      'modifiers.0.otherwise.rate.dimensions.0',
    ],
  ])('%s', (_, change, user) => {
    expect(ofComponent(change)).toEqual([
      'plan.quotaMissing',
      `plans[0].components[0].quota: must name a quota of the plan, because ${user} needs one`,
    ]);
    if (change.quota === undefined)
      expect(checking({ components: [component({ ...change, quota: 'Q' })] })).not.toThrow();
  });

  test('a gate of the plan needs the quota of the component that it names', () => {
    const when = { field: 'attainment.D', op: 'ge', value: '1' } as const;
    const modifiers: PlanModifier[] = [{ kind: 'kicker', milestones: [{ when, pay: { amount: '1' } }] }];
    expect(error({ components: [component(), component({ id: 'D' })], modifiers })[1]).toMatch(
      /^plans\[0\]\.components\[1\]\.quota: /,
    );
  });
});

describe('plan.axisMode', () => {
  const marginal = { ...whole(), mode: 'marginal' } as const;
  test.each<[string, Partial<Component>]>([
    ['a third quantity', { rate: { kind: 'tiers', axis: { kind: 'units' }, tiers: marginal } }],
    [
      'a ratio',
      { measure: { kind: 'marginRate' }, base: { kind: 'margin' }, rate: { kind: 'tiers', tiers: marginal } },
    ],
    [
      'a score beside a base',
      { measure: { kind: 'score', name: 's' }, base: { kind: 'amount' }, rate: { kind: 'tiers', tiers: marginal } },
    ],
  ])('%s must be looked up whole', (_, change) => {
    expect(ofComponent(change)).toEqual([
      'plan.axisMode',
      'plans[0].components[0].rate.tiers.mode: must be whole, got marginal',
    ]);
    const { rate } = change;
    if (rate?.kind === 'tiers')
      expect(checking({ components: [component({ ...change, rate: { ...rate, tiers: whole() } })] })).not.toThrow();
  });

  test('an axis that is the measure in other words is no third quantity', () => {
    expect(
      checking({ components: [component({ rate: { kind: 'tiers', axis: { kind: 'amount' }, tiers: marginal } })] }),
    ).not.toThrow();
  });

  test('a ratio may be paid in money at any mode', () => {
    const rate: Rate = { kind: 'tiers', tiers: marginal, yields: 'money' };
    expect(checking({ components: [component({ measure: { kind: 'marginRate' }, rate })] })).not.toThrow();
  });

  test('a matrix is not split along a ratio', () => {
    const rate: Rate = {
      kind: 'matrix',
      dimensions: [{ id: 'm', axis: { kind: 'markup' }, upTo: [null] }],
      cells: ['1'],
      split: 'm',
    };
    expect(ofComponent({ rate })[1]).toBe(
      'plans[0].components[0].rate.split: must be along a quantity that adds up, got markup',
    );
  });

  test('the components of a plan share scores alone', () => {
    const modifiers: PlanModifier[] = [{ kind: 'multiplier', by: { axis: 'measure', tiers: whole() } }];
    expect(error({ modifiers })[1]).toBe('plans[0].modifiers[0].by.axis: must be a score, got measure');
    expect(
      checking({ modifiers: [{ kind: 'multiplier', by: { axis: { kind: 'score', name: 's' }, tiers: whole() } }] }),
    ).not.toThrow();
  });
});

describe('plan.ratioBase', () => {
  const cells = { dimensions: [{ id: 'm', axis: 'measure', upTo: [null] }], cells: ['1'] } as const;
  test.each<[string, Rate]>([
    ['a matrix', { kind: 'matrix', ...cells }],
    ['a table', { kind: 'table', table: { hit: 'first', inputs: [], rows: [{ when: {}, output: { rate: '0.1' } }] } }],
    ['marginal tiers', { kind: 'tiers', axis: { kind: 'amount' }, tiers: { ...whole(), mode: 'marginal' } }],
  ])('%s earns credit by credit, a ratio does not', (_, rate) => {
    const base = { kind: 'markup' } as const;
    expect(ofComponent({ base, rate })).toEqual([
      'plan.ratioBase',
      'plans[0].components[0].rate: must multiply a quantity that adds up from credit to credit, got markup',
    ]);
    expect(checking({ components: [component({ rate })] })).not.toThrow();
    if (rate.kind === 'matrix') {
      expect(checking({ components: [component({ base, rate: { ...rate, yields: 'money' } })] })).not.toThrow();
    }
  });
});

describe('plan.baseMode', () => {
  const base = { kind: 'margin' } as const;
  test.each<[string, Extract<Rate, { kind: 'tiers' }>['tiers']]>([
    ['a flat', whole({ tiers: [{ upTo: null, rate: '0.1', flat: '5' }] })],
    ['anchored', { mode: 'anchored', anchor: '1', tiers: [{ upTo: null, rate: '1' }] }],
    ['interpolated', { mode: 'interpolated', tiers: [{ upTo: null, rate: '1' }] }],
  ])('%s beside a separate base', (_, tiers) => {
    expect(ofComponent({ base, rate: { kind: 'tiers', tiers } })).toEqual([
      'plan.baseMode',
      'plans[0].components[0].rate.tiers: must be marginal or whole without flats where the rate multiplies another quantity than its axis',
    ]);
    expect(checking({ components: [component({ rate: { kind: 'tiers', tiers } })] })).not.toThrow();
    expect(
      checking({ components: [component({ base, rate: { kind: 'tiers', tiers, yields: 'money' } })] }),
    ).not.toThrow();
  });

  test('a flat of 0 is none', () => {
    const tiers = whole({ tiers: [{ upTo: null, rate: '0.1', flat: '0.00' }] });
    expect(checking({ components: [component({ base, rate: { kind: 'tiers', tiers } })] })).not.toThrow();
  });
});

describe('a matrix', () => {
  const size = { id: 'size', axis: 'measure', upTo: ['10', '20', null] } as const;
  const product = { id: 'product', axis: { kind: 'attribute', field: 'attributes.p' }, keys: ['A', 'B'] } as const;
  const matrix = (change: Partial<Extract<Rate, { kind: 'matrix' }>>): [string, string] =>
    ofComponent({
      rate: { kind: 'matrix', dimensions: [size, product], cells: ['1', '2', '3', '4', '5', '6'], ...change },
    });

  test.each<[string, Partial<Extract<Rate, { kind: 'matrix' }>>, string, string]>([
    [
      'cells',
      { cells: ['1'] },
      'plan.cells',
      'cells: must have 6 cells, one for each combination of the dimensions, got 1',
    ],
    ['ids', { dimensions: [size, size] }, 'plan.dimension', 'dimensions[1].id: must be given once, got size'],
    [
      'keys',
      { dimensions: [{ ...product, keys: ['A', 'A'] }] },
      'plan.dimension',
      'dimensions[0].keys[1]: must be given once, got A',
    ],
    ['split', { split: 'product' }, 'plan.dimension', 'split: must be the id of a numeric dimension, got product'],
    ['split', { split: 'nothing' }, 'plan.dimension', 'split: must be the id of a numeric dimension, got nothing'],
    [
      'order',
      { dimensions: [{ ...size, upTo: ['10', '10.0', null] }, product] },
      'tiers.notAscending',
      'dimensions[0].upTo[1]: must be greater than 10, got 10.0',
    ],
    [
      'end',
      { dimensions: [{ ...size, upTo: ['10', '20', '30'] }, product] },
      'tiers.lastClosed',
      'dimensions[0].upTo[2]: must be null in the last tier and only there, got 30',
    ],
    [
      'middle',
      { dimensions: [{ ...size, upTo: ['10', null, null] }, product] },
      'tiers.lastClosed',
      'dimensions[0].upTo[1]: must be null in the last tier and only there, got null',
    ],
  ])('%s', (_, change, code, message) => {
    expect(matrix(change)).toEqual([code, `plans[0].components[0].rate.${message}`]);
  });
});

describe('modifiers', () => {
  const other: Modifier = { kind: 'hurdle', when: { all: [] }, otherwise: { rate: { kind: 'flat', rate: '0' } } };

  test('another rate comes first', () => {
    expect(
      checking({ components: [component({ modifiers: [other, { kind: 'multiplier', by: '2' }] })] }),
    ).not.toThrow();
    expect(ofComponent({ modifiers: [{ kind: 'multiplier', by: '2' }, other] })).toEqual([
      'plan.hurdleOrder',
      'plans[0].components[0].modifiers[1]: must be the first modifier of a component, because another rate replaces what was earned',
    ]);
    expect(error({ modifiers: [other as unknown as PlanModifier] })[0]).toBe('plan.hurdleOrder');
  });

  test('the sum of the components has a quota where the plan has one alone', () => {
    const modifiers: PlanModifier[] = [{ kind: 'cap', limit: { ofQuota: '1' } }];
    expect(checking({ modifiers })).not.toThrow();
    const { quotas } = plan();
    for (const others of [{}, { ...quotas, R: { per: 'year' } as const }]) {
      expect(error({ modifiers, quotas: others })).toEqual([
        'plan.basisMissing',
        'plans[0].modifiers[0].limit.ofQuota: must not be a part of the quota: there is none here',
      ]);
    }
  });
});

describe('plan.span', () => {
  test.each<[string, Partial<CommissionPlan>, string]>([
    ['quota', { period: 'quarter' }, 'quotas.Q.per'],
    ['component', { components: [component({ every: 'week' })] }, 'components[0].every'],
    [
      'window',
      { period: 'year', quotas: {}, components: [component({ accumulate: 'toDate', window: 'half' })] },
      'components[0].window',
    ],
  ])('a %s is not shorter than a statement', (_, change, path) => {
    const [code, message] = error(change);
    expect(code).toBe('plan.span');
    expect(message.startsWith(`plans[0].${path}: must not be shorter than `)).toBe(true);
  });
});

describe('checkPlans', () => {
  const version = (label: string, from: string, to: string | null, id = 'P'): CommissionPlan =>
    plan({ id, version: label, effective: { from, to } });

  test('versions of one plan must not overlap', () => {
    const { code, path, params } = thrown(() =>
      checkPlans([version('2', '2025-07-01', null), version('1', '2025-01-01', '2025-07-02')], ['plans']),
    );
    expect([code, path, params]).toEqual([
      'plan.overlap',
      ['plans', 0, 'effective'],
      { planId: 'P', other: '1', on: '2025-07-01' },
    ]);
    expect(() =>
      checkPlans([version('2', '2025-07-01', null), version('1', '2025-01-01', '2025-07-01')], []),
    ).not.toThrow();
    expect(() =>
      checkPlans([version('1', '2025-01-01', null), version('1', '2025-01-01', null, 'Q')], []),
    ).not.toThrow();
  });

  test('a version without days holds always', () => {
    expect(thrown(() => checkPlans([plan(), version('2', '2025-07-01', null)], [])).code).toBe('plan.overlap');
  });

  test('days stand in order and every plan is checked', () => {
    expect(thrown(() => checkPlans([version('1', '2025-01-01', '2025-01-01')], ['plans'])).path).toEqual([
      'plans',
      0,
      'effective',
      'to',
    ]);
    expect(
      thrown(() => checkPlans([plan(), plan({ id: 'Q', components: [component(), component()] })], ['plans'])).path,
    ).toEqual(['plans', 1, 'components', 1, 'id']);
  });
});

test('a plan that uses everything it can is accepted', () => {
  // Steps and a term exclude each other.
  const clawback = { basis: 'asEarned', attainment: 'reduceCurrent', windowMonths: 12 } as const;
  const [component] = samples.plan.components;
  const plan = { ...samples.plan, clawback, components: [{ ...component, clawback }] };
  expect(checking(CommissionPlan.parse(plan))).not.toThrow();
});
