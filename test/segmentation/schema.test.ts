import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  Contact,
  Customer,
  OrderRow,
  recordCompleteness,
  RepeatSummary,
  SegmentGrid,
} from '../../src/segmentation/index.js';

const customer: Customer = {
  id: 'c1',
  kind: 'company',
  region: 'CN/31/310115',
  needs: [{ code: 'price', source: 'tender', on: '2026-02-01', value: true }],
  contacts: [{ id: 'p1', customerId: 'c1', name: 'P', decisionRole: 'champion', verifiedOn: '2026-01-31' }],
};

describe('entries', () => {
  test.each([customer, { id: 'c2', kind: 'person', birthYear: 1990, interests: [] }])('takes %o as it is', (value) => {
    expect(Customer.parse(value)).toEqual(value);
  });

  test.each([
    [Customer, { ...customer, id: '' }, ['id']],
    [Customer, { ...customer, kind: 'firm' }, ['kind']],
    [Customer, { ...customer, region: 'CN//1' }, ['region']],
    [Customer, { ...customer, needs: [{ code: 'price', source: 'tender', on: '2026-02-30' }] }, ['needs', 0, 'on']],
    [Customer, { ...customer, account: 'x' }, []],
    [Contact, { id: 'p', customerId: 'c', name: 'P', decisionRole: 'boss' }, ['decisionRole']],
    [OrderRow, { customer: 'a', date: '2026-01-01', amount: 5 }, ['amount']],
    [RepeatSummary, { customer: 'a', x: 0, tx: 3, T: 9, meanSpend: null, unit: 'day' }, []],
    [RepeatSummary, { customer: 'a', x: 1, tx: 10, T: 9, meanSpend: '5', unit: 'day' }, []],
    [SegmentGrid, { id: 'g', version: '1', axes: [], scores: 5, cells: [], order: [], policy: 'first' }, ['axes']],
  ] as const)('are refused %#', (schema, value, path) => {
    const { error } = (schema as z.ZodType).safeParse(value);
    expect(error?.issues.map((issue) => issue.path)).toEqual([path]);
  });

  test('can be exported as JSON Schema', () => {
    expect(z.toJSONSchema(Customer).$defs?.['Customer']).toMatchObject({ required: ['id', 'kind'] });
  });
});

describe('recordCompleteness', () => {
  test.each([
    [['id', 'kind', 'region', 'needs'], '1', []],
    [['id', 'name', 'industry'], '0.333333333333', ['name', 'industry']],
    [['name', 'name'], '0', ['name']],
    [[], null, []],
  ] as const)('of %j is %j', (fields, share, missing) => {
    const found = recordCompleteness(customer, fields);
    expect([found.share.value, found.missing]).toEqual([share, missing]);
  });

  test('takes an empty text for nothing and a number for something', () => {
    const { missing } = recordCompleteness({ id: 'c', kind: 'person', name: '', birthYear: 0 }, ['name', 'birthYear']);
    expect(missing).toEqual(['name']);
  });
});
