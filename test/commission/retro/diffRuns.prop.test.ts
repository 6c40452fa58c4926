import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareRuns, diffRuns, planDiff, run, type RunInput } from '../../../src/commission/index.js';
import { minus, plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import { runInputs } from '../runInput.arb.js';

/** A debt needs its draw, which the other plan may not have. */
const withoutDebts = (input: RunInput): RunInput => ({
  ...input,
  opening: (input.opening ?? []).filter(({ balance }) => balance !== 'draw'),
});

/** Another run over the same payees and months. */
const pairs = fc.tuple(runInputs, runInputs, fc.boolean()).map(([one, other, own]): [RunInput, RunInput] => {
  const [a, b] = [withoutDebts(one), withoutDebts(other)];
  return [a, own ? { ...b, periods: a.periods } : { ...a, plans: b.plans, assignments: b.assignments }];
});
const earned = (input: RunInput) =>
  run(input).statements.reduce((sum, statement) => plus(sum, toDecimal(statement.earned)), ZERO);
const sum = (amounts: readonly string[]) =>
  toText(amounts.reduce((total, amount) => plus(total, toDecimal(amount)), ZERO));

test('differences add up to the difference of the totals, with and without lines', () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const total = toText(minus(earned(b), earned(a)));
      for (const detail of ['components', 'lines'] as const) {
        const rows = diffRuns(a, b, { detail });
        expect(sum(rows.map(({ delta }) => delta))).toBe(total);
        for (const { before, after, delta, causes } of rows) {
          expect(toText(minus(toDecimal(after), toDecimal(before)))).toBe(toText(toDecimal(delta)));
          expect(toDecimal(delta).isZero()).toBe(false);
          expect(causes.length).toBeGreaterThan(0);
        }
      }
    }),
  );
});

test('a run does not differ from itself, and turned round the deltas turn their sign', () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      expect(diffRuns(a, a)).toEqual([]);
      expect(planDiff(a.plans[0]!, a.plans[0]!)).toEqual([]);
      const there = diffRuns(a, b);
      const back = diffRuns(b, a);
      expect(back.map(({ delta }) => toText(toDecimal(delta).neg()))).toEqual(
        there.map(({ delta }) => toText(toDecimal(delta))),
      );
      expect(back.map(({ causes }) => causes)).toEqual(there.map(({ causes }) => causes));
    }),
  );
});

test('what all payees earn together is the sum of what each does', () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const rows = compareRuns(a, b);
      for (const all of rows.filter(({ payeeId }) => payeeId === null)) {
        const own = rows.filter(({ payeeId, componentId }) => payeeId !== null && componentId === all.componentId);
        for (const side of ['before', 'after'] as const) {
          expect(sum(own.flatMap(({ pay }) => pay[side] ?? []))).toBe(toText(toDecimal(all.pay[side] ?? '0')));
        }
      }
    }),
  );
});
