import { expect, test } from 'vitest';
import {
  type Clawback,
  type CommissionPlan,
  type Draw,
  explain,
  explainStatement,
  run,
  type RunInput,
  type Transaction,
} from '../../../src/commission/index.js';
import { renderExplanation } from '../../../src/core/index.js';

const plan = (more: Partial<CommissionPlan>): CommissionPlan => ({
  id: 'P',
  currency: 'USD',
  period: 'month',
  components: [{ id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate: '0.1' } }],
  ...more,
});
const sale = (id: string, date: string, amount: string, more: Partial<Transaction> = {}): Transaction => ({
  id,
  date,
  amount,
  currency: 'USD',
  payeeId: 'ana',
  ...more,
});
const input = (more: Partial<CommissionPlan>, transactions: Transaction[], rest: Partial<RunInput> = {}): RunInput => ({
  asOf: '2025-05-31',
  periods: { from: '2025-01-01', to: '2025-06-01' },
  plans: [plan(more)],
  payees: [{ id: 'ana' }],
  assignments: [
    { payeeId: 'ana', planId: 'P', from: '2025-01-01', to: null, target: { amount: '1000', per: 'month' } },
  ],
  transactions,
  ...rest,
});

/** The parts of a statement behind its components, without markup. */
function told(of: RunInput, period: string, locale: 'en' | 'zh-CN' = 'en'): string[] {
  const statement = run(of).statements.find((each) => each.period.start === period)!;
  const [, ...parts] = explainStatement(of, statement, locale).split('\n## ');
  return parts.slice(1).flatMap((part) =>
    part
      .split('\n')
      .filter((line) => line !== '')
      .map(plain),
  );
}

const plain = (line: string): string =>
  line
    .replaceAll('**', '')
    .replaceAll('\\', '')
    .replace(/^( *)- /, '$1');

const collected = input(
  { release: { kind: 'onCollection', maxDays: 60, expired: 'forfeit' }, clawback: { basis: 'paidOnly' } },
  [
    sale('T1', '2025-01-15', '1000', {
      // Not in the order of their dates: paths are those of the input.
      collections: [
        { date: '2025-02-25', amount: '100', kind: 'payment' },
        { date: '2025-02-05', amount: '300', kind: 'payment' },
        { date: '2025-02-10', amount: '50', kind: 'refund' },
      ],
    }),
    sale('R1', '2025-02-20', '-200', { reverses: 'T1' }),
    sale('R2', '2025-04-20', '-200', { reverses: 'T1' }),
  ],
);

test('a statement tells what releases it by products and differences', () => {
  expect(told(collected, '2025-02-01').slice(8)).toEqual([
    'released less held: 55.00',
    'release of 2025-02-05 = 30',
    '  released by collection = 30',
    '    released to date, 100 × 300 / 1000 = 30',
    '      earned by component C on transaction T1 in the period from 2025-01-01 = 100',
    '      payment of 2025-02-05, transactions.T1.collections[1].amount = 300',
    'hold of 2025-02-10 = -5',
    '  held again by collection = -5',
    '    released to date, 100 × 250 / 1000 = 25',
    '      earned by component C on transaction T1 in the period from 2025-01-01 = 100',
    '      payment of 2025-02-05, transactions.T1.collections[1].amount = 300',
    '      refund of 2025-02-10, transactions.T1.collections[2].amount = 50',
    '    less = -30',
    '      released before and not taken back = 30',
    'release of 2025-02-20 = 20',
    '  released by the reversal = 20',
    '    released to date, 80 × 250 / 800 = 25',
    '      earned by component C on transaction T1 in the period from 2025-01-01 = 100',
    '      payment of 2025-02-05, transactions.T1.collections[1].amount = 300',
    '      refund of 2025-02-10, transactions.T1.collections[2].amount = 50',
    '    less = -25',
    '      released before and not taken back = 25',
    '    set off against the clawback = 20',
    'release of 2025-02-25 = 10',
    '  released by collection = 10',
    '    released to date, 80 × 350 / 800 = 35',
    '      earned by component C on transaction T1 in the period from 2025-01-01 = 100',
    '      payment of 2025-02-05, transactions.T1.collections[1].amount = 300',
    '      refund of 2025-02-10, transactions.T1.collections[2].amount = 50',
    '      payment of 2025-02-25, transactions.T1.collections[0].amount = 100',
    '    less = -25',
    '      released before and not taken back = 25',
  ]);
});

test('what was collected in time is kept when a later reversal lowers what is owed', () => {
  expect(told(collected, '2025-04-01').slice(-10)).toEqual([
    'forfeit of 2025-04-20 = 20',
    '  lost by the reversal = 20',
    '    less = -60',
    '      what is not taken back of the earning = 60',
    '    released by then, 60 × 350 / 600 = 35',
    '      earned by component C on transaction T1 in the period from 2025-01-01 = 100',
    '      payment of 2025-02-05, transactions.T1.collections[1].amount = 300',
    '      refund of 2025-02-10, transactions.T1.collections[2].amount = 50',
    '      payment of 2025-02-25, transactions.T1.collections[0].amount = 100',
    '    lost before = 45',
  ]);
});

test.each<[string, Clawback, string[]]>([
  [
    'months served',
    { basis: 'prorated', prorate: { term: 12 } },
    ['1000 中被冲回 500 = 0.5', '期限 12 个月，已履行 3，尚余 9 = 0.75'],
  ],
  [
    'days served',
    { basis: 'prorated', prorate: { by: 'days', term: 12 } },
    ['1000 中被冲回 500 = 0.5', '期限 365 天，已履行 95，尚余 270 = 0.739726027397'],
  ],
  [
    'steps',
    {
      basis: 'prorated',
      steps: [
        { withinMonths: 1, share: '1' },
        { withinMonths: 3, share: '0.5' },
      ],
    },
    ['1000 中被冲回 500 = 0.5', '已履行 3 个月所对应的一档 = 0.5', 'plans[0].clawback.steps[1].share = 0.5'],
  ],
  ['as earned', { basis: 'asEarned' }, ['按实际所得追回被冲回的部分 = -50', '1000 中被冲回 500 = 0.5']],
  ['computed again', { basis: 'recompute' }, ['剔除冲回部分后的所得 = 50', '原先的所得 = 100']],
])('a clawback by %s tells its factors', (_, clawback, lines) => {
  const own = input({ clawback }, [
    sale('T1', '2025-01-15', '1000'),
    sale('R1', '2025-04-20', '-500', { reverses: 'T1' }),
  ]);
  const text = told(own, '2025-04-01', 'zh-CN').map((line) => line.trim());
  expect(text).toEqual(expect.arrayContaining(lines));
});

test('an entry is explained by the movement, draw or difference that it books', () => {
  const draws: Draw[] = [{ id: 'D', kind: 'additive', amount: { ofTarget: '0.1' }, from: '2025-01-01' }];
  const own = input({ draws }, [sale('T1', '2025-02-15', '3000')], {
    events: [{ type: 'termination', payeeId: 'ana', date: '2025-03-10' }],
  });
  const text = (of: RunInput, type: string): string[] =>
    run(of)
      .ledger.filter((entry) => entry.type === type)
      .map((entry) =>
        renderExplanation(explain(of, { entry }), 'en')
          .split('\n')
          .slice(1)
          .map((line) => line.trim())
          .join(' | '),
      );
  expect(text(own, 'drawAdvance')[0]).toBe(
    'draw D is paid on top = 100 | 0.1 of the target pay of 1000 = 100 | plans[0].draws[0].amount.ofTarget = 0.1',
  );
  expect(text(own, 'drawRecovery')).toEqual([
    'recovered for draw D from pay of 300 above 0 = -100 | owed of draw D before = 100 | recoveryFloor = zero',
    expect.stringMatching(
      /^the debt of draw D is due with the termination = .* \| owed of draw D before = 100 \| advanced in the period = /,
    ),
  ]);
  expect(text(collected, 'clawback')[0]).toMatch(
    /^clawback of 2025-02-20 = -20 \| the reversed part as far as it is paid; 0 is cancelled = -20/,
  );
  expect(text(collected, 'forfeit')[0]).toMatch(/^forfeit of 2025-03-16 = -45 \| lost by expiry = -45 \| less = -80/);
});

test('a difference of a closed period is what it comes to now less the entries that it was booked with', () => {
  const paid = input({}, [sale('T1', '2025-01-10', '1000')], { periods: { from: '2025-01-01', to: '2025-02-01' } });
  const later = input({}, [sale('T1', '2025-01-10', '1000'), sale('T2', '2025-01-12', '500')], {
    periods: { from: '2025-01-01', to: '2025-03-01' },
    closed: { before: '2025-02-01', ledger: run(paid).ledger },
    adjustments: [
      { id: 'A', payeeId: 'ana', planId: 'P', date: '2025-01-20', amount: '7', kind: 'bonus', reason: 'late' },
    ],
  });
  const lines = told(later, '2025-02-01');
  expect(lines).toEqual([
    'what closed periods come to beyond what they were paid: 57.00',
    'C of the period from 2025-01-01 = 50',
    '  what it comes to now = 150',
    '    component C of ana from 2025-01-01 to 2025-02-01 = 150.00',
    '  less = -100',
    '    what was booked for it = 100',
    '      earning of 2025-01-31, closed.ledger[0].amount = 100.00',
    'bonuses, adjustments and plan modifiers of the period from 2025-01-01 = 7',
    '  what it comes to now = 7',
    '    bonus A: late = 7',
  ]);
});
