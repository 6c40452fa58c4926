import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compileRun,
  type Rate,
  run,
  type RunInput,
  type RunResult,
  type Transaction,
} from '../../../src/commission/index.js';
import { plus, times, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import { quarterInputs, runInputs } from '../runInput.arb.js';
import { variedOf } from '../variedInput.arb.js';
import { scaleMoney } from './scaleMoney.js';
import { toColumns } from './toColumns.js';

const sum = (amounts: readonly string[]): string =>
  toText(amounts.reduce((total, amount) => plus(total, toDecimal(amount)), ZERO));

const anyInputs = fc.oneof(runInputs, variedOf(runInputs));

/** The bytes of a result, without the places of its rows. */
const bytes = (result: RunResult): string =>
  JSON.stringify({ ...result, rejected: result.rejected.map((entry) => ({ ...entry, index: 0 })) });

test('the order of rows, people, assignments, links, scores, balances and decisions changes no byte', () => {
  const shuffled = <Item>(items: readonly Item[] = []): fc.Arbitrary<Item[]> =>
    fc.shuffledSubarray([...items], { minLength: items.length });
  const pairs = anyInputs.chain((input) =>
    fc
      .record({
        transactions: shuffled(input.transactions),
        payees: shuffled(input.payees),
        assignments: shuffled(input.assignments),
        hierarchy: shuffled(input.hierarchy),
        scores: shuffled(input.scores),
        adjustments: shuffled(input.adjustments),
        opening: shuffled(input.opening),
        rates: shuffled(input.rates),
      })
      .map((lists): [RunInput, RunInput] => [input, { ...input, ...lists }]),
  );
  fc.assert(
    fc.property(pairs, ([input, again]) => {
      expect(bytes(run(again, { detail: 'lines' }))).toBe(bytes(run(input, { detail: 'lines' })));
    }),
    { numRuns: 80 },
  );
});

test('columns, objects and the friendly call give the same bytes', () => {
  fc.assert(
    fc.property(anyInputs, ({ plans, payees, assignments, hierarchy, crediting, rates, transactions, ...rest }) => {
      const definition = {
        plans,
        payees,
        assignments,
        hierarchy: hierarchy ?? [],
        crediting: crediting ?? {},
        rates: rates ?? [],
      };
      const evaluator = compileRun(definition);
      const options = { ...rest, detail: 'lines' as const };
      const places = new Map(payees.map(({ id }, index) => [id, index]));
      const friendly = run({ ...definition, ...rest, transactions }, { detail: 'lines' });
      expect(bytes(evaluator.objects(transactions, options).result)).toBe(bytes(friendly));
      // Columns that name a currency a row are computed credit by credit even if all name the same.
      const columns = evaluator.columns(toColumns(transactions, places), options).result;
      expect(bytes({ ...columns, kernel: friendly.kernel })).toBe(bytes(friendly));
    }),
    { numRuns: 80 },
  );
});

test('lines add up to components, and components, modifiers and bonus to the statement', () => {
  fc.assert(
    fc.property(anyInputs, (input) => {
      const { statements, lines = [] } = run(input, { detail: 'lines' });
      for (const { payeeId, period, components, planModifiers, bonus, earned } of statements) {
        for (const { id, earned: whole, beforeModifiers, modifiers } of components) {
          const own = lines.filter(
            (line) => line.payeeId === payeeId && line.period === period.start && line.componentId === id,
          );
          // Two versions of a plan may each have a part of a period.
          const all = statements
            .filter((one) => one.payeeId === payeeId && one.period.start === period.start)
            .flatMap((one) => one.components.filter((component) => component.id === id));
          expect(sum(own.map((line) => line.earned))).toBe(sum(all.map((component) => component.earned)));
          expect(sum([beforeModifiers, ...modifiers.map(({ effect }) => effect)])).toBe(sum([whole]));
        }
        const parts = [...components.map((one) => one.earned), ...planModifiers.map(({ effect }) => effect), bonus];
        expect(sum(parts)).toBe(sum([earned]));
      }
      // Nothing is earned in a period without being on its statement, also where versions of a plan change within a span.
      for (const { id: payeeId } of input.payees) {
        const own = lines.filter((line) => line.payeeId === payeeId);
        for (const { period, componentId } of own) {
          const same = own.filter((line) => line.period === period && line.componentId === componentId);
          if (sum(same.map((line) => line.earned)) === '0') continue;
          const stated = statements.filter((one) => one.payeeId === payeeId && one.period.start === period);
          expect(stated.flatMap(({ components }) => components.map(({ id }) => id))).toContain(componentId);
        }
      }
    }),
    { numRuns: 80 },
  );
});

test('all money times a power of ten is all results times it', () => {
  fc.assert(
    fc.property(runInputs, fc.integer({ min: 1, max: 9 }), (input, power) => {
      // What is rounded to the minor unit of a currency, and not to an increment of the plan, has no larger copy.
      const plain: RunInput = {
        ...input,
        crediting: { ...input.crediting, splitRounding: 'exact' },
        payees: input.payees.map(({ id }) => ({ id })),
        assignments: input.assignments.map((one) => ({ ...one, to: null })),
        plans: input.plans.map(({ payment: { cashRounding: _, ...payment } = {}, ...one }) => ({ ...one, payment })),
      };
      const factor = `1${'0'.repeat(power)}`;
      const scaled = (amount: string | null): string | null =>
        amount === null ? null : toText(times(toDecimal(amount), toDecimal(factor)));
      const figures = (
        { statements, lines = [], totals }: RunResult,
        by: (amount: string | null) => string | null,
      ) => ({
        statements: statements.map((one) => [
          one.payeeId,
          one.period.start,
          [one.earned, one.bonus, one.adjustments, one.deferred, one.deferralReleased, one.forfeited].map(by),
          [one.carryIn, one.carryOut, one.payable, one.payout, one.rounding ?? null].map(by),
          [one.drawAdvance, one.drawRecovery, one.drawForgiven, one.paymentForfeited ?? null].map(by),
          [one.balances.deferred, one.balances.carry, one.balances.draw].map(by),
          one.components.map(({ id, measure, quota = null, attainment, earned, beforeModifiers, modifiers }) => [
            id,
            attainment,
            [measure, quota, earned, beforeModifiers, ...modifiers.map(({ effect }) => effect)].map(by),
          ]),
          one.planModifiers.map(({ effect }) => by(effect)),
        ]),
        lines: lines.map(({ transactionId, componentId, kind, level, measure, base, earned }) => [
          transactionId,
          componentId,
          kind,
          level,
          [measure, base, earned].map(by),
        ]),
        totals: [...totals.earned, ...totals.paid].map(({ amount }) => by(amount)),
      });
      const large = run(scaleMoney(plain, factor), { detail: 'lines' });
      const canonical = (amount: string | null): string | null => (amount === null ? null : toText(toDecimal(amount)));
      expect(figures(large, canonical)).toEqual(figures(run(scaleMoney(plain, '1'), { detail: 'lines' }), scaled));
    }),
    { numRuns: 80 },
  );
});

test('an assignment cut in two adjacent ones pays what the whole one pays', () => {
  // A quota and a target pay that every month, quarter and year of days divides into whole cents.
  const amount = '28513.80';
  fc.assert(
    fc.property(runInputs, fc.constantFrom('2025-01-20', '2025-02-01', '2025-02-17', '2025-03-31'), (given, cut) => {
      const input: RunInput = {
        ...given,
        plans: given.plans.map((plan) => ({ ...plan, quotas: { Q: { amount, per: 'month' } } })),
        transactions: given.transactions.map((row) => ({
          ...row,
          amount: toText(times(toDecimal(row.amount), toDecimal('40'))),
        })),
        assignments: given.assignments.map((one) => ({ ...one, to: null, target: { amount, per: 'month' } })),
      };
      const halves = input.assignments.flatMap((one) => [
        { ...one, to: cut },
        { ...one, from: cut },
      ]);
      expect(bytes(run({ ...input, assignments: halves }, { detail: 'lines' }))).toBe(
        bytes(run(input, { detail: 'lines' })),
      );
    }),
    { numRuns: 80 },
  );
});

test('what caps put off is never negative, goes from statement to statement, and ends with the assignment', () => {
  let put = 0;
  fc.assert(
    fc.property(quarterInputs, (input) => {
      const { statements } = run(input);
      for (const { id } of input.payees) {
        const given = input.opening?.find(({ payeeId, balance }) => payeeId === id && balance === 'deferred');
        const to = input.assignments.find(({ payeeId }) => payeeId === id)?.to ?? null;
        let left = given?.amount ?? '0';
        for (const { payeeId, period, deferred, deferralReleased, balances } of statements) {
          if (payeeId !== id) continue;
          if (Number(deferred) > 0) put += 1;
          left = sum([left, deferred, toText(toDecimal(deferralReleased).neg())]);
          expect(toText(toDecimal(balances.deferred))).toBe(left);
          expect([deferred, deferralReleased, balances.deferred].some((amount) => amount.startsWith('-'))).toBe(false);
          if (to !== null && to <= period.end) expect(Number(left)).toBe(0);
        }
      }
    }),
    { numRuns: 80 },
  );
  expect(put).toBeGreaterThan(5);
});

test('one tier is one rate, in every mode', () => {
  const rates = fc.integer({ min: 0, max: 300 }).map((thousandths) => (thousandths / 1000).toFixed(3));
  fc.assert(
    fc.property(runInputs, rates, fc.constantFrom('measure', 'attainment'), (input, rate, axis) => {
      const of = (paid: Rate): string => {
        // A base or a payout share beside the measure has no meaning for the modes that count from elsewhere.
        const plans = input.plans.map((plan) => ({
          ...plan,
          components: plan.components.map(({ base: _, ...component }) => ({ ...component, rate: paid })),
        }));
        const transactions = input.transactions.map(({ splits, ...row }) =>
          splits === undefined ? row : { ...row, splits: splits.map(({ payoutShare: _, ...split }) => split) },
        );
        const { statements, lines, ledger } = run({ ...input, plans, transactions }, { detail: 'lines' });
        return JSON.stringify([statements, lines, ledger]);
      };
      const flat = of({ kind: 'flat', rate });
      for (const mode of ['marginal', 'whole', 'anchored', 'interpolated'] as const) {
        const anchored = mode === 'anchored' ? { anchor: '1' } : {};
        expect(of({ kind: 'tiers', axis, tiers: { mode, ...anchored, tiers: [{ upTo: null, rate }] } })).toBe(flat);
      }
    }),
    { numRuns: 80 },
  );
});

test('what a cap puts off is paid as far as later months leave room under it, and the rest by rule at the end', () => {
  const sales = fc.array(fc.integer({ min: -60, max: 200 }), { minLength: 5, maxLength: 5 });
  const ends = fc.constantFrom(null, '2025-04-01');
  fc.assert(
    fc.property(
      sales,
      fc.integer({ min: 1, max: 90 }),
      ends,
      fc.constantFrom('pay', 'forfeit'),
      (list, cap, to, atEnd) => {
        const { statements } = run({
          asOf: '2025-12-31',
          periods: { from: '2025-01-01', to: '2025-06-01' },
          plans: [
            {
              id: 'P',
              currency: 'USD',
              period: 'month',
              payment: { deferredAtEnd: atEnd },
              components: [
                {
                  id: 'C',
                  measure: { kind: 'amount' },
                  accumulate: 'perPeriod',
                  rate: { kind: 'flat', rate: '1' },
                  modifiers: [{ kind: 'cap', limit: { amount: String(cap) }, excess: 'defer' }],
                },
              ],
            },
          ],
          payees: [{ id: 'E1' }],
          assignments: [{ payeeId: 'E1', planId: 'P', from: '2025-01-01', to }],
          transactions: list.map((amount, month): Transaction => ({
            id: `T${month}`,
            date: `2025-0${month + 1}-15`,
            amount: String(amount),
            currency: 'USD',
            payeeId: 'E1',
          })),
        });
        let balance = 0;
        const expected = list.slice(0, to === null ? 5 : 3).map((earned, month, all) => {
          const put = Math.max(0, earned - cap);
          const room = Math.min(balance, Math.max(0, cap - earned));
          const left = balance + put - room;
          const isLast = to !== null && month === all.length - 1;
          balance = isLast ? 0 : left;
          const paid = isLast && atEnd === 'pay' ? room + left : room;
          const lost = isLast && atEnd === 'forfeit' ? left : 0;
          return { earned, deferred: put, paid, lost, balance };
        });
        const found = statements
          .slice(0, expected.length)
          .map(({ earned, deferred, deferralReleased, forfeited, balances }) => ({
            earned: Number(earned),
            deferred: Number(deferred),
            paid: Number(deferralReleased) - Number(forfeited),
            lost: Number(forfeited),
            balance: Number(balances.deferred),
          }));
        expect(found).toEqual(expected);
      },
    ),
    { numRuns: 200 },
  );
});
