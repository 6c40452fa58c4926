import fc from 'fast-check';
import { decimalText } from '../../core/decimalText.arb.js';

/** Values of every kind that JSON has, and `undefined`. */
const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(undefined, null, true, 0, 1.5, '', 'x', '1', '-1', '2025-01-31', 'E1', [], {}, { a: 1 }, ['1'], [{}]),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Mostly such a value, sometimes any. */
function mostly(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 60, arbitrary: value }, { weight: 1, arbitrary: anything });
}

const text = fc.constantFrom('E1', 'E2', 'E1', 'E2', 'a', '__proto__', 'constructor', 'ü', '');
const key = fc.constantFrom('a', 'amount', 'b.c', '', 'constructor', '__proto__', 'toString');
const date = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom('2025-01-31', '2024-02-29', '0001-01-01', '9999-12-31', '1969-12-31') },
  { weight: 1, arbitrary: fc.constantFrom('2025-02-29', '2025-13-01', '2025-1-1', '0000-01-01', '２０２５-01-01') },
);
const decimal = fc.oneof(
  { weight: 60, arbitrary: decimalText() },
  {
    weight: 1,
    arbitrary: fc.constantFrom('-0', '-0.00', '01', '1.', '.5', '+1', '1e3', ' 1', '1 ', '--1', '1.2.3', '1..0', '０'),
  },
  { weight: 1, arbitrary: fc.constantFrom(`1.${'0'.repeat(999)}`, `1.${'0'.repeat(1000)}`, '9'.repeat(1001)) },
);

/** An object with some of the fields, in any order, and sometimes one more. */
function entity(fields: Record<string, fc.Arbitrary<unknown>>, required: readonly string[]): fc.Arbitrary<unknown> {
  const some = fc
    .record(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, mostly(value)])), {
      requiredKeys: [...required],
    })
    .chain((row) => fc.shuffledSubarray(Object.entries(row), { minLength: Object.keys(row).length }))
    .map((entries) => Object.fromEntries(entries));
  return fc.oneof(
    { weight: 30, arbitrary: some },
    { weight: 1, arbitrary: fc.tuple(some, key, anything).map(([row, name, value]) => ({ ...row, [name]: value })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(some, fc.constantFrom(...Object.keys(fields)))
        .map(([row, name]) => Object.fromEntries(Object.entries(row).filter(([each]) => each !== name))),
    },
  );
}

const map = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .uniqueArray(fc.tuple(key, mostly(value)), { selector: ([name]) => name, maxLength: 3 })
    // As JSON.parse does, `__proto__` becomes a field like any other.
    .map((entries) =>
      JSON.parse(`{${entries.map(([name, each]) => `${JSON.stringify(name)}:${stored(each)}`).join()}}`),
    );

const stored = (value: unknown): string => JSON.stringify(value) ?? 'null';

const split = entity(
  { payeeId: text, kind: fc.constantFrom('revenue', 'overlay'), share: decimal, payoutShare: decimal, dealRole: text },
  ['payeeId', 'kind', 'share'],
);
const collection = entity(
  { id: text, date, amount: decimal, kind: fc.constantFrom('payment', 'refund', 'creditMemo') },
  ['date', 'amount', 'kind'],
);

const furtherFields = {
  cost: decimal,
  units: decimal,
  mrr: decimal,
  termMonths: decimal,
  measures: map(decimal),
  attributes: map(fc.oneof(text, fc.boolean())),
  dates: map(date),
  collections: fc.array(mostly(collection), { maxLength: 2 }),
  reason: text,
};
const owner = fc.constantFrom('E1', 'E1', 'E1', 'E2', 'E9');
const owners = { payeeId: owner, splits: fc.array(mostly(split), { minLength: 1, maxLength: 2 }) };

/** Rows as they may come from anywhere: mostly sound, sometimes wrong in one place or several. */
export const foreignTransaction: fc.Arbitrary<unknown> = mostly(
  fc
    .tuple(
      fc.constantFrom(['payeeId'], ['payeeId'], ['payeeId'], ['splits'], ['splits'], ['payeeId', 'splits'], []),
      fc.subarray(Object.keys(furtherFields), { maxLength: 3 }),
      fc.oneof({ weight: 9, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.constant(['reverses']) }),
    )
    .chain(([owning, further, reverses]) => {
      const fields: Record<string, fc.Arbitrary<unknown>> = {
        id: text,
        date,
        amount: decimal,
        currency: fc.constantFrom('USD', 'USD', 'USD', 'JPY', 'JPY', 'XXX', 'toString'),
        reverses: text,
        ...owners,
        ...furtherFields,
      };
      const names = ['id', 'date', 'amount', 'currency', ...owning, ...further, ...reverses];
      return entity(Object.fromEntries(names.map((name) => [name, fields[name]!])), names);
    }),
);

const day = fc.constantFrom('2024-12-31', '2025-01-31', '2025-02-01', '2025-07-15', '2026-01-01');

/** Rows of few ids, so that many stand twice or take each other back; each sound or wrong by itself. */
export const entangledTransactions: fc.Arbitrary<readonly unknown[]> = fc.array(
  fc
    .record(
      {
        id: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'AA', 'É', ''),
        date: day,
        amount: fc.constantFrom(
          '100',
          '100.00',
          '-100',
          '-40',
          '-60',
          '60.005',
          '0',
          '-0.01',
          '90071992547409.92',
          'x',
        ),
        currency: fc.constantFrom('USD', 'USD', 'USD', 'EUR'),
        payeeId: fc.constantFrom('E1', 'E1', 'E2', 'E9'),
        reverses: fc.constantFrom('A', 'B', 'C', 'Z'),
        cost: fc.constantFrom('1', '1.0', '2'),
        splits: fc.constant([{ payeeId: 'E1', kind: 'revenue', share: '1' }]),
        dates: fc.record({ invoice: day }),
      },
      { requiredKeys: ['id', 'date', 'amount', 'currency'] },
    )
    .map((row) => {
      if (row.payeeId === undefined || row.splits === undefined) return row;
      const { splits, ...rest } = row;
      return splits.length > 0 && rest.cost === '2' ? row : rest;
    }),
  { maxLength: 12 },
);
