import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LedgerEntry, run, type RunInput, type Statement } from '../../../src/commission/index.js';
import { plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import { cutOf } from '../run/cut.arb.js';
import { quarterInputs } from '../runInput.arb.js';
import { settledInputs } from '../settlement/settlement.arb.js';

/** Runs in which every payout has its rate: one that waits for it stays payable, and is carried on by a close. */
const paid = (input: RunInput): RunInput => ({
  ...input,
  payees: input.payees.map((payee) => (payee.currency === 'JPY' ? { ...payee, currency: 'EUR' } : payee)),
});
const paidInputs = quarterInputs.map(paid);
/** Runs that hold earnings back and take some back as well, some of them in two versions of the plan. */
const settledPaid = settledInputs.map(paid);
const settledToo = fc.oneof(paidInputs, settledPaid, cutOf(settledPaid));
const borders = fc.constantFrom('2025-02-01', '2025-03-01');
const sum = (amounts: readonly string[]): string =>
  toText(amounts.reduce((total, amount) => plus(total, toDecimal(amount)), ZERO));
const entriesBefore = (ledger: readonly LedgerEntry[], before: string): readonly LedgerEntry[] =>
  ledger.filter(({ period }) => period < before);
const from = (statements: readonly Statement[], before: string): readonly Statement[] =>
  statements.filter(({ period }) => period.start >= before);

test('closing periods that have not changed changes nothing in the open ones', () => {
  fc.assert(
    fc.property(settledToo, borders, (input, before) => {
      const whole = run(input);
      const closed = run({ ...input, closed: { before, ledger: entriesBefore(whole.ledger, before) } });
      expect(closed.statements).toEqual(from(whole.statements, before));
      expect(closed.ledger).toEqual(whole.ledger.filter(({ period }) => period >= before));
      expect(closed.findings).toEqual(whole.findings);
    }),
  );
});

/** Changes that come after a close: other rates, other rows, a late adjustment, somebody else's plan. */
const change = fc
  .record({
    factor: fc.constantFrom(undefined, '1.1', '0.7'),
    drop: fc.boolean(),
    late: fc.boolean(),
    adjusted: fc.boolean(),
    unassigned: fc.boolean(),
  })
  .map(({ factor, drop, late, adjusted, unassigned }) => (input: RunInput): RunInput => ({
    ...input,
    plans: input.plans.map((plan) => ({
      ...plan,
      ...(factor === undefined
        ? {}
        : { modifiers: [...(plan.modifiers ?? []), { kind: 'multiplier' as const, by: factor }] }),
    })),
    assignments: unassigned ? input.assignments.filter(({ payeeId }) => payeeId !== 'M') : input.assignments,
    transactions: [
      ...input.transactions.slice(drop ? 1 : 0),
      ...(late
        ? [
            {
              id: 'late',
              date: '2025-01-09',
              amount: '77.7',
              currency: 'USD',
              payeeId: 'E2',
              cost: '1',
              attributes: { product: 'A' },
            },
          ]
        : []),
    ],
    // Without an assignment nobody has a statement to put an adjustment in.
    adjustments: [
      ...(input.adjustments ?? []).filter(({ payeeId }) => !unassigned || payeeId !== 'M'),
      ...(adjusted
        ? [
            {
              id: 'late',
              payeeId: 'E1',
              planId: 'P',
              date: '2025-01-31',
              amount: '4.2',
              kind: 'adjustment' as const,
              reason: 'late',
            },
          ]
        : []),
    ],
  }));

/** What is due for sales and decisions, whenever it is paid. */
const EARNED = new Set(['earning', 'bonus', 'adjustment', 'clawback', 'retro']);

test('what was paid and the retro entries are what the corrected plan earns', () => {
  fc.assert(
    fc.property(settledToo, borders, change, (input, before, changed) => {
      const history = entriesBefore(run(input).ledger, before);
      const corrected = changed(input);
      const result = run({ ...corrected, closed: { before, ledger: history } });
      const whole = run(corrected);
      for (const { id } of corrected.payees) {
        const total = (ledger: readonly LedgerEntry[], isCounted: (entry: LedgerEntry) => boolean): string =>
          sum(ledger.filter((entry) => entry.payeeId === id && isCounted(entry)).map(({ amount }) => amount));
        const booked = [...history, ...result.ledger];
        // What a payment loses stands; what releases and the end of an assignment lose is computed again.
        const isEarned = ({ type, componentId, cause }: LedgerEntry): boolean =>
          EARNED.has(type) || (type === 'forfeit' && (componentId !== undefined || cause.kind === 'assignmentEnd'));
        expect(total(booked, isEarned)).toBe(total(whole.ledger, isEarned));
        for (const types of [
          ['deferral', 'deferralRelease'],
          ['hold', 'release'],
        ]) {
          const isMoved = ({ type }: LedgerEntry): boolean => types.includes(type);
          expect(total(booked, isMoved)).toBe(total(whole.ledger, isMoved));
        }
      }
      // Nothing of a closed period is touched.
      for (const { period } of [
        ...result.ledger,
        ...result.statements.map((each) => ({ period: each.period.start })),
      ]) {
        expect(period >= before).toBe(true);
      }
      const all = [...history, ...result.ledger];
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    }),
  );
});

test('a correction that is booked is not booked again', () => {
  fc.assert(
    fc.property(settledToo, change, (input, changed) => {
      const corrected = changed(input);
      const first = run({
        ...corrected,
        closed: { before: '2025-02-01', ledger: entriesBefore(run(input).ledger, '2025-02-01') },
      });
      const history = [...entriesBefore(run(input).ledger, '2025-02-01'), ...entriesBefore(first.ledger, '2025-03-01')];
      const second = run({ ...corrected, closed: { before: '2025-03-01', ledger: history } });
      expect(second.ledger.filter(({ type }) => type === 'retro')).toEqual([]);
      expect(second.statements).toEqual(from(first.statements, '2025-03-01'));
    }),
  );
});
