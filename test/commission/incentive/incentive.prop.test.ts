import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../src/core/index.js';
import {
  type Contest,
  contestEntries,
  type ContestEntry,
  type Pool,
  settleContest,
  settlePool,
  type Transaction,
} from '../../../src/commission/index.js';

const cents = (money: string): number => Math.round(Number(money) * 100);
const people = ['a', 'b', 'c', 'd', 'e', 'f'];
const contests: fc.Arbitrary<Contest> = fc
  .record({
    prizes: fc.array(fc.integer({ min: 0, max: 300_000 }), { maxLength: 5 }),
    ties: fc.constantFrom('share', 'all', 'dense', 'earliest'),
    minimum: fc.option(fc.integer({ min: 0, max: 4 }).map(String), { nil: undefined }),
  })
  .map(({ prizes, ties, minimum }) => ({
    id: 'K',
    currency: 'USD',
    measure: { kind: 'units' },
    period: { from: '2026-01-01', to: '2026-04-01' },
    prizes: prizes.map((amount, index) => ({ rank: index + 1, amount: (amount / 100).toFixed(2) })),
    ties,
    ...(minimum !== undefined && { minimum }),
  }));
const entries: fc.Arbitrary<ContestEntry[]> = fc
  .array(
    fc.record(
      { value: fc.integer({ min: -1, max: 5 }), reachedOn: fc.constantFrom('2026-01-05', '2026-02-05') },
      { requiredKeys: [] },
    ),
    { maxLength: people.length },
  )
  .map((list) => list.map((entry, index) => ({ payeeId: people[index]!, ...entry })));

test('shared places pay out the prizes of the places taken, and nobody above another wins less', () => {
  fc.assert(
    fc.property(contests, entries, (contest, list) => {
      const { awards, unranked, paid } = settleContest(contest, list);
      expect(awards.length + unranked.length).toBe(list.length);
      expect(awards.reduce((sum, { prize }) => sum + cents(prize), 0)).toBe(cents(paid));
      const offered = contest.prizes.slice(0, awards.length).reduce((sum, { amount }) => sum + cents(amount), 0);
      if (contest.ties === 'share' || contest.ties === 'earliest') expect(cents(paid)).toBe(offered);
      const falling = contest.prizes.every(
        ({ amount }, at) => cents(amount) <= cents(contest.prizes[at - 1]?.amount ?? amount),
      );
      for (const [at, { prize }] of awards.slice(1).entries()) {
        if (falling) expect(cents(prize)).toBeLessThanOrEqual(cents(awards[at]!.prize));
      }
    }),
    { numRuns: 1000 },
  );
});

test('equal values win the same, but for a cent of a shared prize', () => {
  fc.assert(
    fc.property(contests, entries, (contest, list) => {
      if (contest.ties === 'earliest') return;
      const { awards } = settleContest(contest, list);
      for (const { value, prize } of awards) {
        const same = awards.filter((other) => other.value === value).map((other) => cents(other.prize));
        expect(Math.max(...same) - cents(prize)).toBeLessThanOrEqual(contest.ties === 'share' ? 1 : 0);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the order of entries changes nothing', () => {
  fc.assert(
    fc.property(contests, entries, (contest, list) => {
      expect(settleContest(contest, list.toReversed())).toEqual(settleContest(contest, list));
    }),
    { numRuns: 1000 },
  );
});

test('a contest is measured on its own days, in any order of the rows', () => {
  const sales = fc
    .array(
      fc.record({
        payeeId: fc.constantFrom('a', 'b'),
        day: fc.integer({ min: 1, max: 28 }),
        month: fc.integer({ min: 1, max: 5 }),
        amount: fc.integer({ min: -20, max: 50 }),
        back: fc.option(fc.record({ part: fc.integer({ min: 1, max: 50 }), after: fc.integer({ min: 0, max: 99 }) })),
      }),
      { maxLength: 12 },
    )
    .map((list) =>
      list.flatMap(({ payeeId, day, month, amount, back }, index): Transaction[] => {
        const id = `T${String(index).padStart(2, '0')}`;
        const date = `2026-0${month}-${String(day).padStart(2, '0')}`;
        const sale = { id, date, payeeId, amount: String(amount), currency: 'USD' };
        if (back === null || amount <= 0) return [sale];
        const less = String(-Math.min(amount, back.part));
        return [sale, { ...sale, id: `${id}-back`, date: addDays(date, back.after), amount: less, reverses: id }];
      }),
    );
  const contest: Contest = {
    id: 'K',
    currency: 'USD',
    measure: { kind: 'amount' },
    period: { from: '2026-01-15', to: '2026-04-20' },
    prizes: [],
  };
  fc.assert(
    fc.property(sales, (rows) => {
      const measure = (transactions: readonly Transaction[]): unknown =>
        contestEntries(contest, { asOf: '2026-12-31', payees: [{ id: 'b' }, { id: 'a' }], transactions });
      const { entries: list, rejected } = measure(rows) as ReturnType<typeof contestEntries>;
      expect(measure(rows.toReversed())).toEqual({ entries: list, rejected });
      expect(rejected).toEqual([]);
      for (const { payeeId, value, reachedOn } of list) {
        const counted = rows.filter(({ date }) => date >= '2026-01-15' && date < '2026-04-20');
        const own = counted
          .filter((row) => row.payeeId === payeeId && row.reverses === undefined)
          .toSorted((x, y) => (x.date + x.id < y.date + y.id ? -1 : 1))
          .map(({ id, date, amount }) => ({
            date,
            left: Number(amount) + Number(counted.find(({ reverses }) => reverses === id)?.amount ?? 0),
          }));
        expect(Number(value)).toBe(own.reduce((sum, { left }) => sum + left, 0));
        let sum = 0;
        const first = own.find(({ left }) => (sum += left) >= Number(value));
        expect(reachedOn).toBe(first?.date);
      }
    }),
  );
});

test('the shares of a pool add up to it, and a larger weight never gets less', () => {
  const weights = fc.array(fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null }), {
    minLength: 1,
    maxLength: people.length,
  });
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 10_000_000 }), weights, (amount, list) => {
      const members = people.slice(0, list.length);
      const pool: Pool = {
        id: 'team',
        currency: 'USD',
        amount: { amount: (amount / 100).toFixed(2) },
        members,
        weights: 'earned',
      };
      const figures = list.map((earned, at) => ({ payeeId: people[at]!, earned }));
      const settled = settlePool(pool, figures);
      expect(settlePool({ ...pool, members: members.toReversed() }, figures.toReversed())).toEqual(settled);
      expect(settled.ok).toBe(list.some((weight) => weight !== null));
      if (!settled.ok) return;
      expect(settled.shares.reduce((sum, share) => sum + cents(share.amount), 0)).toBe(amount);
      expect(settled.missing).toEqual(members.filter((_, at) => list[at] === null));
      const ordered = settled.shares.toSorted((x, y) => Number(x.weight) - Number(y.weight));
      for (const [at, { weight, amount: part }] of ordered.slice(1).entries()) {
        const before = ordered[at]!;
        if (Number(weight) > Number(before.weight)) {
          expect(Math.abs(cents(part))).toBeGreaterThanOrEqual(Math.abs(cents(before.amount)));
        }
      }
    }),
    { numRuns: 1000 },
  );
});
