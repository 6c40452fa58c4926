import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CommissionPlan,
  marginalValue,
  type Modifier,
  nextTier,
  run,
  type RunInput,
  salesToEarn,
  timingGain,
  type Transaction,
} from '../../../src/commission/index.js';

const MOST = 12;
const rates = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.constantFrom('', '25', '333'))
  .map(([tenth, finer]) => `0.${tenth}${finer}`);
const bounds = fc
  .uniqueArray(fc.integer({ min: 1, max: 18 }), { maxLength: 3 })
  .map((list) => [...list.toSorted((a, b) => a - b).map(String), null]);
const modifiers: fc.Arbitrary<Modifier[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('cap' as const),
      limit: fc.record({ amount: fc.integer({ min: 0, max: 20 }).map(String) }),
    }),
    fc.record({
      kind: fc.constant('hurdle' as const),
      when: fc.record({
        field: fc.constantFrom('measure.C', 'attainment.C'),
        op: fc.constantFrom('ge' as const, 'lt' as const),
        value: fc.integer({ min: 0, max: 15 }).map(String),
      }),
      otherwise: fc.constantFrom({ pay: 'none' as const }, { multiply: '0.5' }),
    }),
    fc.record({
      kind: fc.constant('kicker' as const),
      milestones: fc.tuple(
        fc.record({
          when: fc.record({
            field: fc.constant('measure.C'),
            op: fc.constant('ge' as const),
            value: fc.integer({ min: 0, max: 20 }).map(String),
          }),
          pay: fc.constant({ amount: '3' }),
        }),
      ),
    }),
  ),
  { maxLength: 2 },
);
const plans: fc.Arbitrary<CommissionPlan> = fc
  .record({
    upTo: bounds,
    list: fc.array(rates, { minLength: 4, maxLength: 4 }),
    mode: fc.constantFrom('marginal' as const, 'whole' as const),
    boundary: fc.constantFrom('lower' as const, 'upper' as const),
    accumulate: fc.constantFrom('perTransaction' as const, 'perPeriod' as const, 'toDate' as const),
    modifiers,
  })
  .map(({ upTo, list, mode, boundary, accumulate, modifiers: own }) => ({
    id: 'P',
    currency: 'USD',
    period: 'month',
    quotas: { Q: { amount: '10', per: accumulate === 'toDate' ? 'year' : 'month' } },
    components: [
      {
        id: 'C',
        measure: { kind: 'amount' },
        accumulate,
        quota: 'Q',
        rate: {
          kind: 'tiers',
          tiers: { mode, boundary, tiers: upTo.map((end, at) => ({ upTo: end, rate: list[at]! })) },
        },
        modifiers: own,
      },
    ],
  }));
const sales = fc
  .array(fc.record({ day: fc.integer({ min: 1, max: 58 }), amount: fc.integer({ min: -5, max: 20 }) }), {
    maxLength: 5,
  })
  .map((list) =>
    list.map(({ day, amount }, index): Transaction => ({
      id: `T${index}`,
      date: day > 31 ? `2026-02-${String(day - 31).padStart(2, '0')}` : `2026-01-${String(day).padStart(2, '0')}`,
      amount: String(amount),
      currency: 'USD',
      payeeId: 'a',
    })),
  );
const inputs: fc.Arbitrary<RunInput> = fc
  .record({ plan: plans, transactions: sales })
  .map(({ plan, transactions }) => ({
    asOf: '2026-02-28',
    periods: { from: '2026-01-01', to: '2026-03-01' },
    plans: [plan],
    payees: [{ id: 'a' }],
    assignments: [{ payeeId: 'a', planId: 'P', from: '2026-01-01', to: null }],
    transactions,
  }));

/** What February earns, before rounding, or pays with a sale of 0, 1, … on its last day: as many payees with the same sales. */
function february(
  input: RunInput,
  most: number,
  what: 'earned' | 'payout' = 'earned',
  at: 'statement' | 'line' = 'statement',
): readonly number[] {
  const ids = Array.from({ length: most + 1 }, (_, more) => String(more).padStart(3, '0'));
  const { statements } = run({
    ...input,
    plans: input.plans.map((plan) => ({ ...plan, rounding: { at } })),
    payees: ids.map((id) => ({ id })),
    assignments: ids.map((payeeId) => ({ payeeId, planId: 'P', from: '2026-01-01', to: null })),
    transactions: ids.flatMap((payeeId) => [
      ...input.transactions.map((row) => ({ ...row, id: `${row.id}-${payeeId}`, payeeId })),
      ...(Number(payeeId) === 0
        ? []
        : [{ id: `Z-${payeeId}`, date: '2026-02-28', amount: String(Number(payeeId)), currency: 'USD', payeeId }]),
    ]),
  });
  return statements.filter(({ period }) => period.start === '2026-02-01').map((each) => Number(each[what]));
}

/** Whether what is earned or what is paid has to reach the target, before rounding or after it. */
const figure = fc.constantFrom(
  { what: 'earned', on: 'exact' } as const,
  { what: 'earned', on: 'rounded' } as const,
  { what: 'payout', on: 'rounded' } as const,
);

test('the sales found are the fewest of all that earn the target, and fall below it where it says', () => {
  fc.assert(
    fc.property(inputs, fc.integer({ min: -2, max: 12 }), figure, (input, target, { what, on }) => {
      const question = { payeeId: 'a', period: '2026-02-01', target, increment: '1', max: MOST, what, on } as const;
      const found = salesToEarn(input, question);
      const pay = february(input, MOST, what, on === 'exact' ? 'statement' : 'line');
      const first = pay.findIndex((earned) => earned >= target);
      expect(found.ok).toBe(first >= 0);
      if (!found.ok) {
        expect(Number(found.supremum)).toBe(Math.max(...pay));
        return;
      }
      expect(Number(found.more)).toBe(first);
      expect(Number(found.earned)).toBe(pay[first]);
      if (first > 0) expect(Number(found.oneLess)).toBe(pay[first - 1]);
      const loss = pay.findIndex((earned, more) => more > first && earned < target);
      expect(found.nextLoss === undefined ? -1 : Number(found.nextLoss.more)).toBe(loss);
    }),
    { numRuns: 250 },
  );
}, 240_000);

test('the next tier is entered by what it says and by nothing less', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const [component] = input.plans[0]!.components;
      const question = { payeeId: 'a', period: '2026-02-01', increment: '1' };
      const next = nextTier(input, question);
      if (!next.ok || component!.rate.kind !== 'tiers') return;
      const more = Number(next.more);
      const pay = february(input, more);
      expect(Number(next.pays)).toBeCloseTo(pay[more]! - pay[0]!, 9);
      expect(Number(next.crossing)).toBeCloseTo(pay[more]! - pay[more - 1]!, 9);
      // Where each transaction is paid alone, it is one deal that has to be of that size.
      const isAlone = component!.accumulate === 'perTransaction';
      const measure = isAlone ? 0 : Number(run(input).statements[1]!.components[0]!.measure);
      const { boundary } = component!.rate.tiers;
      const entered = (sold: number): boolean =>
        boundary === 'upper' ? sold >= Number(next.bound) : sold > Number(next.bound);
      expect([entered(measure + more), entered(measure + more - 1)]).toEqual([true, false]);
    }),
    { numRuns: 250 },
  );
});

test('a deal is worth its own pay and what it unlocks, and as much as the run rises', () => {
  fc.assert(
    fc.property(
      inputs,
      fc.integer({ min: -9, max: 30 }),
      fc.constantFrom('2026-01-20', '2026-02-20'),
      (input, amount, date) => {
        const deal: Transaction = { id: 'Z', date, amount: String(amount), currency: 'USD', payeeId: 'a' };
        const value = marginalValue(input, deal);
        const earned = (transactions: readonly Transaction[]): number =>
          run({ ...input, transactions }).statements.reduce((sum, statement) => sum + Number(statement.earned), 0);
        expect(Number(value.total)).toBeCloseTo(earned([...input.transactions, deal]) - earned(input.transactions), 9);
        const parts = value.unlocked.reduce((sum, part) => sum + Number(part.amount), Number(value.own));
        expect(parts).toBeCloseTo(Number(value.total), 9);
        expect(marginalValue({ ...input, transactions: [deal, ...input.transactions] }, deal)).toEqual(value);
      },
    ),
    { numRuns: 250 },
  );
});

test('moving a deal and back changes nothing, and there is what back is not', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const [deal] = input.transactions;
      if (deal === undefined) return;
      const there = timingGain(input, { transactionId: deal.id, to: '2026-02-28' });
      const moved = input.transactions.map((row) => (row.id === deal.id ? { ...row, date: '2026-02-28' } : row));
      const back = timingGain({ ...input, transactions: moved }, { transactionId: deal.id, to: deal.date });
      expect(Number(there.gain)).toBe(-Number(back.gain) + 0);
      expect(timingGain(input, { transactionId: deal.id, to: deal.date })).toEqual({ gain: '0', payees: [] });
    }),
    { numRuns: 250 },
  );
});
