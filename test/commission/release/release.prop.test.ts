import fc from 'fast-check';
import { clawback, type Collection, release, type ReleaseCase } from 'salesmodel/commission';
import { expect, test } from 'vitest';
import { plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import { releases } from '../settlement/settlement.arb.js';

const text = (cents: bigint): string => {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
const sum = (amounts: readonly string[]): string =>
  toText(amounts.reduce((total, amount) => plus(total, toDecimal(amount)), ZERO));

const day = fc
  .integer({ min: 1, max: 28 })
  .chain((d) => fc.integer({ min: 1, max: 9 }).map((m) => `2025-0${m}-${String(d).padStart(2, '0')}`));
const earned = fc.bigInt({ min: 0n, max: 10n ** 9n }).map(text);
const mode = fc.constantFrom('halfEven' as const, 'halfUp' as const, 'down' as const, 'up' as const);
const cents = fc.bigInt({ min: 1n, max: 500_000n });

const history: fc.Arbitrary<ReleaseCase> = fc
  .record({
    earned,
    owed: cents,
    collections: fc.array(
      fc.record({
        date: day,
        amount: cents.map(text),
        kind: fc.constantFrom('payment' as const, 'payment' as const, 'refund' as const, 'creditMemo' as const),
      }),
      { maxLength: 6 },
    ),
    events: fc.array(fc.record({ type: fc.constantFrom('goLive', 'holdReleased'), date: day }), { maxLength: 2 }),
    score: fc.constantFrom('0.5', '1'),
    clawed: fc.option(fc.record({ date: day, share: fc.bigInt({ min: 0n, max: 10n }) }), { nil: undefined }),
  })
  .map(({ owed, score, clawed, ...rest }): ReleaseCase => ({
    ...rest,
    date: '2025-01-15',
    owed: text(owed),
    facts: [{ from: '2025-01-01', to: '2026-01-01', values: { 'score.mbo': score } }],
    ...(clawed === undefined
      ? {}
      : {
          clawbacks: [
            {
              date: clawed.date,
              amount: text((-BigInt(rest.earned.replace('.', '')) * clawed.share) / 10n),
              reversed: text((owed * clawed.share) / 10n),
            },
          ],
        }),
  }));

test('releases, forfeits and what is held are all of the earning, in order of time', () => {
  fc.assert(
    fc.property(releases, history, mode, (policy, line, rounding) => {
      const {
        releases: steps,
        forfeits,
        released,
        forfeited,
        held,
        explanation,
      } = release(policy, line, {
        mode: rounding,
      });
      expect(sum([released, forfeited, held])).toBe(sum([line.earned]));
      expect(sum(steps.map(({ amount }) => amount))).toBe(sum([released]));
      expect(sum(forfeits.map(({ amount }) => amount))).toBe(sum([forfeited]));
      expect(sum([String(explanation.value)])).toBe(sum([released]));
      const dates = steps.map(({ date }) => date);
      expect(dates).toEqual([...dates].sort());
    }),
  );
});

test('no more is released than earned, and nothing is released before it is earned', () => {
  fc.assert(
    fc.property(releases, history, (policy, line) => {
      let total = ZERO;
      for (const { date, amount } of release(policy, line).releases) {
        total = plus(total, toDecimal(amount));
        expect(total.gte(0) && total.lte(toDecimal(line.earned))).toBe(true);
        expect(date >= line.date).toBe(true);
      }
    }),
  );
});

test('a complete collection releases all, however many payments there were and in whatever order they are given', () => {
  const payments = fc.array(fc.record({ date: day, amount: cents }), { minLength: 1, maxLength: 7 });
  const rule = fc.constantFrom('proportional' as const, 'full' as const, { threshold: '0.7' });
  fc.assert(
    fc.property(earned, payments, rule, mode, (pay, list, by, rounding) => {
      const owed = text(list.reduce((total, { amount }) => total + amount, 0n));
      const collections = list.map(({ date, amount }): Collection => ({ date, amount: text(amount), kind: 'payment' }));
      const policy = { kind: 'onCollection', rule: by } as const;
      const line = { earned: pay, date: '2025-01-01', owed };
      const inParts = release(policy, { ...line, collections }, { mode: rounding });
      expect(inParts.released).toBe(pay);
      expect(inParts.held).toBe('0.00');
      expect(release(policy, { ...line, collections: collections.toReversed() }, { mode: rounding })).toEqual(inParts);
      const atOnce: Collection[] = [{ date: '2025-05-01', amount: owed, kind: 'payment' }];
      expect(release(policy, { ...line, collections: atOnce }, { mode: rounding }).released).toBe(pay);
    }),
  );
});

test('payments in parts on a day release what the payment in one does', () => {
  const cut = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(releases, history, cut, mode, (policy, line, tenths, rounding) => {
      const parts = (line.collections ?? []).flatMap((each): Collection[] => {
        const whole = BigInt(each.amount.replace('.', ''));
        const first = (whole * BigInt(tenths)) / 10n;
        return [first, whole - first].filter((part) => part > 0n).map((part) => ({ ...each, amount: text(part) }));
      });
      const byDay = (given: ReleaseCase): unknown => {
        const { releases: steps, forfeits, released, held } = release(policy, given, { mode: rounding });
        const days = new Map<string, string>();
        for (const { date, amount } of steps) days.set(date, sum([days.get(date) ?? '0', amount]));
        return { days: [...days].filter(([, amount]) => amount !== '0'), forfeits: forfeits.length, released, held };
      };
      expect(byDay({ ...line, collections: parts })).toEqual(byDay(line));
    }),
  );
});

test('what is known until a day is the beginning of what is known later', () => {
  fc.assert(
    fc.property(
      releases.filter(({ kind }) => kind !== 'holdback'),
      history,
      day,
      (policy, line, asOf) => {
        const whole = release(policy, line);
        const until = release(policy, { ...line, asOf });
        expect(until.releases).toEqual(whole.releases.filter(({ date }) => date <= asOf));
        expect(until.forfeits).toEqual(whole.forfeits.filter(({ date }) => date <= asOf));
      },
    ),
  );
});

test('scaling all money scales the releases', () => {
  fc.assert(
    fc.property(releases, history, (policy, line) => {
      const up = (amount: string): string => text(BigInt(amount.replace('.', '')) * 1000n);
      const scaled: ReleaseCase = {
        ...line,
        earned: up(line.earned),
        owed: up(line.owed ?? '0.00'),
        collections: (line.collections ?? []).map((each) => ({ ...each, amount: up(each.amount) })),
        clawbacks: (line.clawbacks ?? []).map(({ date, amount, reversed }) => ({
          date,
          amount: up(amount),
          reversed: up(reversed ?? '0.00'),
        })),
      };
      const plain = release(policy, line);
      const large = release(policy, scaled, { increment: '10' });
      expect(large.releases.map(({ amount }) => sum([amount]))).toEqual(
        plain.releases.map(({ amount }) => sum([up(amount)])),
      );
    }),
  );
});

test('parts of a complete reversal take back all of an earning, whatever they are', () => {
  const parts = fc.array(cents, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      earned,
      parts,
      mode,
      fc.constantFrom('asEarned', 'originalRate', 'paidOnly'),
      (pay, list, rounding, by) => {
        const amount = text(list.reduce((total, part) => total + part, 0n));
        const original = { date: '2025-01-15', amount, earned: pay, beforeModifiers: pay, released: pay };
        let reversed = 0n;
        let taken = '0';
        for (const part of list) {
          const { amount: back, cancelled } = clawback(
            { basis: by as 'asEarned' },
            {
              date: '2025-02-15',
              amount: text(-part),
              original,
              before: { reversed: text(-reversed), clawback: taken },
            },
            { mode: rounding },
          );
          expect(cancelled).toBe('0.00');
          reversed += part;
          taken = sum([taken, back]);
        }
        expect(taken).toBe(sum([`-${pay}`.replace('-0.00', '0.00')]));
      },
    ),
  );
});

test('an unserved share lies between nothing and everything and falls with time', () => {
  fc.assert(
    fc.property(
      earned,
      fc.array(day, { minLength: 2, maxLength: 6 }),
      fc.constantFrom('months', 'days'),
      (pay, list, by) => {
        const original = { date: '2025-01-15', amount: '100', earned: pay };
        const amounts = list
          .sort()
          .map((date) =>
            toDecimal(
              clawback(
                { basis: 'prorated', prorate: { by: by as 'months', term: 8 } },
                { date, amount: '-100', original },
              ).amount,
            ).neg(),
          );
        amounts.forEach((amount, index) => {
          expect(amount.gte(0) && amount.lte(toDecimal(pay))).toBe(true);
          expect(amount.lte(amounts[index - 1] ?? toDecimal(pay))).toBe(true);
        });
      },
    ),
  );
});

test('a limit of what is paid never takes back more than that', () => {
  fc.assert(
    fc.property(earned, fc.bigInt({ min: 0n, max: 10n ** 9n }).map(text), (pay, released) => {
      const original = { date: '2025-01-15', amount: '100', earned: pay, released };
      const { amount, cancelled } = clawback({ basis: 'paidOnly' }, { date: '2025-02-15', amount: '-60', original });
      expect(toDecimal(amount).neg().lte(toDecimal(released))).toBe(true);
      const all = clawback({ basis: 'asEarned' }, { date: '2025-02-15', amount: '-60', original }).amount;
      expect(sum([all])).toBe(sum([amount, `-${cancelled}`.replace('-0.00', '0.00')]));
    }),
  );
});
