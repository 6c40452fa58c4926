import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalAt } from '../../../src/core/fixed/decimalColumn.js';
import { dayNumber, isoCurrencies } from '../../../src/core/index.js';
import type { Transaction } from '../../../src/commission/index.js';
import type { ReadContext, ReadRows } from '../../../src/commission/run/read/readContext.js';
import { readColumns } from '../../../src/commission/run/readColumns.js';
import { readObjects } from '../../../src/commission/run/readObjects.js';
import { rowState } from '../../../src/commission/run/rows.js';
import { toColumns } from './toColumns.js';
import { entangledTransactions } from './transaction.arb.js';

const context: ReadContext = {
  payees: new Map([
    ['E1', 0],
    ['E2', 1],
  ]),
  asOf: dayNumber('2025-12-31'),
  horizon: { from: dayNumber('2025-01-01'), to: dayNumber('2026-01-01') },
  keep: ({ field }) => {
    const invoice = field('dates.invoice');
    return (row) => String(invoice(row)).startsWith('2025');
  },
  currencies: isoCurrencies,
  planCurrencies: ['USD'],
};

/** Everything that is read, in a form that does not depend on scales and columns. */
function readings({ rows, rejected, duplicates, outside }: ReadRows): unknown {
  const fields = ['cost', 'dates.invoice', 'attributes.a', 'measures.m', 'reason', 'reverses'];
  const readers = fields.map((name) => rows.field(name));
  return {
    rows: Array.from({ length: rows.n }, (_, row) => {
      const state = rows.state?.[row] ?? rowState.accepted;
      if (state !== rowState.accepted) return [state, rows.payee[row], decimalAt(rows.amount, row).toFixed()];
      return {
        id: rows.id(row),
        day: rows.day[row],
        amount: decimalAt(rows.amount, row).toFixed(),
        currency: rows.currency.codes[rows.currency.index?.[row] ?? 0],
        payee: rows.payee[row],
        reverses: rows.reverses?.[row] ?? -1,
        splits: partsOf(rows.splits, row).map((split) => [
          rows.splits?.payee[split],
          rows.splits?.kind[split],
          decimalAt(rows.splits!.share, split).toFixed(),
          decimalAt(rows.splits!.payoutShare ?? rows.splits!.share, split).toFixed(),
          rows.splits?.dealRole(split),
        ]),
        collections: partsOf(rows.collections, row).map((part) => [
          rows.collections?.day[part],
          rows.collections?.kind[part],
          decimalAt(rows.collections!.amount, part).toFixed(),
        ]),
        fields: readers.map((read) => String(read(row)).replace(/\.0+$/, '')),
      };
    }),
    rejected: rejected.map(({ index, id, code }) => `${id} ${code} ${index}`).sort(),
    duplicates,
    outside,
  };
}

function partsOf(parts: { readonly offset: Int32Array } | null, row: number): number[] {
  if (parts === null) return [];
  const start = parts.offset[row]!;
  return Array.from({ length: parts.offset[row + 1]! - start }, (_, at) => start + at);
}

const rows = fc
  .tuple(
    entangledTransactions,
    fc.infiniteStream(
      fc.record(
        {
          reason: fc.constantFrom('promo', 'renewal'),
          attributes: fc.record({ a: fc.constantFrom('x', 'y', true) }),
          measures: fc.record({ m: fc.constantFrom('1', '2.5', '-3') }),
          collections: fc.array(
            fc.record({
              date: fc.constantFrom('2025-03-01', '2025-02-01'),
              amount: fc.constantFrom('10', '10.5', '-1'),
              kind: fc.constantFrom('payment', 'refund', 'creditMemo'),
            }),
            { maxLength: 3 },
          ),
        },
        { requiredKeys: [] },
      ),
    ),
  )
  .map(([list, further]) => list.map((row) => ({ ...further.next().value, ...(row as object) }) as Transaction));

test('columns and objects are read alike', () => {
  fc.assert(
    fc.property(rows, (list) => {
      // No 64-bit integer is as wrong as a text that is no decimal.
      fc.pre(!(list.some(({ amount }) => amount === 'x') && list.some(({ amount }) => amount.length > 15)));
      const fromColumns = readColumns(toColumns(list, context.payees), context);
      const fromObjects = readObjects(list, context);
      expect(readings(fromColumns)).toEqual(readings(fromObjects));
      expect(fromColumns.rows.seq).toEqual(fromObjects.rows.seq);
    }),
    { numRuns: 500 },
  );
});

test('columns without ids are distinct rows, in order if their days are', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const sound = list.filter(({ amount }) => amount !== 'x');
      const columns = { ...toColumns(sound, context.payees) };
      delete (columns as { ids?: unknown }).ids;
      delete (columns as { reverses?: unknown }).reverses;
      const { rows: read, duplicates } = readColumns(columns, context);
      const days = [...columns.day];
      expect(duplicates).toBe(0);
      expect(read.seq).toBeNull();
      expect(read.ordered).toBe(days.every((day, row) => row === 0 || day >= days[row - 1]!));
    }),
    { numRuns: 200 },
  );
});
