import { expect, test } from 'vitest';
import { decimalAt } from '../../../src/core/fixed/decimalColumn.js';
import { dayNumber, isoCurrencies } from '../../../src/core/index.js';
import type { Transaction } from '../../../src/commission/index.js';
import type { ReadContext } from '../../../src/commission/run/read/readContext.js';
import { readObjects } from '../../../src/commission/run/readObjects.js';
import { rowState } from '../../../src/commission/run/rows.js';

const context: ReadContext = {
  payees: new Map([
    ['E1', 0],
    ['E2', 1],
  ]),
  asOf: dayNumber('2025-12-31'),
  horizon: { from: dayNumber('2025-01-01'), to: dayNumber('2026-01-01') },
  currencies: isoCurrencies,
  planCurrencies: ['USD'],
};
const plain = { id: 'T1', date: '2025-01-15', amount: '100.00', currency: 'USD', payeeId: 'E1' };

function sale(fields: Partial<Record<keyof Transaction, unknown>> & object): Transaction {
  return { ...plain, ...fields } as Transaction;
}

/** Codes and places of the faults that rows are rejected for. */
function faults(...rows: unknown[]): string[] {
  const { rejected } = readObjects(rows as Transaction[], context);
  return rejected.map(({ id = '?', code, path }) => [id, code, path.join('.')].join(' ').trim());
}

test('plain rows become columns', () => {
  const { rows, rejected, duplicates, outside } = readObjects(
    [sale({}), sale({ id: 'T2', date: '2025-02-01', amount: '-0.5', payeeId: 'E2' })],
    context,
  );
  expect(rejected).toEqual([]);
  expect({ duplicates, outside }).toEqual({ duplicates: 0, outside: 0 });
  expect(rows).toMatchObject({
    n: 2,
    state: null,
    day: Int32Array.of(dayNumber('2025-01-15'), dayNumber('2025-02-01')),
    amount: { values: Float64Array.of(10000, -50), scale: 2 },
    amountBound: 10050,
    currency: { codes: ['USD'], index: null },
    payee: Int32Array.of(0, 1),
    seq: null,
    ordered: true,
    splits: null,
    reverses: null,
    collections: null,
  });
  expect(rows.id(1)).toBe('T2');
});

test('nothing is read from no rows', () => {
  expect(readObjects([], context)).toMatchObject({ rows: { n: 0, seq: null, ordered: true }, rejected: [] });
});

test('parts of rows become columns of their own', () => {
  const { rows } = readObjects(
    [
      sale({}),
      sale({
        id: 'T2',
        payeeId: undefined,
        splits: [
          { payeeId: 'E2', kind: 'revenue', share: '0.625', dealRole: 'hunter' },
          { payeeId: 'E1', kind: 'overlay', share: '1', payoutShare: '0.5' },
        ],
        collections: [
          { id: 'K1', date: '2025-03-01', amount: '40', kind: 'refund' },
          { date: '2025-02-01', amount: '60.5', kind: 'payment' },
        ],
      }),
      sale({ id: 'T3', amount: '-30', reverses: 'T1' }),
    ].map((row) => JSON.parse(JSON.stringify(row)) as Transaction),
    context,
  );
  expect(rows.state).toBeNull();
  expect(rows.payee).toEqual(Int32Array.of(0, -1, 0));
  expect(rows.splits).toMatchObject({
    offset: Int32Array.of(0, 0, 2, 2),
    payee: Int32Array.of(1, 0),
    kind: Uint8Array.of(0, 1),
    share: { values: Float64Array.of(625, 1000), scale: 3 },
    payoutShare: { values: Float64Array.of(625, 500), scale: 3 },
  });
  expect([0, 1].map((split) => rows.splits?.dealRole(split))).toEqual(['hunter', undefined]);
  expect([0, 1].map((collection) => rows.collections?.id(collection))).toEqual([undefined, 'K1']);
  expect(rows.collections).toMatchObject({
    offset: Int32Array.of(0, 0, 2, 2),
    day: Int32Array.of(dayNumber('2025-02-01'), dayNumber('2025-03-01')),
    amount: { values: Float64Array.of(605, 400), scale: 1 },
    kind: Uint8Array.of(0, 1),
  });
  expect(rows.reverses).toEqual(Int32Array.of(-1, -1, 0));
});

test('payout shares that equal the shares by value are none', () => {
  const splits = [{ payeeId: 'E1', kind: 'revenue', share: '0.50', payoutShare: '0.5' }];
  const { rows } = readObjects([{ ...sale({}), payeeId: undefined, splits }].map(stored), context);
  expect(rows.splits?.payoutShare).toBeNull();
});

test('further fields are read by name', () => {
  const { rows } = readObjects(
    [
      sale({
        cost: '60',
        reason: 'promo',
        measures: { seats: '3' },
        attributes: { product: 'A', 'a.b': true },
        dates: { invoice: '2025-02-02' },
      }),
      sale({ id: 'T2' }),
    ],
    context,
  );
  const read = (name: string) => [0, 1].map(rows.field(name));
  expect(read('cost')).toEqual(['60', undefined]);
  expect(read('reason')).toEqual(['promo', undefined]);
  expect(read('measures.seats')).toEqual(['3', undefined]);
  expect(read('attributes.product')).toEqual(['A', undefined]);
  expect(read('attributes.a.b')).toEqual([true, undefined]);
  expect(read('dates.invoice')).toEqual(['2025-02-02', undefined]);
  for (const name of ['attributes.constructor', 'constructor', 'payee.id', 'attributes']) {
    expect(read(name)).toEqual([undefined, undefined]);
  }
});

test.each([
  ['no owner', { payeeId: undefined }, ['row.fieldInvalid payeeId', 'row.noOwner']],
  ['no splits', { splits: [] }, []],
  ['an unknown payee', { payeeId: 'E9' }, ['row.payeeUnknown payeeId']],
  ['a payee that is no text', { payeeId: 5 }, ['row.fieldInvalid payeeId']],
  ['a payee that is null', { payeeId: null }, ['row.fieldInvalid payeeId']],
  ['an empty id', { id: '' }, ['row.fieldInvalid id']],
  ['an amount that is a number', { amount: 5 }, ['row.amountInvalid amount']],
  ['negative zero', { amount: '-0.00' }, ['row.amountInvalid amount']],
  ['an amount of more than a thousand digits', { amount: `1.${'0'.repeat(1000)}` }, ['row.amountInvalid amount']],
  ['a date that does not exist', { date: '2025-02-29' }, ['row.dateInvalid date']],
  ['no currency', { currency: undefined }, ['row.currencyUnknown currency']],
  ['an unknown currency', { currency: 'toString' }, ['row.currencyUnknown currency']],
  ['a cost that is no decimal', { cost: '1e3' }, ['row.fieldInvalid cost']],
  ['a field that is undefined', { reason: undefined }, ['row.fieldInvalid reason']],
  ['an unknown field', { colour: 'red' }, ['row.fieldInvalid colour']],
  ['measures in a list', { measures: ['1'] }, ['row.fieldInvalid measures']],
  ['a measure that is no decimal', { measures: { a: '1', b: 'x' } }, ['row.fieldInvalid measures.b']],
  ['an attribute that is null', { attributes: { a: null } }, ['row.fieldInvalid attributes.a']],
  ['a named date that is none', { dates: { invoice: '2025-2-1' } }, ['row.dateInvalid dates.invoice']],
  [
    'a collection without a date',
    { collections: [{ amount: '1', kind: 'payment' }] },
    ['row.dateInvalid collections.0.date'],
  ],
  [
    'a negative collection',
    { collections: [{ date: '2025-02-01', amount: '-1', kind: 'payment' }] },
    ['row.amountInvalid collections.0.amount'],
  ],
  ['a row taken back that is no text', { reverses: 1 }, ['row.fieldInvalid reverses']],
])('%s', (_, fields, expected) => {
  const id = 'id' in fields ? '?' : 'T1';
  expect(faults(sale(fields))).toEqual(expected.map((fault) => `${id} ${fault}`));
});

test('rows that are no objects are refused without an id', () => {
  expect(faults(null, undefined, 'x', [], 5)).toEqual(Array(5).fill('? row.fieldInvalid'));
});

test('every fault of a row is told', () => {
  const row = {
    id: 'T1',
    date: 'today',
    currency: 'XXX',
    splits: [{ payeeId: 'E9', kind: 'overlay', share: '-1', payoutShare: '-0.5', x: 1 }, { kind: 'both' }, 7],
    payeeId: 'E8',
  };
  expect(faults(row)).toEqual([
    'T1 row.amountInvalid amount',
    'T1 row.currencyUnknown currency',
    'T1 row.dateInvalid date',
    'T1 row.fieldInvalid splits.0.x',
    'T1 row.fieldInvalid splits.1.kind',
    'T1 row.fieldInvalid splits.1.payeeId',
    'T1 row.fieldInvalid splits.1.share',
    'T1 row.fieldInvalid splits.2',
    'T1 row.payeeUnknown payeeId',
    'T1 row.payeeUnknown splits.0.payeeId',
    'T1 row.shareNegative splits.0.payoutShare',
    'T1 row.shareNegative splits.0.share',
    'T1 row.twoOwners',
  ]);
});

test('an entry says what is wrong in plain JSON', () => {
  const { rejected, rows } = readObjects(
    [
      sale({}),
      sale({ id: 'T2', amount: { value: 1 } }),
      stored({ ...sale({ id: 'T3' }), payeeId: undefined, splits: [{ payeeId: 'E9', kind: 'revenue', share: '1' }] }),
    ],
    context,
  );
  expect(rejected).toEqual([
    {
      index: 1,
      id: 'T2',
      code: 'row.amountInvalid',
      path: ['amount'],
      params: { expected: 'decimal', value: 'object' },
    },
    {
      index: 2,
      id: 'T3',
      code: 'row.payeeUnknown',
      path: ['splits', 0, 'payeeId'],
      params: { payeeId: 'E9' },
      payeeId: 'E9',
    },
  ]);
  expect(rows.state).toEqual(Uint8Array.of(rowState.accepted, rowState.rejected, rowState.rejected));
  expect(rows.payee).toEqual(Int32Array.of(0, -1, -1));
  expect(rows.splits).toBeNull();
});

test('rows of one id that say the same count once', () => {
  const row = { measures: { a: '1.50', b: '2' }, attributes: { version: '1.0' }, amount: '7' };
  const same = { amount: '7.000', attributes: { version: '1.0' }, measures: { b: '2.0', a: '1.5' } };
  const { rows, rejected, duplicates } = readObjects([sale(row), sale({ id: 'T0' }), sale(same), sale(row)], context);
  expect(rejected).toEqual([]);
  expect(duplicates).toBe(2);
  expect(rows.state).toEqual(Uint8Array.of(0, 0, rowState.duplicate, rowState.duplicate));
  expect(rows.payee).toEqual(Int32Array.of(0, 0, -1, -1));
  expect(rows.amount.values).toEqual(Float64Array.of(700, 10000, 0, 0));
});

test('a wrong row that stands twice is told once', () => {
  expect(faults(sale({ payeeId: 'E9' }), sale({ payeeId: 'E9' }))).toEqual(['T1 row.payeeUnknown payeeId']);
});

test('rows of one id that say different things are all rejected', () => {
  expect(faults(sale({}), sale({ amount: '1' }), sale({}))).toEqual(Array(3).fill('T1 row.duplicateId id'));
  expect(faults(sale({}), sale({ attributes: { a: '1' } }), sale({ attributes: { a: '1.0' } }))).toHaveLength(3);
  expect(faults(sale({}), sale({ payeeId: 'E9' }))).toEqual([
    'T1 row.duplicateId id',
    'T1 row.duplicateId id',
    'T1 row.payeeUnknown payeeId',
  ]);
});

const back = (id: string, fields: object): Transaction => sale({ id, amount: '-100', reverses: 'T1', ...fields });

test('a row takes back what is there', () => {
  expect(faults(sale({}), back('R1', {}))).toEqual([]);
  expect(faults(back('R1', {}), sale({}))).toEqual([]);
  expect(faults(sale({ amount: '-80' }), back('R1', { amount: '80' }))).toEqual([]);
  expect(faults(sale({ amount: '0' }), back('R1', { amount: '0' }))).toEqual([]);
});

test.each([
  ['nothing by that id', [sale({}), back('R1', { reverses: 'T9' })], ['R1 row.reversalUnknown reverses']],
  ['itself', [back('R1', { reverses: 'R1' })], ['R1 row.reversalUnknown reverses']],
  [
    'a row that takes back another',
    [sale({}), back('R1', {}), back('R2', { amount: '10', reverses: 'R1' })],
    ['R2 row.reversalUnknown reverses'],
  ],
  [
    'a rejected row',
    [sale({ payeeId: 'E9' }), back('R1', {})],
    ['R1 row.reversalUnknown reverses', 'T1 row.payeeUnknown payeeId'],
  ],
  ['a row that is not known yet', [sale({ date: '2026-01-01' }), back('R1', {})], ['R1 row.reversalUnknown reverses']],
  ['with the same sign', [sale({}), back('R1', { amount: '1' })], ['R1 row.reversalSign amount']],
  ['in another currency', [sale({}), back('R1', { currency: 'EUR' })], ['R1 row.fieldInvalid currency']],
  ['more than nothing', [sale({ amount: '0' }), back('R1', { amount: '-1' })], ['R1 row.reversalExceeds amount']],
  [
    'nothing known, and is wrong itself',
    [back('R1', { reverses: 'T9', payeeId: 'E9' })],
    ['R1 row.payeeUnknown payeeId', 'R1 row.reversalUnknown reverses'],
  ],
])('a row must not take back %s', (_, rows, expected) => {
  expect(faults(...rows)).toEqual(expected);
  expect(faults(...rows.toReversed())).toEqual(expected);
});

test('rows that take back too much are served in canonical order, as far as the original goes', () => {
  const rows = [
    sale({ amount: '100.005' }),
    back('R3', { date: '2025-03-01', amount: '-60' }),
    back('R1', { date: '2025-03-01', amount: '-60' }),
    back('R2', { date: '2025-02-01', amount: '-30.005' }),
    back('R4', { date: '2025-04-01', amount: '-10' }),
  ];
  for (const given of [rows, rows.toReversed()]) {
    const { rejected } = readObjects(given, context);
    expect(rejected.map(({ id, code, params }) => ({ id, code, params }))).toEqual([
      { id: 'R3', code: 'row.reversalExceeds', params: { reverses: 'T1', value: '-60', rest: '10' } },
    ]);
  }
});

test('rows outside the horizon are left out unless they are kept or belong to one inside', () => {
  const rows = [
    sale({ date: '2024-06-01' }),
    back('R1', { date: '2024-07-01', amount: '-10' }),
    back('R2', { date: '2025-07-01', amount: '-10' }),
    sale({ id: 'T2', date: '2024-06-01' }),
    sale({ id: 'T3', date: '2024-06-01', dates: { invoice: '2025-01-05' } }),
    sale({ id: 'T4', date: '2026-01-01', dates: { invoice: '2025-01-05' } }),
    sale({ id: 'T5', date: '2026-01-01', amount: 'x' }),
  ];
  const { rows: read, outside } = readObjects(rows, {
    ...context,
    keep: ({ field }) => {
      const invoice = field('dates.invoice');
      return (row) => invoice(row) === '2025-01-05';
    },
  });
  const { accepted, rejected, outside: out } = rowState;
  expect(read.state).toEqual(Uint8Array.of(accepted, accepted, accepted, out, accepted, out, rejected));
  expect(outside).toBe(2);
  expect(read.payee).toEqual(Int32Array.of(0, 0, 0, -1, 0, -1, -1));
});

test('the scale grows with the amounts, and integers with it', () => {
  const amounts = (...texts: string[]) => {
    const { rows } = readObjects(
      texts.map((amount, at) => sale({ id: `T${at}`, amount })),
      context,
    );
    return { ...rows.amount, bound: rows.amountBound };
  };
  expect(amounts('1.5', '2.5000', '3.12345', '4')).toEqual({
    values: Float64Array.of(150000, 250000, 312345, 400000),
    scale: 5,
    bound: 1112345,
  });
  expect(amounts('1.50', '90071992547409.92')).toEqual({ values: [150n, 9007199254740992n], scale: 2, bound: NaN });
  expect(amounts('90071992547409.91', '0.001', '-1')).toEqual({
    values: [90071992547409910n, 1n, -1000n],
    scale: 3,
    bound: NaN,
  });
  expect(amounts('1', `0.${'0'.repeat(399)}1`)).toMatchObject({ scale: 400 });
});

test('currencies of their own make a column', () => {
  const { rows } = readObjects(
    ['EUR', 'USD', 'EUR', 'JPY'].map((currency, at) => sale({ id: `T${at}`, currency })),
    context,
  );
  expect(rows.currency).toEqual({ codes: ['EUR', 'USD', 'JPY'], index: Int32Array.of(0, 1, 0, 2) });
  expect(decimalAt(rows.amount, 3).toFixed()).toBe('100');
});

test('ids in any order are ranked by code units', () => {
  const ids = ['T10', 'T2', 'T', '\u{1F600}', '\uFF00', 'T1', 'U'];
  const { rows } = readObjects(
    ids.map((id) => sale({ id })),
    context,
  );
  expect(rows.ordered).toBe(false);
  expect(rows.seq).toEqual(Int32Array.of(2, 3, 0, 5, 6, 1, 4));
});

test('rows in order of day and then id are known to be in order', () => {
  const days = (...rows: [string, string][]) =>
    readObjects(
      rows.map(([id, date]) => sale({ id, date })),
      context,
    ).rows.ordered;
  expect(days(['B', '2025-01-01'], ['C', '2025-01-01'], ['A', '2025-01-02'])).toBe(true);
  expect(days(['B', '2025-01-01'], ['A', '2025-01-01'])).toBe(false);
  expect(days(['A', '2025-01-02'], ['B', '2025-01-01'])).toBe(false);
  expect(days(['B', '2025-01-01'], ['Z', 'never'], ['C', '2025-01-01'], ['A', '2025-01-02'])).toBe(true);
});

function stored(row: object): Transaction {
  return JSON.parse(JSON.stringify(row)) as Transaction;
}
