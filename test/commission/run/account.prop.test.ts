import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run, type RunInput, type Transaction } from '../../../src/commission/index.js';
import { entangledTransactions } from './transaction.arb.js';

/** Such rows, some of them delivered twice. A row of nothing that takes back a row of nothing takes back no share of it. */
const rows = entangledTransactions
  .map((list) =>
    (list as readonly Transaction[]).filter(({ amount, reverses }) => amount !== '0' || reverses === undefined),
  )
  .chain((list) =>
    fc
      .subarray(list)
      .chain((again) => fc.shuffledSubarray([...list, ...again], { minLength: list.length + again.length })),
  );

const asOf = '2025-12-31';
const input = (transactions: readonly Transaction[]): RunInput => ({
  asOf,
  periods: { from: '2025-01-01', to: '2026-01-01' },
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
  payees: [{ id: 'E1' }, { id: 'E2' }],
  assignments: [{ payeeId: 'E1', planId: 'P', from: '2025-01-01' }],
  transactions,
  rates: [{ from: 'EUR', to: 'USD', rate: '1.1', on: '2025-02-01' }],
});

test('rows in = credited + rejected + duplicates + outside, each row in one of them', () => {
  const seen = { credited: 0, rejected: 0, duplicates: 0, outside: 0 };
  fc.assert(
    fc.property(rows, (list) => {
      const { totals, rejected, lines = [] } = run(input(list), { detail: 'lines' });
      const withEntry = new Set(rejected.map(({ index }) => index));
      const withLine = new Set(lines.map(({ transactionId }) => transactionId));
      const lost = new Set(rejected.map(({ index }) => list[index]!.id));
      const told = new Set<string>();
      const count = { credited: 0, rejected: 0, duplicates: 0, outside: 0 };
      const isInRun = (date: string): boolean => date >= '2025-01-01' && date <= asOf;
      // What takes back a sale of the run belongs to it, also where it says that it came before.
      const isNeeded = ({ date, reverses }: Transaction): boolean =>
        isInRun(date) ||
        (date <= asOf && list.some((other) => other.id === reverses && isInRun(other.date) && !lost.has(other.id)));
      // A sale of the run that was taken back before its month began has no line.
      const isGone = ({ id, date }: Transaction): boolean =>
        isInRun(date) && list.some((other) => other.reverses === id && other.date < `${date.slice(0, 7)}-01`);
      list.forEach((row, index) => {
        const { id, reverses } = row;
        // Rows of one id that are not rejected say the same as the first, which stands for all.
        const end = withEntry.has(index)
          ? 'rejected'
          : told.has(id)
            ? 'duplicates'
            : reverses === undefined
              ? withLine.has(id) || isGone(row)
                ? 'credited'
                : 'outside'
              : isNeeded(row)
                ? 'credited'
                : 'outside';
        told.add(id);
        if (end === 'outside') expect(isNeeded(row)).toBe(false);
        if (end === 'credited') expect(isNeeded(row)).toBe(true);
        count[end] += 1;
      });
      expect(totals).toMatchObject({ ...count, rows: list.length });
      for (const end of ['credited', 'rejected', 'duplicates', 'outside'] as const) seen[end] += count[end];
    }),
    { numRuns: 150 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(3);
});

test('a row that is lost to all, with its repetitions, changes nothing for the rest', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const whole = run(input(list));
      const lost = new Set(whole.rejected.filter(({ payeeId }) => payeeId === undefined).map(({ index }) => index));
      const ids = new Set([...lost].map((index) => list[index]!.id));
      const left = list.filter(({ id }) => !ids.has(id));
      const rest = run(input(left));
      expect(rest.statements).toEqual(whole.statements);
      expect(rest.ledger).toEqual(whole.ledger);
      const { rows: n, rejected, duplicates } = whole.totals;
      const repeated = list.length - left.length - lost.size;
      expect(rest.totals).toEqual({
        ...whole.totals,
        rows: n - lost.size - repeated,
        rejected: rejected - lost.size,
        duplicates: duplicates - repeated,
      });
    }),
    { numRuns: 150 },
  );
});
