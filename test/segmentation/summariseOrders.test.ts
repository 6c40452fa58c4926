import { expect, test } from 'vitest';
import { repeatSummaries, summariseOrderColumns, summariseOrders } from '../../src/segmentation/index.js';
import { hasCustomerData, ordersOf } from './customerData.js';
import { thrown } from '../core/thrown.js';

const columns = {
  customer: { dictionary: ['a', ''], codes: Int32Array.of(0, 1, -1, 5, 0) },
  day: Int32Array.of(20000, 20000, 20000, 20000, 2_932_897),
  amount: { values: Float64Array.of(100, 1, 1, 1, NaN), scale: 2 },
};

test('a cell that says nothing is rejected with each of its faults', () => {
  const { columns: found, rejected, totals } = summariseOrderColumns(columns, { asOf: '2026-01-01' });
  expect(found.customers).toEqual(['a']);
  expect(rejected.map(({ index, code }) => [index, code])).toEqual([
    [1, 'segmentation.row.customerInvalid'],
    [2, 'segmentation.row.customerInvalid'],
    [3, 'segmentation.row.customerInvalid'],
    [4, 'segmentation.row.dateInvalid'],
    [4, 'segmentation.row.amountInvalid'],
  ]);
  expect(totals).toEqual({
    rows: 5,
    counted: 1,
    future: 0,
    dropped: 0,
    rejected: 4,
    customers: 1,
    orders: 1,
    spend: '1',
  });
});

test('columns of different lengths and impossible scales are refused', () => {
  const run = (change: object): unknown => summariseOrderColumns({ ...columns, ...change }, { asOf: '2026-01-01' });
  expect(thrown(() => run({ amount: { values: new Float64Array(2), scale: 2 } }))).toMatchObject({
    code: 'segmentation.columns.length',
    path: ['columns', 'amount', 'values'],
  });
  expect(thrown(() => run({ profit: { values: new Float64Array(5), scale: -1 } })).code).toBe(
    'segmentation.columns.scale',
  );
});

test('profit that is not known for a row that counts is not known for the customer', () => {
  const row = { customer: 'a', date: '2026-01-05', amount: '10' };
  const [before, within] = [{ months: 1 }, { months: 3 }].map(
    (window) =>
      summariseOrders(
        [
          { ...row, date: '2025-12-01' },
          { ...row, profit: '4' },
        ],
        { asOf: '2026-01-31', window },
      ).summaries[0],
  );
  expect(before?.profit).toBe('4');
  expect(within).toBeDefined();
  expect(within).not.toHaveProperty('profit');
});

test.skipIf(!hasCustomerData)('repeat purchases of the CDNOW sample (needs cdnow_sample_transactions.csv)', () => {
  const orders = ordersOf('cdnow_sample_transactions.csv', [1, 2, 4]);
  const { summaries } = repeatSummaries(orders, { asOf: '1997-09-30' });
  expect(summaries).toHaveLength(2357);
  const sum = (field: 'x' | 'tx' | 'T'): number => summaries.reduce((total, each) => total + each[field], 0);
  expect([sum('x'), sum('tx'), sum('T')]).toEqual([2457, 112949, 539779]);
  expect(summaries.filter(({ x }) => x > 0)).toHaveLength(946);
  expect(summaries[0]).toEqual({ customer: '0001', x: 2, tx: 213, T: 272, meanSpend: '22.345', unit: 'day' });
});

test('counts and days that need more than sixteen bits are counted in full', () => {
  const log = (n: number, days: number) => ({
    customer: { dictionary: ['a', 'b'], codes: Int32Array.from({ length: n }, (_, row) => (row === 1 ? 1 : 0)) },
    day: Int32Array.from({ length: n }, (_, row) => Math.floor((row * days) / n)),
    amount: { values: new Float64Array(n).fill(1), scale: 0 },
  });
  const often = summariseOrderColumns(log(65_537, 3), { asOf: '2026-01-01' }).columns;
  expect([...often.orders, ...often.purchaseDays]).toEqual([65_536, 1, 3, 1]);
  const most = summariseOrderColumns(log(65_536, 3), { asOf: '2026-01-01' }).columns;
  expect([...most.orders, ...most.previousOrder]).toEqual([65_535, 1, 1, -1_073_741_824]);
  const { columns: late } = summariseOrderColumns(
    { ...log(3, 3), day: Int32Array.of(-60_000, -59_999, 5_535) },
    { asOf: '2026-01-01' },
  );
  expect([...late.firstOrder, ...late.lastOrder]).toEqual([-60_000, -59_999, 5_535, -59_999]);
});
