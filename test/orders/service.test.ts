import { describe, expect, test } from 'vitest';
import { fillRate, Order, orderRisk, otif, returnRate } from '../../src/orders/index.js';
import { thrown } from '../core/thrown.js';

const line = (order: string, id: string, quantity: string, ...delivered: readonly (readonly [string, string])[]) => ({
  order,
  id,
  quantity,
  due: '2026-03-10',
  delivered: delivered.map(([day, moved]) => ({ on: `2026-03-${day}`, quantity: moved })),
});

describe('otif', () => {
  test('an open line is pending until it is past due, and a missed line decides its order', () => {
    const lines = [line('O1', '1', '10', ['09', '10']), line('O1', '2', '5'), line('O2', '1', '8', ['08', '8'])];
    expect(otif(lines, '2026-03-10')).toMatchObject({ rate: { value: '1' }, pending: 1, missed: [] });
    expect(otif(lines, '2026-03-11')).toMatchObject({
      rate: { value: '0.666666666667' },
      missed: ['O1/2'],
      pending: 0,
    });
    expect(otif(lines, '2026-03-10', { level: 'order' })).toMatchObject({ rate: { value: '1' }, pending: 1 });
    expect(otif(lines, '2026-03-11', { level: 'order' })).toMatchObject({ rate: { value: '0.5' }, missed: ['O1'] });
    expect(otif(lines, '2026-03-10', { level: 'unit' })).toMatchObject({ rate: { denominator: '18' }, pending: 1 });
    expect(otif(lines, '2026-03-07')).toMatchObject({ rate: { value: null }, pending: 3 });
  });

  test('early, late, too little and too much, as the options say', () => {
    const early = [line('O1', '1', '10', ['09', '10'])];
    expect(otif(early, '2026-03-09', { early: 'late' })).toMatchObject({ rate: { value: '0' }, missed: ['O1/1'] });
    const late = [line('O1', '1', '10', ['10', '4'], ['12', '6'])];
    expect(otif(late, '2026-03-31').rate.value).toBe('0');
    expect(otif(late, '2026-03-31', { toleranceDays: 2 }).rate.value).toBe('1');
    expect(otif(late, '2026-03-31', { toleranceShare: '0.6' }).rate.value).toBe('1');
    expect(otif(late, '2026-03-31', { level: 'unit' }).rate.value).toBe('0.4');
    const more = [line('O1', '1', '10', ['10', '11'])];
    expect(otif(more, '2026-03-31').rate.value).toBe('1');
    expect(otif(more, '2026-03-31', { over: 'miss' }).missed).toEqual(['O1/1']);
    expect(otif(more, '2026-03-31', { level: 'unit' }).rate.value).toBe('1');
  });

  test('wrong options are refused', () => {
    expect(thrown(() => otif([], '2026-03-31', { level: 'sku' as 'line' })).code).toBe('option.unknown');
    expect(thrown(() => otif([], '2026-03-31', { toleranceDays: -1 })).code).toBe('count.whole');
    expect(otif([], '2026-03-31').rate.value).toBeNull();
  });
});

test('a fill rate never counts more than was ordered', () => {
  const lines = [
    { order: 'O1', quantity: '10', shipped: [{ on: '2026-03-01', quantity: '15' }] },
    { order: 'O1', quantity: '10', shipped: [] },
  ];
  expect(fillRate(lines).value).toBe('0.5');
  expect(fillRate(lines, { level: 'order' }).value).toBe('0');
  expect(thrown(() => fillRate(lines, { level: 'sku' as 'line' })).code).toBe('option.unknown');
});

describe('orderRisk', () => {
  const asOf = '2026-03-10';
  test('each reason alone is amber, a credit hold and two reasons are red', () => {
    const facts = {
      due: '2026-03-20',
      needed: 10,
      available: 10,
      creditHold: false,
      moves: ['2026-03-02'],
      confirmations: [{ on: '2026-03-01', date: '2026-03-20' }],
    };
    expect(orderRisk(facts, {}, asOf)).toEqual({ light: 'green', reasons: [], unknown: [] });
    const late = { ...facts, confirmations: [...facts.confirmations, { on: '2026-03-10', date: '2026-03-21' }] };
    expect(orderRisk(late, {}, asOf)).toMatchObject({ light: 'amber', reasons: ['lateSupplier'] });
    expect(orderRisk(late, {}, '2026-03-09').light).toBe('green');
    expect(orderRisk({ ...facts, available: '9.99' }, {}, asOf)).toMatchObject({
      light: 'amber',
      reasons: ['stockShort'],
    });
    expect(orderRisk({ ...facts, creditHold: true }, {}, asOf)).toMatchObject({
      light: 'red',
      reasons: ['creditHold'],
    });
    expect(orderRisk(facts, { moves: 1 }, asOf)).toMatchObject({ light: 'amber', reasons: ['dateMoved'] });
    expect(orderRisk({ ...late, available: 0 }, {}, asOf)).toMatchObject({
      light: 'red',
      reasons: ['lateSupplier', 'stockShort'],
    });
  });

  test('what is unknown is listed and is no reason', () => {
    expect(orderRisk({ due: '2026-03-20' }, {}, asOf)).toEqual({
      light: 'green',
      reasons: [],
      unknown: ['lateSupplier', 'stockShort', 'creditHold', 'dateMoved'],
    });
    expect(thrown(() => orderRisk({ due: '2026-03-20' }, { moves: 0 }, asOf)).code).toBe('count.whole');
  });
});

test('returns by units, value and orders, with their reasons', () => {
  const sold = [
    { order: 'O1', units: 60, value: 900 },
    { order: 'O1', units: 20, value: 100 },
    { order: 'O2', units: 20, value: 1000 },
  ];
  const back = [
    { order: 'O1', units: 2, value: 30, reason: 'late' },
    { order: 'O1', units: 3, value: 5, reason: 'broken' },
  ];
  expect(returnRate(sold, back).rate.value).toBe('0.05');
  expect(returnRate(sold, back, { by: 'value' }).rate.value).toBe('0.0175');
  expect(returnRate(sold, back, { by: 'orders' }).rate.value).toBe('0.5');
  expect(returnRate(sold, back).reasons.map(({ keys, cumulative }) => [keys['reason'], cumulative.value])).toEqual([
    ['broken', '0.6'],
    ['late', '1'],
  ]);
  expect(returnRate([], []).rate.value).toBeNull();
});

test('an order belongs to a partner or a customer, and delivers no more than was shipped', () => {
  const moved = [{ on: '2026-03-02', quantity: '5' }];
  const line = { id: '1', sku: 'cola', quantity: '5', price: '2', due: '2026-03-05', shipped: moved, delivered: moved };
  const order = { id: 'O1', partner: 'North', placedOn: '2026-03-01', lines: [line] };
  expect(Order.parse(order)).toEqual(order);
  expect(Order.safeParse({ ...order, customer: 'C' }).success).toBe(false);
  expect(Order.safeParse({ ...order, lines: [{ ...line, shipped: [] }] }).success).toBe(false);
});
