import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRun, release, run } from '../../../src/commission/index.js';
import type { Collection, Release, RunInput, Transaction } from '../../../src/commission/index.js';
import { compareText } from '../../../src/core/compareText.js';
import { toColumns } from '../run/toColumns.js';

const days = ['2025-01-10', '2025-02-05', '2025-02-20', '2025-03-15', '2025-04-30'] as const;

/** Releases that let everything go sooner or later, once the customer has paid. */
const releases: fc.Arbitrary<Release> = fc.oneof(
  fc.constant<Release>({ kind: 'immediate' }),
  fc.record({
    kind: fc.constant('onCollection' as const),
    rule: fc.constantFrom('proportional' as const, 'full' as const, { threshold: '0.5' }),
  }),
  fc.record({
    kind: fc.constant('hold' as const),
    until: fc.constantFrom({ days: 20 }, { months: 1 }, { months: 2, days: 5 }),
  }),
  fc.record({
    kind: fc.constant('holdback' as const),
    share: fc.constantFrom('0.4', '1'),
    months: fc.constantFrom(0, 1, 3),
  }),
  fc.constantFrom<Release>(
    { kind: 'holdback', share: '1', on: 'goLive' },
    { kind: 'schedule', parts: [{ on: 'goLive', share: '1', offsetMonths: 1 }] },
    {
      kind: 'schedule',
      parts: [
        { on: 'collection', share: '0.5', offsetDays: 10 },
        { on: 'booking', share: '0.5', offsetDays: 40 },
      ],
    },
  ),
);

interface World {
  readonly input: RunInput;
  readonly releases: Readonly<Record<string, Release>>;
}

const rows = fc.array(
  fc.record({
    day: fc.constantFrom(...days.slice(0, 3)),
    owner: fc.constantFrom('A', 'B', 'both'),
    first: fc.integer({ min: 1, max: 9 }),
    paid: fc.tuple(fc.constantFrom(...days), fc.constantFrom(...days)),
    isReversed: fc.boolean(),
  }),
  { minLength: 1, maxLength: 4 },
);

/**
 * Two sellers with a plan each, and a lead above both whose plan pays at once. Every sale is paid for in two parts. A run
 * of them is large, so that each law gets fewer than usual.
 */
const worlds: fc.Arbitrary<World> = fc
  .record({
    ofA: releases,
    ofB: releases,
    rows,
    asOf: fc.constantFrom('2025-02-28', '2025-03-14', '2025-03-15', '2025-06-30'),
    goLive: fc.constantFrom('2025-02-25', '2025-03-14', '2025-04-01'),
  })
  .map(({ ofA, ofB, rows: list, asOf, goLive }) => {
    const transactions = list.flatMap(({ day, owner, first, paid, isReversed }, index): Transaction[] => {
      const row = { id: `T${index}`, date: day, amount: '1000.00', currency: 'USD' };
      const collections = paid.map((date, at): Collection => ({
        date,
        amount: at === 0 ? `${first}00.00` : `${10 - first}00.00`,
        kind: 'payment',
      }));
      const split = (payeeId: string) => ({ payeeId, kind: 'revenue' as const, share: '0.5' });
      const owned = owner === 'both' ? { splits: [split('A'), split('B')] } : { payeeId: owner };
      const back = { ...row, id: `${row.id}R`, date: '2025-02-21', amount: '-300.00', reverses: row.id };
      return [{ ...row, ...owned, collections }, ...(isReversed ? [{ ...back, ...owned }] : [])];
    });
    const sales = (id: string, held: Release) => ({
      id,
      currency: 'USD',
      period: 'month' as const,
      release: held,
      components: [component(['revenue'], '1')],
    });
    return {
      releases: { A: ofA, B: ofB },
      input: {
        asOf,
        periods: { from: '2025-01-01', to: '2025-04-01' },
        plans: [
          sales('A', ofA),
          sales('B', ofB),
          { id: 'L', currency: 'USD', period: 'month', components: [component(['rollup'], '0.1')] },
        ],
        payees: [{ id: 'A' }, { id: 'B' }, { id: 'M' }],
        assignments: ['A', 'B', 'M'].map((payeeId) => ({
          payeeId,
          planId: payeeId === 'M' ? 'L' : payeeId,
          from: '2025-01-01',
        })),
        hierarchy: ['A', 'B'].map((child) => ({ child, parent: 'M', from: '2025-01-01' })),
        transactions,
        events: [{ type: 'goLive', date: goLive }],
      },
    };
  });

function component(credits: readonly ('revenue' | 'rollup')[], rate: string) {
  return {
    id: 'C',
    credits,
    measure: { kind: 'amount' as const },
    accumulate: 'perTransaction' as const,
    rate: { kind: 'flat' as const, rate },
  };
}

/** The input with a rule that follows what is held or skips it. */
const ruled = (input: RunInput, heldDirect: 'follow' | 'skip'): RunInput => ({
  ...input,
  crediting: { rules: [{ id: 'up', kind: 'rollup', levels: 1, heldDirect }] },
});

/** Transactions of the lead's lines, one for each line. */
const derived = (input: RunInput): readonly string[] =>
  (run(input, { detail: 'lines' }).lines ?? [])
    .flatMap(({ payeeId, transactionId }) => (payeeId === 'M' ? [transactionId ?? ''] : []))
    .filter((id) => !id.endsWith('R'))
    .toSorted(compareText);

test('a sale counts for the lead where the release of its seller has let some of it go, and nowhere else', () => {
  fc.assert(
    fc.property(worlds, ({ input, releases: of }) => {
      const { asOf, transactions, events = [] } = input;
      const isReleased = (row: Transaction, payeeId: string): boolean => {
        const back = transactions.filter(({ reverses }) => reverses === row.id);
        const { released } = release(of[payeeId]!, {
          earned: '1000000',
          date: row.date,
          owed: row.amount,
          collections: row.collections ?? [],
          events,
          clawbacks: back.map(({ date, amount }) => ({ date, amount: '0', reversed: amount })),
          asOf,
        });
        return Number(released) > 0;
      };
      const expected = transactions.flatMap((row) => {
        if (row.reverses !== undefined) return [];
        const owners = row.splits?.map(({ payeeId }) => payeeId) ?? [row.payeeId ?? ''];
        return owners.filter((payeeId) => isReleased(row, payeeId)).map(() => row.id);
      });
      expect(derived(ruled(input, 'skip'))).toEqual(expected.toSorted(compareText));
    }),
    { numRuns: 200 },
  );
});

test('after all releases, skipping what is held gives the bytes of following it', () => {
  fc.assert(
    fc.property(worlds, ({ input }) => {
      const late = { ...input, asOf: '2025-12-31' };
      const skipped = run(ruled(late, 'skip'), { detail: 'lines' });
      expect(JSON.stringify(skipped)).toBe(JSON.stringify(run(ruled(late, 'follow'), { detail: 'lines' })));
    }),
    { numRuns: 80 },
  );
});

test('what was derived once stays while nothing is refunded, and a longer run has the sales of a shorter one', () => {
  fc.assert(
    fc.property(worlds, ({ input }) => {
      const asOfDays = ['2025-02-28', '2025-03-14', '2025-03-15', '2025-06-30', '2025-12-31'];
      const counts = asOfDays.map((asOf) => derived(ruled({ ...input, asOf }, 'skip')).length);
      expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    }),
    { numRuns: 40 },
  );
});

test('the order of rows and their form change no byte of a run that skips what is held', () => {
  fc.assert(
    fc.property(worlds, fc.nat({ max: 6 }), ({ input }, turn) => {
      const skipping = ruled(input, 'skip');
      const whole = run(skipping, { detail: 'lines' });
      const rowsOf = skipping.transactions;
      const turned = [...rowsOf.slice(turn), ...rowsOf.slice(0, turn)].toReversed();
      expect(JSON.stringify(run({ ...skipping, transactions: turned }, { detail: 'lines' }))).toBe(
        JSON.stringify(whole),
      );
      const { transactions, asOf, periods, events = [], ...definition } = skipping;
      const payees = new Map(skipping.payees.map(({ id }, index) => [id, index]));
      const columns = compileRun(definition).columns(toColumns(transactions, payees), { asOf, periods, events });
      expect(columns.result.statements).toEqual(whole.statements);
    }),
    { numRuns: 60 },
  );
});
