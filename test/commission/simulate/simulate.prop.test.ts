import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run, type RunInput, simulate, whatIf } from '../../../src/commission/index.js';
import { money, ratio, sumMoney } from '../../../src/core/index.js';
import { monthInputs } from '../runInput.arb.js';

// Each case simulates and runs a drawn plan several times, so that there are fewer than of other laws.
const settings = { numRuns: 150 };
const sum = (amounts: readonly string[]): string =>
  sumMoney(
    amounts.map((amount) => money(amount, 'USD')),
    'USD',
  ).amount;
const earned = (input: RunInput): string => sum(run(input).totals.earned.map(({ amount }) => amount));
const shuffled = (input: RunInput): RunInput => ({
  ...input,
  transactions: input.transactions.toReversed(),
  payees: input.payees.toReversed(),
  assignments: input.assignments.toReversed(),
});
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const of = fc.constantFrom('payees' as const, 'transactions' as const);

test('a population as it is costs what the run earns, and whoever is counted n times costs n times as much', () => {
  fc.assert(
    fc.property(monthInputs, fc.record({ E1: fc.nat(3), E2: fc.nat(3), M: fc.nat(3) }), (input, population) => {
      const [one] = simulate(input, { detail: 'payees' }).draws;
      expect(sum([one!.cost])).toBe(earned(input));
      const [many] = simulate(input, { population, detail: 'payees' }).draws;
      expect(many!.people).toBe(population.E1 + population.E2 + population.M);
      const times = one!.payees!.flatMap(({ payeeId, pay }) =>
        Array.from({ length: population[payeeId as 'E1'] }, () => pay),
      );
      expect(sum([many!.cost])).toBe(sum(times));
      expect(many!.pay.every(({ value }) => (value === null) === (many!.people === 0))).toBe(true);
    }),
    settings,
  );
});

test('draws can be computed in parts and from rows in any order: the same bytes', () => {
  fc.assert(
    fc.property(monthInputs, seeds, of, fc.integer({ min: 1, max: 2 }), (input, seed, kind, cut) => {
      const bootstrap = { seed, of: kind };
      const whole = simulate(input, { bootstrap: { ...bootstrap, draws: 3 } });
      const parts = [
        simulate(shuffled(input), { bootstrap: { ...bootstrap, draws: cut } }),
        simulate(input, { bootstrap: { ...bootstrap, draws: 3 - cut, first: cut } }),
      ];
      expect(JSON.stringify(parts.flatMap(({ draws }) => draws))).toBe(JSON.stringify(whole.draws));
      const costs = whole.draws.map(({ cost }) => cost);
      expect(whole.cost.mean).toBe(ratio(sum(costs), 3).value);
    }),
    settings,
  );
});

test('every draw has as many people, and what each costs adds up to it', () => {
  fc.assert(
    fc.property(monthInputs, seeds, of, (input, seed, kind) => {
      const faults = run(input).totals.rejected;
      const { draws } = simulate(input, { bootstrap: { seed, draws: 2, of: kind }, detail: 'payees' });
      for (const { people, cost, payees = [], rejected, capped } of draws) {
        expect(people).toBe(3);
        expect(payees.reduce((all, { count }) => all + count, 0)).toBe(3);
        expect(sum(payees.flatMap(({ count, pay }) => Array.from({ length: count }, () => pay)))).toBe(sum([cost]));
        expect(capped.denominator).toBe('3');
        if (kind === 'payees') expect(rejected).toBe(faults);
      }
    }),
    settings,
  );
});

test('differences of what might be add up to the difference of the totals; nothing changed is no difference', () => {
  const rows = fc.array(fc.record({ at: fc.nat(10), amount: fc.integer({ min: -50, max: 900 }) }), { maxLength: 3 });
  fc.assert(
    fc.property(monthInputs, rows, (input, changes) => {
      const transactions = changes.map(({ at, amount }, index) => ({
        ...(input.transactions[at] ?? {
          id: `N${index}`,
          date: '2025-02-03',
          currency: 'USD',
          payeeId: 'E1',
          cost: '0',
        }),
        amount: String(amount),
      }));
      const byId = [...new Map(transactions.map((row) => [row.id, row])).values()];
      const without = input.transactions.slice(0, 1).map(({ id }) => id);
      const { before, after, differences } = whatIf(input, { transactions: byId, without });
      const delta = [...before.totals.earned.map(({ amount }) => amount), ...differences.map((one) => one.delta)];
      expect(sum(delta)).toBe(sum(after.totals.earned.map(({ amount }) => amount)));
      const kept = input.transactions.filter(({ id }) => !without.includes(id) && !byId.some((row) => row.id === id));
      const changed = run({ ...input, transactions: [...kept, ...byId] }, { detail: 'lines' });
      expect(JSON.stringify(after)).toBe(JSON.stringify(changed));
      if (changes.length > 0) return;
      expect(JSON.stringify(before)).toBe(JSON.stringify(run(input, { detail: 'lines' })));
      expect(whatIf(input, {}).differences).toEqual([]);
    }),
    settings,
  );
});
