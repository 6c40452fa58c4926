import { describe, expect, test } from 'vitest';
import {
  type CommissionPlan,
  type Draw,
  type DrawPeriod,
  run,
  type RunInput,
  settleDraws,
} from '../../../src/commission/index.js';
import { renderExplanation } from '../../../src/core/index.js';
import { thrown } from '../../core/thrown.js';

const draw: Draw = { id: 'D', amount: { amount: '2000' }, from: '2026-01-01' };
const months: readonly DrawPeriod[] = [
  { start: '2026-01-01', end: '2026-02-01', payable: '1500' },
  { start: '2026-02-01', end: '2026-03-01', payable: '2375' },
];

test('tells in English and Chinese where pay and debt come from', () => {
  const { explanation } = settleDraws([{ ...draw, recoveryRate: '0.8' }], months)[1]!;
  expect(renderExplanation(explanation, 'en').split('\n')).toEqual([
    'pay from 2026-02-01 to 2026-03-01 after draws = 2075.00',
    '  periods[1].payable = 2375',
    '  recovered for draw D from pay of 2375 above 2000 = -300',
    '    debt of draw D before 2026-02-01: plus advance 500, less recovery 0 and forgiven 0 = 500',
    '      draws[0].id = D',
    '    recoveryFloor = draw',
    '    draws[0].recoveryRate = 0.8',
  ]);
  expect(renderExplanation(explanation, 'zh-CN')).toContain('从 2375 中高于 2000 的部分收回预支 D');
});

test('a year without pay is a year of advances', () => {
  expect(settleDraws([draw], [])).toEqual([]);
  expect(settleDraws([], months).map(({ payable, balance }) => [payable, balance])).toEqual([
    ['1500.00', '0.00'],
    ['2375.00', '0.00'],
  ]);
});

describe('is refused with its place:', () => {
  const [january, february] = months as [DrawPeriod, DrawPeriod];
  test.each([
    ['an id twice', [draw, draw], months, {}, 'draw.duplicate', 'draws.1.id'],
    [
      'a negative amount',
      [{ ...draw, amount: { amount: '-1' } }],
      months,
      {},
      'draw.negative',
      'draws.0.amount.amount',
    ],
    ['a negative floor', [{ ...draw, recoveryFloor: '-1' }], months, {}, 'draw.negative', 'draws.0.recoveryFloor'],
    ['a negative limit', [{ ...draw, maxRecovery: '-1' }], months, {}, 'draw.negative', 'draws.0.maxRecovery'],
    ['a rate above 1', [{ ...draw, recoveryRate: '1.01' }], months, {}, 'draw.rate', 'draws.0.recoveryRate'],
    ['a priority between two', [{ ...draw, priority: 0.5 }], months, {}, 'draw.priority', 'draws.0.priority'],
    [
      'a floor of no kind',
      [{ ...draw, recoveryFloor: 'none' }],
      months,
      {},
      'decimal.invalid',
      'draws.0.recoveryFloor',
    ],
    ['an unknown kind', [{ ...draw, kind: 'loan' as never }], months, {}, 'option.unknown', 'draws.0.kind'],
    ['an unknown recovery', [{ ...draw, recovery: 'all' as never }], months, {}, 'option.unknown', 'draws.0.recovery'],
    ['an unknown timing', [{ ...draw, timing: 'daily' as never }], months, {}, 'option.unknown', 'draws.0.timing'],
    [
      'an unknown end',
      [{ ...draw, atTermination: 'x' as never }],
      months,
      {},
      'option.unknown',
      'draws.0.atTermination',
    ],
    ['a draw that ends first', [{ ...draw, to: '2026-01-01' }], months, {}, 'period.order', 'draws.0.to'],
    ['months that go back', [draw], [february, january], {}, 'draw.periods', 'periods.1.start'],
    [
      'a day outside',
      [draw],
      [{ ...january, terminated: '2026-02-01' }],
      {},
      'draw.terminated',
      'periods.0.terminated',
    ],
    ['no target pay', [{ ...draw, amount: { ofTarget: '1' } }], months, {}, 'plan.basisMissing', 'periods.0.target'],
    ['a debt of no draw', [draw], months, { opening: { X: '1' } }, 'draw.unknown', 'options.opening.X'],
    ['a negative debt', [draw], months, { opening: { D: '-1' } }, 'draw.negative', 'options.opening.D'],
  ] as const)('%s', (_, draws, periods, options, code, path) => {
    const error = thrown(() => settleDraws(draws, periods, options));
    expect([error.code, error.path.join('.')]).toEqual([code, path]);
  });
});

describe('in a run', () => {
  const plan: CommissionPlan = {
    id: 'P',
    currency: 'USD',
    period: 'month',
    components: [{ id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate: '1' } }],
    draws: [draw],
  };
  const input: RunInput = {
    asOf: '2026-12-31',
    periods: { from: '2026-01-01', to: '2026-03-01' },
    plans: [plan],
    payees: [{ id: 'E1' }],
    assignments: [{ payeeId: 'E1', planId: 'P', from: '2026-01-01' }],
    transactions: [],
  };

  test('settles as it does alone', () => {
    const transactions = [
      { id: 'T1', date: '2026-01-09', amount: '1500', currency: 'USD', payeeId: 'E1' },
      { id: 'T2', date: '2026-02-09', amount: '2375', currency: 'USD', payeeId: 'E1' },
    ];
    const { statements } = run({ ...input, transactions });
    settleDraws([draw], months).forEach((period, index) => {
      expect(statements[index]).toMatchObject({
        payable: period.payable,
        drawAdvance: period.advance,
        drawRecovery: period.recovery,
        balances: { draw: period.balance },
      });
    });
  });

  test('two assignments of one month each bring their part', () => {
    const first = { payeeId: 'E1', planId: 'P', from: '2026-01-01', to: '2026-02-15' };
    const second = { payeeId: 'E1', planId: 'P', from: '2026-02-15', draws: [{ ...draw, amount: { amount: '4000' } }] };
    const advances = (assignments: RunInput['assignments']) =>
      run({ ...input, assignments }).statements.map(({ drawAdvance }) => drawAdvance);
    expect(advances([first, second])).toEqual(['2000.00', '3000.00']);
    expect(advances([first, { ...second, draws: [] }])).toEqual(['2000.00', '1000.00']);
  });

  test.each([
    [
      'a draw of an assignment',
      { assignments: [{ ...input.assignments[0]!, draws: [{ ...draw, recoveryRate: '2' }] }] },
      'draw.rate',
      'assignments.0.draws.0.recoveryRate',
    ],
    [
      'its part of a quota that is none',
      { assignments: [{ ...input.assignments[0]!, draws: [{ ...draw, amount: { ofQuota: '1' } }] }] },
      'plan.basisMissing',
      'assignments.0.draws.0.amount.ofQuota',
    ],
    [
      'a draw of the plan',
      { plans: [{ ...plan, draws: [{ ...draw, kind: 'x' as never }] }] },
      'option.unknown',
      'plans.0.draws.0.kind',
    ],
    [
      'a part of target pay without one',
      { plans: [{ ...plan, draws: [{ ...draw, amount: { ofTarget: '1' } }] }] },
      'assignment.targetMissing',
      'assignments.0',
    ],
    [
      'payment of an unknown kind',
      { plans: [{ ...plan, payment: { excess: 'x' as never } }] },
      'option.unknown',
      'plans.0.payment.excess',
    ],
    [
      'a negative debt',
      { opening: [{ payeeId: 'E1', planId: 'P', balance: 'draw', drawId: 'D', amount: '-1' }] },
      'draw.negative',
      'opening.0.amount',
    ],
    [
      'a debt without its draw',
      { opening: [{ payeeId: 'E1', planId: 'P', balance: 'draw', amount: '1' }] },
      'draw.unknown',
      'opening.0.drawId',
    ],
    [
      'a termination of nobody',
      { events: [{ type: 'termination', date: '2026-01-01' }] },
      'run.payee',
      'events.0.payeeId',
    ],
    [
      'an event of a stranger',
      { events: [{ type: 'goLive', date: '2026-01-01', payeeId: 'X' }] },
      'run.payee',
      'events.0.payeeId',
    ],
    ['a day that is none', { events: [{ type: 'goLive', date: '2026-02-30' }] }, 'date.invalid', 'events.0.date'],
  ] as const)('refuses %s', (_, parts, code, path) => {
    const error = thrown(() => run({ ...input, ...(parts as Partial<RunInput>) }));
    expect([error.code, error.path.join('.')]).toEqual([code, path]);
  });

  test('a payout that waits for its rate is carried on when its period is closed', () => {
    const payees = [{ id: 'E1', currency: 'EUR' }];
    const { ledger, statements } = run({ ...input, payees });
    expect(statements[0]?.payout).toBeNull();
    const closed = { before: '2026-02-01', ledger: ledger.filter(({ period }) => period === '2026-01-01') };
    expect(run({ ...input, payees, closed }).statements[0]).toMatchObject({ carryIn: '2000.00', payable: '4000.00' });
  });
});
