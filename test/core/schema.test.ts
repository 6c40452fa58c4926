import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  Calendar,
  Currency,
  DayCount,
  isoCurrencies,
  Money,
  money,
  Period,
  PeriodKind,
  periodOf,
  PlainDate,
  RateTable,
  Span,
  WorkCalendar,
} from '../../src/core/index.js';

const schemas = { PlainDate, PeriodKind, Period, Span, Calendar, WorkCalendar, DayCount, Currency, Money, RateTable };

test.each<[keyof typeof schemas, unknown]>([
  ['PlainDate', '2024-02-29'],
  ['PeriodKind', 'half'],
  ['Period', periodOf('2026-01-01', 'month')],
  ['Span', { from: '2026-01-01' }],
  ['Span', { from: '2026-01-01', to: null }],
  ['Span', { from: '2026-01-01', to: '2026-02-01' }],
  ['Calendar', {}],
  [
    'Calendar',
    { fiscalStartMonth: 2, weekStart: 7, yearNamedBy: 'start', retail: { pattern: '4-5-4', begins: 'last' } },
  ],
  ['Calendar', { custom: ['2026-01-01', '2026-02-01'] }],
  ['WorkCalendar', {}],
  ['WorkCalendar', { weekend: [5, 6], holidays: ['2026-01-01'], extraWorkdays: ['2026-01-02'] }],
  ['DayCount', '30E/360'],
  ['Money', money('12.50', 'EUR')],
  ['RateTable', [{ from: 'EUR', to: 'USD', rate: '1.1', on: '2026-03-02' }]],
])('%s takes %j as it is, and again from JSON', (name, value) => {
  const parsed = schemas[name].parse(value);
  expect(parsed).toEqual(value);
  expect(schemas[name].parse(JSON.parse(JSON.stringify(parsed)))).toEqual(value);
});

test('Currency takes every currency of the table', () => {
  for (const currency of Object.values(isoCurrencies)) expect(Currency.parse(currency)).toEqual(currency);
});

describe('refusals name the place', () => {
  test.each<[keyof typeof schemas, unknown, (string | number)[]]>([
    ['PlainDate', '2023-02-29', []],
    ['PeriodKind', 'decade', []],
    ['Period', { kind: 'month', start: '2026-01-01', end: '2026-02-30' }, ['end']],
    ['Span', { from: '2026-01-01', to: '' }, ['to']],
    ['Span', { to: '2026-01-01' }, ['from']],
    ['Span', { from: '2026-01-01', until: '2026-02-01' }, []],
    ['Calendar', { fiscalStartMonth: 13 }, ['fiscalStartMonth']],
    ['Calendar', { weekStart: 1.5 }, ['weekStart']],
    ['Calendar', { custom: ['2026-01-01'] }, ['custom']],
    ['Calendar', { retail: { pattern: '4-4-5' } }, ['retail', 'begins']],
    ['WorkCalendar', { weekend: [0] }, ['weekend', 0]],
    ['WorkCalendar', { holidays: ['2026-04-31'] }, ['holidays', 0]],
    ['DayCount', 'actual/365', []],
    ['Currency', { code: 'PTS', numeric: null, exponent: -1, cashIncrement: null }, ['exponent']],
    ['Money', { amount: 12.5, currency: 'EUR' }, ['amount']],
    ['Money', { amount: '12,5', currency: 'EUR' }, ['amount']],
    ['Money', { amount: '1', currency: 'eur' }, ['currency']],
    ['RateTable', [{ from: 'EUR', to: 'USD', rate: '1.1', on: '2026-02-29' }], [0, 'on']],
  ])('%s refuses %j', (name, value, path) => {
    const { error } = schemas[name].safeParse(value);
    expect(error?.issues.map((issue) => issue.path)).toEqual([path]);
  });
});

test.each(Object.entries(schemas))('%s can be exported as JSON Schema under its own name', (name, schema) => {
  expect(z.globalRegistry.get(schema)?.id).toBe(name);
  expect(z.toJSONSchema(z.object({ schema }))).toHaveProperty(['$defs', name]);
});
