import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalAt } from '../../../src/core/fixed/decimalColumn.js';
import { dayNumber, fromDayNumber, isoCurrencies } from '../../../src/core/index.js';
import { Transaction } from '../../../src/commission/index.js';
import type { ReadContext, ReadRows } from '../../../src/commission/run/read/readContext.js';
import { readObjects } from '../../../src/commission/run/readObjects.js';
import { rowState } from '../../../src/commission/run/rows.js';
import { entangledTransactions, foreignTransaction } from './transaction.arb.js';

const context: ReadContext = {
  payees: new Map([
    ['E1', 0],
    ['E2', 1],
  ]),
  asOf: dayNumber('9999-12-31'),
  horizon: { from: dayNumber('0001-01-01'), to: dayNumber('9999-12-31') + 1 },
  currencies: isoCurrencies,
  planCurrencies: ['USD'],
};

const read = (rows: readonly unknown[], of: ReadContext = context): ReadRows =>
  readObjects(rows as readonly Transaction[], of);

/** What a row must be beyond its schema, said in the plainest way. */
function holdsBeyondSchema(row: Transaction): boolean {
  const splits = row.splits ?? [];
  return (
    Object.hasOwn(isoCurrencies, row.currency) &&
    (row.payeeId === undefined) === splits.length > 0 &&
    [...splits, ...(row.payeeId === undefined ? [] : [row])].every(({ payeeId }) =>
      context.payees.has(payeeId ?? ''),
    ) &&
    splits.every(({ share, payoutShare = '0' }) => !`${share} ${payoutShare}`.includes('-')) &&
    (row.collections ?? []).every(({ amount }) => !amount.startsWith('-')) &&
    row.reverses === undefined
  );
}

test('a row is accepted if its schema accepts it and what it names is there', () => {
  const seen = { accepted: 0, rejected: 0 };
  fc.assert(
    fc.property(foreignTransaction, (row) => {
      const parsed = Transaction.safeParse(row);
      const sound = parsed.success && holdsBeyondSchema(row as Transaction);
      const { rows, rejected } = read([row]);
      expect(rows.state).toEqual(sound ? null : Uint8Array.of(rowState.rejected));
      expect(rejected.length > 0).toBe(!sound);
      // What the schema refuses is told as a fault of its own, beside those that no schema sees.
      const ofSchema = rejected.filter(({ code, params }) => 'expected' in params && code !== 'row.currencyUnknown');
      if (!parsed.success && ofSchema.length === 0) {
        expect(rejected.map(({ code }) => code)).toContain('row.currencyUnknown');
      }
      if (parsed.success) expect(ofSchema.filter(({ params }) => params['expected'] !== 'decimal ≥ 0')).toEqual([]);
      seen[sound ? 'accepted' : 'rejected']++;
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(seen.accepted, seen.rejected)).toBeGreaterThan(200);
});

test('entries are plain JSON', () => {
  fc.assert(
    fc.property(fc.array(foreignTransaction, { maxLength: 5 }), (rows) => {
      const { rejected } = read(rows);
      expect(JSON.parse(JSON.stringify(rejected))).toEqual(rejected);
    }),
  );
});

const narrow: ReadContext = {
  ...context,
  asOf: dayNumber('2025-12-31'),
  horizon: { from: dayNumber('2025-01-01'), to: dayNumber('2026-01-01') },
  keep: ({ field }) => {
    const invoice = field('dates.invoice');
    return (row) => String(invoice(row)).startsWith('2025');
  },
};

/** What is decided about rows, without a word on where they stand. */
function verdicts(rows: readonly unknown[]): unknown {
  const { rows: columns, rejected, duplicates, outside } = read(rows, narrow);
  const said = rows.map((_, row) => {
    const state = columns.state?.[row] ?? rowState.accepted;
    const id = (rows[row] as { id: string }).id;
    if (state !== rowState.accepted) return JSON.stringify([id, state]);
    const original = columns.reverses?.[row] ?? -1;
    return JSON.stringify([
      id,
      state,
      fromDayNumber(columns.day[row]!),
      decimalAt(columns.amount, row).toFixed(),
      columns.payee[row],
      columns.currency.codes[columns.currency.index?.[row] ?? 0],
      original < 0 ? null : columns.id(original),
    ]);
  });
  return {
    said: said.sort(),
    rejected: rejected.map(({ index, ...entry }) => [(rows[index] as { id: string }).id, entry]),
    duplicates,
    outside,
    scale: columns.amount.scale,
    bound: columns.amountBound,
  };
}

test('verdicts do not depend on the order of the rows', () => {
  fc.assert(
    fc.property(
      entangledTransactions.chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length })),
      ),
      ([rows, shuffled]) => {
        expect(verdicts(shuffled)).toEqual(verdicts(rows));
      },
    ),
    { numRuns: 1000 },
  );
});

test('every row is accepted, rejected with an entry, a duplicate or outside', () => {
  fc.assert(
    fc.property(entangledTransactions, (rows) => {
      const { rows: columns, rejected, duplicates, outside } = read(rows, narrow);
      const withEntry = new Set(rejected.map(({ index }) => index));
      const states = rows.map((_, row) => columns.state?.[row] ?? rowState.accepted);
      expect(states.map((state) => state === rowState.rejected)).toEqual(rows.map((_, row) => withEntry.has(row)));
      expect(states.filter((state) => state === rowState.duplicate)).toHaveLength(duplicates);
      expect(states.filter((state) => state === rowState.outside)).toHaveLength(outside);
      states.forEach((state, row) => {
        if (state === rowState.accepted) return;
        expect([columns.payee[row], BigInt(columns.amount.values[row]!)]).toEqual([-1, 0n]);
      });
    }),
    { numRuns: 500 },
  );
});

test('what takes back never exceeds what was there', () => {
  fc.assert(
    fc.property(entangledTransactions, (rows) => {
      const { rows: columns } = read(rows, narrow);
      const back = new Map<number, bigint>();
      columns.reverses?.forEach((original, row) => {
        if (original < 0 || (columns.state?.[row] ?? 0) !== rowState.accepted) return;
        back.set(original, (back.get(original) ?? 0n) + BigInt(columns.amount.values[row]!));
      });
      for (const [original, sum] of back) {
        const whole = BigInt(columns.amount.values[original]!);
        const left = whole + sum;
        expect(whole < 0n ? whole <= left && left <= 0n : 0n <= left && left <= whole).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('rows are known to be in order only if they are, by day and id', () => {
  fc.assert(
    fc.property(entangledTransactions, (rows) => {
      const { rows: columns } = read(rows);
      if (!columns.ordered) return;
      const accepted = rows
        .map((_, row) => row)
        .filter((row) => (columns.state?.[row] ?? rowState.accepted) === rowState.accepted);
      accepted.slice(1).forEach((row, at) => {
        const before = accepted[at]!;
        const step = columns.day[row]! - columns.day[before]!;
        expect(step > 0 || (step === 0 && columns.id(before) < columns.id(row))).toBe(true);
      });
    }),
    { numRuns: 500 },
  );
});
