import { expect, test } from 'vitest';
import { compileRun, explain, type RunOptions, type Transaction } from '../../../../src/commission/index.js';
import { dayNumber } from '../../../../src/core/index.js';

const evaluator = compileRun({
  plans: [
    {
      id: 'P',
      currency: 'USD',
      period: 'month',
      components: [
        { id: 'C', measure: { kind: 'amount' }, accumulate: 'perPeriod', rate: { kind: 'flat', rate: '0.1' } },
      ],
    },
  ],
  payees: [{ id: 'A' }, { id: 'B' }],
  assignments: ['A', 'B'].map((payeeId) => ({ payeeId, planId: 'P', from: '2025-01-01' })),
});
const options: RunOptions = { asOf: '2025-12-31', periods: { from: '2025-01-01', to: '2025-04-01' } };
const row = (id: string, payeeId: string, date: string, amount: string, more: object = {}): Transaction => ({
  id,
  payeeId,
  date,
  amount,
  currency: 'USD',
  ...more,
});
const rows = [row('T1', 'A', '2025-01-10', '100'), row('T2', 'B', '2025-02-10', '200')];

test('a change keeps the run behind it, unless all rows together decide otherwise', () => {
  const live = evaluator.objects(rows, options);
  const { kernel } = live.result;
  live.append([row('T3', 'A', '2025-03-01', '50')]);
  const statements = live.result.statements;
  // The statements of those who did not change are the very same ones.
  expect(live.result.statements[4]).toBe(statements[4]);
  live.append([row('T4', 'B', '2025-03-01', '70')]);
  expect(live.result.statements.slice(0, 3).every((each, at) => each === statements[at])).toBe(true);
  expect(live.result.kernel).toBe(kernel);
  live.append([row('T5', 'B', '2025-03-02', '-70', { reverses: 'T4' })]);
  expect(live.result.kernel).toBe('decimal');
  live.remove('T5');
  expect(live.result.kernel).toBe(kernel);
});

test('what is read after a change is of the rows that are left', () => {
  const live = evaluator.objects(rows, options);
  live.remove('T1');
  live.append([row('T3', 'A', '2025-03-01', '50')]);
  expect(live.lines.n).toBe(2);
  expect([...live.lines].map(({ earned }) => earned)).toEqual([2000, 500]);
  expect(explain(live, { transactionId: 'T3' }).value).toBe('5.00');
  expect(live.statementsOf('A').map(({ payout }) => payout)).toEqual(['0.00', '0.00', '5.00']);
  expect(Array.from(live.earnings.values, Number).reduce((sum, each) => sum + each, 0)).toBe(2500);
});

test('unknown rows and payees are refused, with the name', () => {
  const live = evaluator.objects(rows, options);
  expect(() => live.remove('T9')).toThrow('must name a transaction of the run, got T9');
  expect(() => live.replace('T9', rows[0]!)).toThrow('got T9');
  expect(() => live.statementsOf('Z')).toThrow('must name a payee of the run, got Z');
});

test('columns change as transactions do, and need ids for it', () => {
  const columns = {
    n: 3,
    payee: Int32Array.of(0, -1, 1),
    day: Int32Array.of(dayNumber('2025-01-10'), dayNumber('2025-02-10'), dayNumber('2025-02-11')),
    amount: Float64Array.of(10_000, 20_000, 700),
    scale: 2,
    measures: { seats: { values: Float64Array.of(3, NaN, 4), scale: 0 } },
    attributes: { region: { dictionary: ['EU'], codes: Int32Array.of(0, -1, 0) } },
    splits: {
      offset: Int32Array.of(0, 0, 2, 2),
      payee: Int32Array.of(0, 1),
      kind: Uint8Array.of(0, 0),
      share: { values: Float64Array.of(25, 75), scale: 2 },
    },
    collections: {
      offset: Int32Array.of(0, 1, 1, 1),
      day: Int32Array.of(dayNumber('2025-01-20')),
      amount: { values: Float64Array.of(5000), scale: 2 },
      kind: Uint8Array.of(0),
    },
  };
  expect(() => evaluator.columns(columns, options).append([rows[0]!])).toThrow('ids: must be given');
  const live = evaluator.columns({ ...columns, ids: ['X', 'Y', 'Z'] }, options);
  expect(live.append([row('T3', 'A', '2025-03-01', '50')])).toEqual([
    { payeeId: 'A', planId: 'P', period: '2025-03-01' },
  ]);
  const split = [
    { payeeId: 'A', kind: 'revenue' as const, share: '0.25' },
    { payeeId: 'B', kind: 'revenue' as const, share: '0.75' },
  ];
  const shared: Transaction = { id: 'Y', date: '2025-02-10', amount: '200', currency: 'USD', splits: split };
  const same = [
    row('X', 'A', '2025-01-10', '100', {
      measures: { seats: '3' },
      attributes: { region: 'EU' },
      collections: [{ date: '2025-01-20', amount: '50', kind: 'payment' }],
    }),
    shared,
    row('Z', 'B', '2025-02-11', '7', { measures: { seats: '4' }, attributes: { region: 'EU' } }),
    row('T3', 'A', '2025-03-01', '50'),
  ];
  expect(JSON.stringify(live.result)).toBe(JSON.stringify(evaluator.objects(same, options).result));
  live.remove('Y');
  expect(live.statementsOf('B').map(({ payout }) => payout)).toEqual(['0.00', '0.70', '0.00']);
});

test('partitions are checked', () => {
  expect(() => evaluator.partition(rows, options, 1.5)).toThrow('by: must be a whole number from 1 on, got 1.5');
  expect(() => evaluator.partition(rows, options, 'team' as 'payee')).toThrow('must be one of payee');
  expect(evaluator.partition(rows, options, 'payee').map(({ id, payees }) => [id, payees])).toEqual([
    ['1/2', ['A']],
    ['2/2', ['B']],
  ]);
});

test('a row more changes one statement of its payee, and the others stay the very same ones', () => {
  const live = evaluator.objects(rows, options);
  live.append([row('T3', 'A', '2025-03-01', '50')]);
  const before = live.statementsOf('A');
  live.append([row('T4', 'A', '2025-02-03', '70')]);
  live.replace('T3', row('T3', 'A', '2025-03-02', '60'));
  const after = live.statementsOf('A');
  expect(after.map(({ payout }) => payout)).toEqual(['10.00', '7.00', '6.00']);
  expect(after.map((one, at) => one === before[at])).toEqual([true, false, false]);
  live.remove('T4');
  expect(live.statementsOf('A').map(({ payout }) => payout)).toEqual(['10.00', '0.00', '6.00']);
  // Less than nothing is carried on: then each statement depends on those before.
  live.append([row('T5', 'A', '2025-01-20', '-300')]);
  expect(live.statementsOf('A').map(({ carryIn }) => carryIn)).toEqual(['0.00', '-20.00', '-20.00']);
});
