import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../../../src/commission/index.js';
import { creditByCredit, kernelInputs } from './kernelInput.arb.js';

test('kernels and the exact path give the same statements, lines, ledger and totals', () => {
  const seen = { safe: 0, wide: 0, bigint: 0, decimal: 0 };
  fc.assert(
    fc.property(kernelInputs, (whole) => {
      const fast = run(whole, { detail: 'lines' });
      const exact = run(creditByCredit(whole), { detail: 'lines' });
      seen[fast.kernel] += 1;
      expect({ ...fast, kernel: '' }).toEqual({ ...exact, kernel: '' });
      // Totals alone take another way than totals beside lines.
      expect(run(whole).statements).toEqual(exact.statements);
      expect(run(creditByCredit(whole)).statements).toEqual(exact.statements);
    }),
    { numRuns: 150 },
  );
  expect(Math.min(seen.safe, seen.wide, seen.bigint)).toBeGreaterThan(5);
});

test('lines of a component add up to it, and the order of the rows changes no byte', () => {
  fc.assert(
    fc.property(kernelInputs, fc.infiniteStream(fc.nat()), (whole, keys) => {
      const result = run(whole, { detail: 'lines' });
      const shuffled = whole.transactions
        .map((row) => ({ row, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row);
      const again = run({ ...whole, transactions: shuffled }, { detail: 'lines' });
      const withoutIndex = (one: typeof result) =>
        JSON.stringify({ ...one, rejected: one.rejected.map((entry) => ({ ...entry, index: 0 })) });
      expect(withoutIndex(again)).toBe(withoutIndex(result));
      const cents = (amount: string): bigint => BigInt(amount.replace('.', ''));
      for (const statement of result.statements) {
        const lines = (result.lines ?? []).filter(
          ({ payeeId, period }) => payeeId === statement.payeeId && period === statement.period.start,
        );
        const sum = lines.reduce((total, { earned }) => total + cents(earned), 0n);
        expect(sum).toBe(cents(statement.components[0]!.earned));
      }
      const { totals } = result;
      expect(totals.credited + totals.rejected + totals.duplicates + totals.outside).toBe(totals.rows);
    }),
    { numRuns: 100 },
  );
});
