import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRun, run, type RunInput } from '../../../src/commission/index.js';
import { creditByCredit, kernelInputs } from './kernelInput.arb.js';
import { toColumns } from './toColumns.js';

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

/** Everybody of the plan has it all the time, so that every row has a slot. */
const allAssigned = ({ payees, assignments: _, ...input }: RunInput): RunInput => ({
  ...input,
  payees,
  assignments: payees.map(({ id }) => ({ payeeId: id, planId: 'P', from: '2025-01-01', to: null })),
});

test('columns go through the same kernels as objects, whether lines are wanted or not', () => {
  let fused = 0;
  const inputs = fc.oneof(kernelInputs, kernelInputs.map(allAssigned));
  fc.assert(
    fc.property(inputs, fc.integer({ min: 60, max: 91 }), ({ transactions, ...input }, asOf) => {
      const { plans, payees, assignments, rates = [], periods } = input;
      const evaluator = compileRun({ plans, payees, assignments, rates });
      const places = new Map(payees.map(({ id }, index) => [id, index]));
      const columns = { ...toColumns(transactions, places), currency: { codes: ['USD'] } };
      // Some rows are not known yet on the earlier days.
      const options = { asOf: new Date(Date.UTC(2025, 0, asOf)).toISOString().slice(0, 10), periods };
      const expected = evaluator.objects(transactions, options).result;
      if (expected.kernel !== 'decimal') fused += 1;
      for (const detail of ['statements', 'lines'] as const) {
        const made = evaluator.columns(columns, { ...options, detail });
        // Asked for first, earnings are added up without lines.
        const { values } = made.earnings;
        // The columns are in thousandths, which take a wider kernel earlier.
        expect({ ...made.result, kernel: expected.kernel, lines: undefined }).toEqual(expected);
        const afterLines = evaluator.columns(columns, { ...options, detail });
        expect(afterLines.lines.n).toBe(made.lines.n);
        expect(afterLines.earnings.values).toEqual(values);
      }
    }),
    { numRuns: 100 },
  );
  expect(fused).toBeGreaterThan(50);
});
