import { describe, expect, test } from 'vitest';
import {
  type CommissionPlan,
  compareRuns,
  diffRuns,
  planDiff,
  type RunInput,
  type Transaction,
} from '../../../src/commission/index.js';
import { localize } from '../../../src/core/index.js';
import { thrown } from '../../core/thrown.js';

const plan: CommissionPlan = {
  id: 'P',
  currency: 'USD',
  period: 'month',
  quotas: { Q: { amount: '10000', per: 'month' } },
  components: [
    {
      id: 'C',
      credits: ['revenue', 'rollup'],
      measure: { kind: 'amount' },
      accumulate: 'perPeriod',
      quota: 'Q',
      rate: {
        kind: 'tiers',
        axis: 'attainment',
        tiers: {
          mode: 'whole',
          tiers: [
            { upTo: '1', rate: '0.05' },
            { upTo: null, rate: '0.08' },
          ],
        },
      },
    },
  ],
  modifiers: [
    { kind: 'kicker', milestones: [{ when: { field: 'score.mbo', op: 'ge', value: '1' }, pay: { amount: '50' } }] },
  ],
};
const row = (id: string, date: string, amount: string, parts: Partial<Transaction> = {}): Transaction => ({
  id,
  date,
  amount,
  currency: 'USD',
  payeeId: 'E1',
  ...parts,
});
const input: RunInput = {
  asOf: '2026-12-31',
  periods: { from: '2026-01-01', to: '2026-03-01' },
  plans: [plan],
  payees: [{ id: 'E1' }, { id: 'M' }],
  assignments: [
    { payeeId: 'E1', planId: 'P', from: '2026-01-01' },
    { payeeId: 'M', planId: 'P', from: '2026-01-01' },
  ],
  hierarchy: [],
  crediting: { rules: [{ id: 'R', kind: 'rollup', levels: 1 }] },
  transactions: [
    row('T1', '2026-01-10', '4000'),
    row('T2', '2026-02-10', '6000'),
    row('T3', '2026-02-11', '1000', { currency: 'EUR' }),
  ],
  rates: [{ from: 'EUR', to: 'USD', rate: '1.1', on: '2026-01-01' }],
};
const brief = (other: RunInput, detail?: 'lines'): string[] =>
  diffRuns(input, other, detail === undefined ? {} : { detail }).map(
    ({ payeeId, period, componentId, transactionId, delta, causes }) =>
      [
        payeeId,
        period.slice(0, 7),
        componentId ?? 'plan',
        ...(transactionId === undefined ? [] : [transactionId ?? 'span']),
        delta,
        ...causes,
      ].join(' '),
  );

describe('diffRuns names what bears on a difference:', () => {
  const [component] = plan.components;
  test.each<[string, Partial<RunInput>, string[]]>([
    ['nothing', {}, []],
    [
      'the terms of the plan',
      { plans: [{ ...plan, components: [{ ...component!, rate: { kind: 'flat', rate: '0.1' } }] }] },
      ['E1 2026-01 C 200.00 planVersion', 'E1 2026-02 C 355.00 planVersion'],
    ],
    ['another name, which bears on nothing', { plans: [{ ...plan, name: 'new' }] }, []],
    [
      'the quota',
      { plans: [{ ...plan, quotas: { Q: { amount: '3000', per: 'month' } } }] },
      ['E1 2026-01 C 120.00 quota', 'E1 2026-02 C 213.00 quota'],
    ],
    [
      'a quota of one',
      { assignments: [{ ...input.assignments[0]!, quotas: { Q: { amount: '3000' } } }, input.assignments[1]!] },
      ['E1 2026-01 C 120.00 quota', 'E1 2026-02 C 213.00 quota'],
    ],
    [
      'a late row',
      { transactions: [...input.transactions, row('T4', '2026-01-20', '1000')] },
      ['E1 2026-01 C 50.00 row'],
    ],
    [
      'a row that says something else',
      { transactions: [row('T1', '2026-01-10', '3000'), ...input.transactions.slice(1)] },
      ['E1 2026-01 C -50.00 row'],
    ],
    [
      'a link of the hierarchy',
      { hierarchy: [{ kind: 'reportsTo', child: 'E1', parent: 'M', from: '2026-02-01', to: null }] },
      ['M 2026-02 C 355.00 hierarchy'],
    ],
    [
      'an exchange rate',
      { rates: [{ from: 'EUR', to: 'USD', rate: '1.2', on: '2026-01-01' }] },
      ['E1 2026-02 C 5.00 rate'],
    ],
    [
      'an assignment that ends',
      { assignments: [{ ...input.assignments[0]!, to: '2026-02-01' }, input.assignments[1]!] },
      ['E1 2026-02 C -355.00 assignment'],
    ],
    [
      'a score',
      { scores: [{ payeeId: 'E1', period: '2026-01-01', name: 'mbo', value: '1' }] },
      ['E1 2026-01 plan 50.00 score'],
    ],
    [
      'a bonus',
      {
        adjustments: [
          { id: 'A', payeeId: 'M', planId: 'P', date: '2026-02-01', amount: '7', kind: 'bonus', reason: 'r' },
        ],
      },
      ['M 2026-02 plan 7.00 adjustment'],
    ],
    ['the day up to which facts are known', { asOf: '2026-02-01' }, ['E1 2026-02 C -355.00 asOf']],
  ])('%s', (_, parts, expected) => {
    expect(brief({ ...input, ...parts })).toEqual(expected);
  });
});

test('crediting and attributes are causes too', () => {
  const linked: RunInput = {
    ...input,
    hierarchy: [{ kind: 'reportsTo', child: 'E1', parent: 'M', from: '2026-01-01', to: null }],
  };
  const halved = {
    ...linked,
    crediting: { rules: [{ id: 'R', kind: 'rollup' as const, levels: 1, shares: ['0.5'] }] },
  };
  expect(diffRuns(linked, halved).map(({ payeeId, causes }) => [payeeId, ...causes])).toEqual([
    ['M', 'crediting'],
    ['M', 'crediting'],
  ]);
  const gated: RunInput = {
    ...input,
    plans: [
      { ...plan, components: [{ ...plan.components[0]!, where: { field: 'payee.grade', op: 'eq', value: 'A' } }] },
    ],
    payees: [{ id: 'E1', attributes: { grade: 'A' } }, { id: 'M' }],
  };
  const other = { ...gated, payees: [{ id: 'E1', attributes: { grade: 'B' } }, { id: 'M' }] };
  expect(diffRuns(gated, other).map(({ causes }) => causes)).toEqual([['payee'], ['payee']]);
});

test('by lines, a difference is told transaction by transaction, the whole span first', () => {
  const scores = [{ payeeId: 'E1', period: '2026-02-01', name: 'mbo', value: '1' }];
  const quotas = { Q: { amount: '3000', per: 'month' } } as const;
  expect(brief({ ...input, scores, plans: [{ ...plan, quotas }] }, 'lines')).toEqual([
    'E1 2026-01 C T1 120.00 quota score',
    'E1 2026-02 C T2 180.00 quota score',
    'E1 2026-02 C T3 33.00 quota score',
    'E1 2026-02 plan span 50.00 score',
  ]);
  expect(thrown(() => diffRuns(input, input, { detail: 'rows' as never })).code).toBe('option.unknown');
});

describe('planDiff', () => {
  test('compares entries with ids by them, and other lists by position', () => {
    const [component] = plan.components;
    const after: CommissionPlan = {
      ...plan,
      version: '2',
      components: [
        { id: 'N', measure: { kind: 'units' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate: '1' } },
        {
          ...component!,
          rate: {
            kind: 'tiers',
            axis: 'attainment',
            tiers: {
              mode: 'whole',
              tiers: [
                { upTo: '1.1', rate: '0.05' },
                { upTo: null, rate: '0.08' },
              ],
            },
          },
        },
      ],
      draws: [{ id: 'D', amount: { amount: '1' }, from: '2026-01-01' }],
    };
    const changes = planDiff(plan, after);
    expect(changes.map(({ code, path, params }) => [code, path.join('.'), params['before'], params['after']])).toEqual([
      ['plan.changed', 'components.C.rate.tiers.tiers.0.upTo', '1', '1.1'],
      ['plan.added', 'components.N', null, after.components[0]],
      ['plan.added', 'draws', null, after.draws],
      ['plan.added', 'version', null, '2'],
    ]);
    expect(planDiff(after, plan).map(({ code }) => code)).toEqual([
      'plan.changed',
      'plan.removed',
      'plan.removed',
      'plan.removed',
    ]);
    expect(localize(changes[0]!, 'zh-CN')).toBe('components.C.rate.tiers.tiers[0].upTo：由 1 改为 1.1');
  });

  test('finds an order that changed, and nothing where keys stand in another', () => {
    const [component] = plan.components;
    const two = { ...plan, components: [component!, { ...component!, id: 'B' }] };
    expect(planDiff(two, { ...two, components: two.components.toReversed() })).toEqual([
      {
        code: 'plan.changed',
        severity: 'info',
        path: ['components'],
        params: { before: ['C', 'B'], after: ['B', 'C'] },
      },
    ]);
    expect(planDiff(plan, Object.fromEntries(Object.entries(plan).toReversed()) as unknown as CommissionPlan)).toEqual(
      [],
    );
  });
});

describe('compareRuns', () => {
  test('puts pay, measure, attainment and cost ratio side by side, and all payees together last', () => {
    const after = {
      ...input,
      transactions: [row('T1', '2026-01-10', '12000'), row('T2', '2026-02-10', '8000', { payeeId: 'M' })],
    };
    const figures = compareRuns(input, after).map(({ payeeId, pay, measure, attainment, costRatio }) => [
      payeeId,
      ...[pay, measure, attainment, costRatio].map(
        ({ before, after: now, change }) => `${before} → ${now} (${change?.value ?? null})`,
      ),
    ]);
    expect(figures).toEqual([
      [
        'E1',
        '555 → 960 (0.72972972973)',
        '11100 → 12000 (0.081081081081)',
        '0.555 → 0.6 (0.081081081081)',
        '0.05 → 0.08 (0.6)',
      ],
      ['M', '0 → 400 (null)', '0 → 8000 (null)', '0 → 0.4 (null)', 'null → 0.05 (null)'],
      [
        null,
        '555 → 1360 (1.45045045045)',
        '11100 → 20000 (0.801801801802)',
        '0.2775 → 0.5 (0.801801801802)',
        '0.05 → 0.068 (0.36)',
      ],
    ]);
  });

  test('takes the measure of a window to date at its end', () => {
    const toDate = {
      ...plan,
      components: [{ ...plan.components[0]!, accumulate: 'toDate' as const, window: 'quarter' as const }],
    };
    const [own] = compareRuns({ ...input, plans: [toDate] }, { ...input, plans: [toDate] });
    expect([own?.measure.before, own?.attainment.before]).toEqual(['11100', '0.37']);
  });

  test('shows what only one run has', () => {
    const [own] = compareRuns(
      { ...input, periods: { from: '2026-01-01', to: '2026-02-01' }, assignments: [input.assignments[1]!] },
      input,
    );
    expect(own).toMatchObject({ payeeId: 'E1', pay: { before: null, after: '555', difference: null, change: null } });
  });
});
