import { expect, test } from 'vitest';
import { compileRun } from '../../../src/commission/index.js';
import { dayNumber, isoCurrencies } from '../../../src/core/index.js';
import type { ReadContext } from '../../../src/commission/run/read/readContext.js';
import { readColumns } from '../../../src/commission/run/readColumns.js';
import { rowState } from '../../../src/commission/run/rows.js';
import { ABSENT_DAY, type TransactionColumns } from '../../../src/commission/run/transactionColumns.js';
import { thrown } from '../../core/thrown.js';

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
const day = dayNumber('2025-01-15');
const plain: TransactionColumns = {
  n: 3,
  payee: Int32Array.of(0, 1, 0),
  day: Int32Array.of(day, day, day + 1),
  amount: Float64Array.of(10000, -50, 7),
  scale: 2,
};
const splits = {
  offset: Int32Array.of(0, 2, 2, 3),
  payee: Int32Array.of(0, 1, 1),
  kind: Uint8Array.of(0, 1, 0),
  share: { values: Float64Array.of(5, 10, 10), scale: 1 },
};

/** Places and codes of faults, by row. */
function faults(columns: Partial<TransactionColumns>): string[] {
  const { rejected } = readColumns({ ...plain, ...columns }, context);
  return rejected.map(({ index, code, path }) => [index, code, path.join('.')].join(' ').trim());
}

test('columns of sound rows are the rows, not a copy', () => {
  const { rows, rejected, duplicates, outside } = readColumns(plain, context);
  expect({ rejected, duplicates, outside }).toEqual({ rejected: [], duplicates: 0, outside: 0 });
  expect(rows.payee).toBe(plain.payee);
  expect(rows.day).toBe(plain.day);
  expect(rows.amount.values).toBe(plain.amount);
  expect(rows).toMatchObject({
    n: 3,
    state: null,
    amount: { scale: 2 },
    amountBound: 10057,
    currency: { codes: ['USD'], index: null },
    seq: null,
    ordered: true,
    splits: null,
    reverses: null,
    collections: null,
  });
  expect([0, 1, 2].map((row) => rows.id(row))).toEqual(['0', '1', '2']);
});

test('no rows', () => {
  const none = { n: 0, payee: new Int32Array(), day: new Int32Array(), amount: new Float64Array(), scale: 2 };
  expect(readColumns(none, context)).toMatchObject({ rows: { n: 0, state: null, ordered: true }, rejected: [] });
});

test('rows that are not accepted are taken out of a copy', () => {
  const given = { ...plain, day: Int32Array.of(day, day + 1000, day) };
  const { rows, outside } = readColumns(given, context);
  expect(rows.state).toEqual(Uint8Array.of(0, rowState.outside, 0));
  expect(outside).toBe(1);
  expect(rows.payee).toEqual(Int32Array.of(0, -1, 0));
  expect(rows.amount.values).toEqual(Float64Array.of(10000, 0, 7));
  expect(rows.amountBound).toBe(10007);
  expect(given.payee).toEqual(Int32Array.of(0, 1, 0));
  expect(given.amount).toEqual(Float64Array.of(10000, -50, 7));
});

test('64-bit amounts stay as they are', () => {
  const amount = BigInt64Array.of(2n ** 62n, -1n, 0n);
  const { rows } = readColumns({ ...plain, amount }, context);
  expect(rows.amount.values).toBe(amount);
  expect(rows.amountBound).toBeNaN();
  const outside = readColumns({ ...plain, amount, day: Int32Array.of(0, day, day) }, context);
  expect(outside.rows.amount.values).toEqual(BigInt64Array.of(0n, -1n, 0n));
});

test('parts are read where they are', () => {
  const collections = {
    offset: Int32Array.of(0, 0, 2, 3),
    day: Int32Array.of(day + 2, day + 1, day),
    amount: { values: Float64Array.of(2, 1, 3), scale: 0 },
    kind: Uint8Array.of(0, 1, 2),
    id: { dictionary: ['K0', 'K1'], codes: Int32Array.of(0, 1, -1) },
  };
  const { rows } = readColumns(
    {
      ...plain,
      payee: Int32Array.of(-1, 0, -1),
      splits: { ...splits, dealRole: { dictionary: ['hunter'], codes: Int32Array.of(-1, 0, -1) } },
      collections,
    },
    context,
  );
  expect(rows.state).toBeNull();
  expect(rows.splits?.share).toBe(splits.share);
  expect(rows.splits?.payoutShare).toBeNull();
  expect([0, 1].map((split) => rows.splits?.dealRole(split))).toEqual([undefined, 'hunter']);
  expect([0, 1, 2].map((collection) => rows.collections?.id(collection))).toEqual(['K1', 'K0', undefined]);
  expect(rows.collections).toMatchObject({
    offset: collections.offset,
    day: Int32Array.of(day + 1, day + 2, day),
    amount: { values: Float64Array.of(1, 2, 3), scale: 0 },
    kind: Uint8Array.of(1, 0, 2),
  });
});

test.each([
  [{ values: Float64Array.of(50, 100, 100), scale: 2 }, true],
  [{ values: BigInt64Array.of(5n, 10n, 10n), scale: 1 }, true],
  [{ values: Float64Array.of(50, 100, 101), scale: 2 }, false],
])('payout shares are others than the shares only by value', (payoutShare, same) => {
  const payee = Int32Array.of(-1, 0, -1);
  const { rows } = readColumns({ ...plain, payee, splits: { ...splits, payoutShare } }, context);
  expect(rows.splits?.payoutShare).toBe(same ? null : payoutShare);
});

test('further fields are read by name', () => {
  const { rows } = readColumns(
    {
      ...plain,
      cost: { values: Float64Array.of(150, NaN, -7), scale: 2 },
      units: { values: BigInt64Array.of(1n, 2n, 3n), scale: 0 },
      reason: { dictionary: ['promo'], codes: Int32Array.of(-1, 0, -1) },
      measures: { seats: { values: Float64Array.of(5, 0, 10), scale: 1 } },
      attributes: { 'a.b': { dictionary: ['x', true], codes: Int32Array.of(1, 0, -1) } },
      dates: { invoice: Int32Array.of(0, ABSENT_DAY, 59) },
    },
    context,
  );
  expect(rows.state).toBeNull();
  const read = (name: string) => [0, 1, 2].map(rows.field(name));
  expect(read('cost')).toEqual(['1.5', undefined, '-0.07']);
  expect(read('units')).toEqual(['1', '2', '3']);
  expect(read('reason')).toEqual([undefined, 'promo', undefined]);
  expect(read('measures.seats')).toEqual(['0.5', '0', '1']);
  expect(read('attributes.a.b')).toEqual([true, 'x', undefined]);
  expect(read('dates.invoice')).toEqual(['1970-01-01', undefined, '1970-03-01']);
  for (const name of ['mrr', 'measures.constructor', 'attributes.a', 'payee', 'constructor', 'dates']) {
    expect(read(name)).toEqual([undefined, undefined, undefined]);
  }
});

test.each<[string, Partial<TransactionColumns>, string[]]>([
  [
    'payees that are not there',
    { payee: Int32Array.of(2, -2, 1) },
    ['0 row.payeeUnknown payee', '1 row.payeeUnknown payee'],
  ],
  ['no payee', { payee: Int32Array.of(-1, 0, 0) }, ['0 row.noOwner']],
  [
    'days out of the calendar',
    { day: Int32Array.of(day, 2932897, -719163) },
    ['1 row.dateInvalid day', '2 row.dateInvalid day'],
  ],
  [
    'amounts that are no safe integers',
    { amount: Float64Array.of(0.5, NaN, 2 ** 53) },
    ['0 row.amountInvalid amount', '1 row.amountInvalid amount', '2 row.amountInvalid amount'],
  ],
  [
    'unknown currencies',
    { currency: { codes: ['USD', 'XXX'], index: Uint8Array.of(0, 1, 2) } },
    ['1 row.currencyUnknown currency', '2 row.currencyUnknown currency'],
  ],
  [
    'a currency that is none',
    { currency: { codes: ['toString'] } },
    [0, 1, 2].map((row) => `${row} row.currencyUnknown currency`),
  ],
  ['empty ids', { ids: ['a', '', 'c'] }, ['1 row.fieldInvalid ids']],
  ['infinite costs', { cost: { values: Float64Array.of(NaN, Infinity, 1), scale: 0 } }, ['1 row.fieldInvalid cost']],
  [
    'words that no dictionary has',
    { attributes: { a: { dictionary: ['x'], codes: Int32Array.of(1, -2, 0) } } },
    ['0 row.fieldInvalid attributes.a', '1 row.fieldInvalid attributes.a'],
  ],
  [
    'words that are no texts',
    { reason: { dictionary: [true] as never, codes: Int32Array.of(0, -1, -1) } },
    ['0 row.fieldInvalid reason'],
  ],
  ['named days', { dates: { a: Int32Array.of(0, 2932897, ABSENT_DAY) } }, ['1 row.dateInvalid dates.a']],
  [
    'rows taken back that are not there',
    { reverses: Int32Array.of(3, -2, -1) },
    ['0 row.reversalUnknown reverses', '1 row.reversalUnknown reverses'],
  ],
  ['owners of two kinds', { splits }, ['0 row.twoOwners', '2 row.twoOwners']],
  [
    'splits',
    {
      payee: Int32Array.of(-1, 0, -1),
      splits: {
        ...splits,
        payee: Int32Array.of(0, 2, -1),
        kind: Uint8Array.of(2, 0, 0),
        share: { values: Float64Array.of(-1, NaN, 1), scale: 0 },
        payoutShare: { values: Float64Array.of(1, 1, -5), scale: 1 },
      },
    },
    [
      '0 row.fieldInvalid splits.0.kind',
      '0 row.fieldInvalid splits.1.share',
      '0 row.payeeUnknown splits.1.payee',
      '0 row.shareNegative splits.0.share',
      '2 row.payeeUnknown splits.0.payee',
      '2 row.shareNegative splits.0.payoutShare',
    ],
  ],
  [
    'collections',
    {
      collections: {
        offset: Int32Array.of(0, 1, 1, 3),
        day: Int32Array.of(ABSENT_DAY, day, day),
        amount: { values: Float64Array.of(1, -1, 0.5), scale: 0 },
        kind: Uint8Array.of(0, 3, 0),
      },
    },
    [
      '0 row.dateInvalid collections.0.day',
      '2 row.amountInvalid collections.0.amount',
      '2 row.amountInvalid collections.1.amount',
      '2 row.fieldInvalid collections.0.kind',
    ],
  ],
])('%s', (_, columns, expected) => {
  expect(faults(columns)).toEqual(expected);
});

test('entries name rows by id, or by position where they have none', () => {
  const payee = Int32Array.of(0, 9, 0);
  expect(readColumns({ ...plain, payee }, context).rejected).toEqual([
    { index: 1, id: '1', code: 'row.payeeUnknown', path: ['payee'], params: { payeeId: 9 } },
  ]);
  expect(readColumns({ ...plain, payee, ids: ['a', 'b', 'c'] }, context).rejected[0]).toMatchObject({ id: 'b' });
  expect(readColumns({ ...plain, ids: ['a', 5 as never, 'c'] }, context).rejected[0]).not.toHaveProperty('id');
});

test('ids and ranks tell rows apart and order those of a day', () => {
  const read = (columns: Partial<TransactionColumns>) => {
    const { rows, duplicates, rejected } = readColumns({ ...plain, ...columns }, context);
    return { seq: rows.seq, ordered: rows.ordered, duplicates, rejected: rejected.map(({ code }) => code) };
  };
  const apart = { duplicates: 0, rejected: [] };
  expect(read({ ids: ['a', 'b', 'c'] })).toEqual({ seq: null, ordered: true, ...apart });
  expect(read({ ids: ['b', 'c', 'a'] })).toEqual({ seq: Int32Array.of(1, 2, 0), ordered: true, ...apart });
  expect(read({ ids: ['c', 'b', 'a'] })).toEqual({ seq: Int32Array.of(2, 1, 0), ordered: false, ...apart });
  expect(read({ seq: Int32Array.of(5, 9, 70) })).toEqual({ seq: null, ordered: true, ...apart });
  expect(read({ seq: Int32Array.of(9, 5, 70) })).toEqual({ seq: Int32Array.of(9, 5, 70), ordered: false, ...apart });
  const twice = { payee: Int32Array.of(0, 0, 0), day: Int32Array.of(day, day, day), amount: Float64Array.of(1, 1, 2) };
  expect(read({ ...twice, ids: ['a', 'a', 'b'] })).toMatchObject({ duplicates: 1, rejected: [] });
  expect(read({ ...twice, seq: Int32Array.of(4, 4, 3) })).toMatchObject({ duplicates: 1, rejected: [] });
  expect(read({ ...twice, seq: Int32Array.of(4, 3, 4) })).toMatchObject({
    duplicates: 0,
    rejected: ['row.duplicateId', 'row.duplicateId'],
  });
});

test('a row that takes back a duplicate takes back the row that counts', () => {
  const { rows, rejected } = readColumns(
    {
      n: 4,
      payee: Int32Array.of(0, 0, 0, 0),
      day: Int32Array.of(day, day, day, day),
      amount: Float64Array.of(100, 100, -60, -40),
      scale: 0,
      ids: ['a', 'a', 'b', 'c'],
      reverses: Int32Array.of(-1, -1, 0, 1),
    },
    context,
  );
  expect(rejected).toEqual([]);
  expect(rows.reverses).toEqual(Int32Array.of(-1, -1, 0, 0));
});

test.each<[string, Partial<Record<keyof TransactionColumns, unknown>>, string, string]>([
  ['a number of rows that is none', { n: 1.5 }, 'columns.type', 'columns.n: must be integer ≥ 0'],
  ['a plain list', { payee: [0, 1, 0] }, 'columns.type', 'columns.payee: must be Int32Array'],
  ['no days', { day: undefined }, 'columns.type', 'columns.day: must be Int32Array'],
  [
    'amounts of 32 bits',
    { amount: new Int32Array(3) },
    'columns.type',
    'columns.amount: must be Float64Array, BigInt64Array',
  ],
  ['too few cells', { day: new Int32Array(2) }, 'columns.length', 'columns.day: must have 3 cells, got 2'],
  ['too many cells', { seq: new Int32Array(4) }, 'columns.length', 'columns.seq: must have 3 cells, got 4'],
  ['too few ids', { ids: ['a'] }, 'columns.length', 'columns.ids: must have 3 cells, got 1'],
  ['half decimals', { scale: 0.5 }, 'columns.scale', 'columns.scale: must be an integer from 0 to 1000, got 0.5'],
  [
    'a scale below zero',
    { measures: { a: { values: new Float64Array(3), scale: -1 } } },
    'columns.scale',
    'columns.measures.a.scale: must be an integer from 0 to 1000, got -1',
  ],
  [
    'offsets that do not ascend',
    { splits: { ...splits, offset: Int32Array.of(0, 3, 2, 3) } },
    'columns.offset',
    'columns.splits.offset: must ascend from 0 to 3, the number of cells',
  ],
  [
    'offsets that leave parts out',
    { splits: { ...splits, offset: Int32Array.of(0, 1, 2, 2) } },
    'columns.offset',
    'columns.splits.offset: must ascend from 0 to 3, the number of cells',
  ],
  [
    'too few kinds',
    { splits: { ...splits, kind: new Uint8Array(2) } },
    'columns.length',
    'columns.splits.kind: must have 3 cells, got 2',
  ],
])('%s', (_, columns, code, message) => {
  const error = thrown(() => readColumns({ ...plain, ...columns } as TransactionColumns, context));
  expect(error.code).toBe(code);
  expect(error.message).toBe(message);
});

test('without a currency the plans must have one', () => {
  const error = thrown(() => readColumns(plain, { ...context, planCurrencies: ['USD', 'EUR'] }));
  expect(error.message).toBe('columns.currency: must be given, because the plans are in USD, EUR');
});

test('a line that is not there is refused', () => {
  const { lines } = compileRun({
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
    payees: [{ id: 'a' }],
    assignments: [{ payeeId: 'a', planId: 'P', from: '2026-01-01' }],
  }).columns(
    {
      n: 1,
      payee: Int32Array.of(0),
      day: Int32Array.of(dayNumber('2026-01-05')),
      amount: Float64Array.of(70),
      scale: 0,
    },
    { asOf: '2026-01-31', periods: { from: '2026-01-01', to: '2026-02-01' } },
  );
  expect(lines.at(0).earned).toBe(700);
  for (const line of [-1, 0.5, 1, NaN]) {
    const { code, path, params } = thrown(() => lines.at(line));
    expect([code, path, params]).toEqual(['columns.line', ['line'], { lines: 1, value: line }]);
  }
});
