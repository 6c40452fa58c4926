import fc from 'fast-check';
import type { RunInput, Transaction } from '../../../../src/commission/index.js';
import { settledOf, skippingOf } from '../../settlement/settlement.arb.js';
import { runInputs } from '../../runInput.arb.js';
import { variedOf } from '../../variedInput.arb.js';
import { kernelInputs } from '../kernelInput.arb.js';

/** Two months of a few rows through the kernels. */
const fewKernelRows = kernelInputs.map((input) => ({
  ...input,
  periods: { from: '2025-01-01', to: '2025-03-01' },
  transactions: input.transactions.slice(0, 8),
}));

/** Runs of every kind: through kernels, credit by credit, with holds, skipped or not, and rows taken back. */
const anyInputs: fc.Arbitrary<RunInput> = fc.oneof(
  { weight: 2, arbitrary: fewKernelRows },
  { weight: 1, arbitrary: runInputs },
  { weight: 2, arbitrary: variedOf(runInputs) },
  { weight: 2, arbitrary: settledOf(runInputs) },
  { weight: 1, arbitrary: skippingOf(runInputs) },
);

/** Runs of every kind with duplicates, reversals and wrong rows. */
export const mixedInputs: fc.Arbitrary<RunInput> = anyInputs.chain((input) =>
  fc
    .array(rowsLike(input), { maxLength: 4 })
    .map((more) => ({ ...input, transactions: [...input.transactions, ...more] })),
);

/** A change of the rows of a run; positions are taken modulo what is there. */
export type Change =
  | { readonly kind: 'append'; readonly rows: readonly Transaction[] }
  | { readonly kind: 'replace'; readonly at: number; readonly row: Transaction }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'read'; readonly what: 'result' | 'statements' | 'earnings' };

const dates = ['2024-11-30', '2025-01-01', '2025-01-20', '2025-02-25', '2025-03-31', '2025-06-30', '2026-02-01'];

/** A row of the input, often as another one: later, larger, finer, of somebody else, wrong, or with another's id. */
function rowsLike(input: RunInput): fc.Arbitrary<Transaction> {
  const people = input.payees.map(({ id }) => id);
  const plain = fc.record({
    id: fc.constantFrom('N0', 'N1', 'N2', ...input.transactions.map(({ id }) => id)),
    date: fc.constantFrom(...dates),
    amount: fc.constantFrom('10.00', '-3.50', '250.00', '1200.00', '0'),
    currency: fc.constantFrom('USD', 'USD', 'USD', 'USD', 'EUR'),
    payeeId: fc.constantFrom(...people),
  });
  const odd = fc
    .tuple(
      plain,
      fc.constantFrom(
        { amount: '1.2345' },
        { amount: 'x' },
        { payeeId: 'nobody' },
        { date: '2025-02-30' },
        { currency: 'ABC' },
        { amount: '90071992547409931.00' },
      ),
    )
    .map(([row, fault]): Transaction => ({ ...row, ...fault }));
  if (input.transactions.length === 0) return fc.oneof({ weight: 5, arbitrary: plain }, odd);
  const known = fc.constantFrom(...input.transactions);
  const varied = fc
    .tuple(known, plain)
    .map(([row, other]): Transaction => ({ ...row, id: other.id, date: other.date }));
  const reversal = fc.tuple(known, plain).map(([{ id, amount }, row]): Transaction => ({
    ...row,
    amount: amount.startsWith('-') ? '1.00' : '-1.00',
    reverses: id,
  }));
  return fc.oneof(
    { weight: 5, arbitrary: plain },
    { weight: 2, arbitrary: known },
    { weight: 2, arbitrary: varied },
    { weight: 2, arbitrary: reversal },
    { weight: 1, arbitrary: odd },
  );
}

/** A run over the first rows of an input, and changes of it. */
export interface ChangedInput {
  readonly input: RunInput;
  readonly start: number;
  readonly changes: readonly Change[];
}

function changesOf(input: RunInput, row: fc.Arbitrary<Transaction>, maxRows: number): fc.Arbitrary<ChangedInput> {
  const at = fc.nat({ max: 30 });
  return fc.record({
    input: fc.constant(input),
    start: fc.nat({ max: input.transactions.length }),
    changes: fc.array(
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc.record({
            kind: fc.constant('append' as const),
            rows: fc.array(row, { minLength: 1, maxLength: maxRows }),
          }),
        },
        { weight: 2, arbitrary: fc.record({ kind: fc.constant('replace' as const), at, row }) },
        { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), at }) },
        {
          weight: 2,
          arbitrary: fc.record({
            kind: fc.constant('read' as const),
            what: fc.constantFrom('result' as const, 'statements' as const, 'earnings' as const),
          }),
        },
      ),
      { minLength: 1, maxLength: 5 },
    ),
  });
}

/** Changes of every kind of runs of every kind. */
export const changedInputs: fc.Arbitrary<ChangedInput> = anyInputs.chain((input) =>
  changesOf(input, rowsLike(input), 3),
);

/** Runs whose statements depend on the sums of their periods alone, mostly, and changes that are plain, mostly. */
export const plainChanges: fc.Arbitrary<ChangedInput> = fc
  .record({
    input: fewKernelRows,
    capped: fc.boolean(),
    quarterly: fc.boolean(),
    currency: fc.constantFrom('USD', 'EUR'),
  })
  .chain(({ input, capped, quarterly, currency }) => {
    const plans = input.plans.map((plan) => ({
      ...plan,
      components: plan.components.map((one) => ({
        ...one,
        ...(one.accumulate === 'toDate' ? { accumulate: 'perPeriod' as const } : {}),
        ...(quarterly ? { every: 'quarter' as const } : {}),
        modifiers:
          capped && one.accumulate !== 'perTransaction' ? [{ kind: 'cap' as const, limit: { amount: '90' } }] : [],
      })),
    }));
    const payees = input.payees.map((payee) => (payee.id === 'B' ? { ...payee, currency } : payee));
    const rates = [{ from: 'USD', to: 'EUR', rate: '0.9', on: '2024-01-01' }];
    const world: RunInput = { ...input, plans, payees, rates };
    const cents = fc.integer({ min: -2_000, max: 90_000 });
    const plain = fc
      .record({
        id: fc.integer({ min: 0, max: 99_999 }),
        day: fc.integer({ min: 1, max: 95 }),
        amount: cents,
        payeeId: fc.constantFrom('A', 'B', 'C'),
      })
      .map(({ id, day, amount, payeeId }): Transaction => ({
        id: `N${id}`,
        date: new Date(Date.UTC(2025, 0, day)).toISOString().slice(0, 10),
        amount: (amount / 100).toFixed(2).replace(/^-0\.00$/, '0.00'),
        currency: 'USD',
        payeeId,
      }));
    return changesOf(world, fc.oneof({ weight: 9, arbitrary: plain }, { weight: 1, arbitrary: rowsLike(world) }), 1);
  });
