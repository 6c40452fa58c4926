import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRun, explain, type Line, run, type RunInput } from '../../../src/commission/index.js';
import { plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import type { Explanation } from '../../../src/core/index.js';
import { cutOf } from '../run/cut.arb.js';
import { creditByCredit, kernelInputs } from '../run/kernelInput.arb.js';
import { runInputs } from '../runInput.arb.js';
import { variedOf } from '../variedInput.arb.js';
import { settledInputs } from '../settlement/settlement.arb.js';
import { wrongFacts, wrongSums } from './walk.js';

const anyInput = fc.oneof(runInputs, variedOf(runInputs), kernelInputs, settledInputs, cutOf(settledInputs));

function computed(input: RunInput) {
  const { transactions, asOf, periods, scores, adjustments, opening, events, ...definition } = input;
  return compileRun(definition).objects(transactions, {
    asOf,
    periods,
    ...(scores === undefined ? {} : { scores }),
    ...(adjustments === undefined ? {} : { adjustments }),
    ...(opening === undefined ? {} : { opening }),
    ...(events === undefined ? {} : { events }),
  });
}

/** Everything of a run that can be explained, with the figure that the run gives for it. */
function* explained(input: RunInput): Generator<{ readonly figure: string | null; readonly root: Explanation }> {
  const one = computed(input);
  const { statements, ledger, lines = [] } = run(input, { detail: 'lines' });
  for (const statement of statements) {
    yield { figure: statement.payout, root: explain(one, { statement }) };
    for (const { id, earned } of statement.components) {
      const { payeeId, planId, planVersion, period } = statement;
      const place = { payeeId, planId, planVersion, period: period.start };
      yield { figure: earned, root: explain(one, { ...place, componentId: id }) };
    }
  }
  for (const entry of ledger) yield { figure: entry.amount, root: explain(one, { entry }) };
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.transactionId === null) continue;
    const key = JSON.stringify([line.transactionId, line.payeeId, line.planId, line.componentId]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  for (const [key, group] of groups) {
    const [transactionId, payeeId, planId, componentId] = JSON.parse(key) as [string, string, string, string];
    const figure = toText(group.reduce((sum, { earned }) => plus(sum, toDecimal(earned)), ZERO));
    yield { figure, root: explain(one, { transactionId, payeeId, planId, componentId }) };
  }
}

const same = (a: string | null, b: unknown): boolean =>
  a === null ? b === null : toDecimal(a).eq(toDecimal(String(b)));

test('the root of every explanation is the figure of the run', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      for (const { figure, root } of explained(input))
        expect([root.code, figure, same(figure, root.value)]).toEqual([root.code, figure, true]);
    }),
    { numRuns: 100 },
  );
});

test('sums add up, and facts stand in the input where they say', () => {
  let sums = 0;
  fc.assert(
    fc.property(anyInput, (input) => {
      for (const { root } of explained(input)) {
        expect(wrongSums(root)).toEqual([]);
        expect(wrongFacts(root, input)).toEqual([]);
        sums += 1;
      }
    }),
    { numRuns: 60 },
  );
  expect(sums).toBeGreaterThan(100);
});

test('the order of the rows changes no explanation', () => {
  fc.assert(
    fc.property(anyInput, fc.infiniteStream(fc.nat()), (input, keys) => {
      const order = input.transactions.map((row) => ({ row, key: keys.next().value ?? 0 }));
      const transactions = order.sort((a, b) => a.key - b.key).map(({ row }) => row);
      const [one, two] = [computed(input), computed({ ...input, transactions })];
      for (const statement of one.result.statements) {
        expect(JSON.stringify(explain(two, { statement }))).toBe(JSON.stringify(explain(one, { statement })));
      }
      for (const { id } of input.transactions) {
        expect(JSON.stringify(explain(two, { transactionId: id }))).toBe(
          JSON.stringify(explain(one, { transactionId: id })),
        );
      }
    }),
    { numRuns: 40 },
  );
});

test('kernels and the exact path have the same explanations', () => {
  let fused = 0;
  fc.assert(
    fc.property(kernelInputs, (input) => {
      const [fast, exact] = [computed(input), computed(creditByCredit(input))];
      if (fast.result.kernel !== 'decimal') fused += 1;
      for (const statement of fast.result.statements)
        expect(explain(exact, { statement })).toEqual(explain(fast, { statement }));
      for (const { id } of input.transactions) {
        expect(explain(exact, { transactionId: id })).toEqual(explain(fast, { transactionId: id }));
      }
    }),
    { numRuns: 60 },
  );
  expect(fused).toBeGreaterThan(0);
});
