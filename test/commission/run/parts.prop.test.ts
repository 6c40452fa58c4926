import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OpeningBalance, run, type RunInput, type RunResult } from '../../../src/commission/index.js';
import { plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import { quarterInputs } from '../runInput.arb.js';
import { changingInputs, settledInputs } from '../settlement/settlement.arb.js';

const sum = (amounts: readonly string[]): string =>
  toText(amounts.reduce((total, amount) => plus(total, toDecimal(amount)), ZERO));

/** What a run leaves open, as the next one begins. */
function leftOpen({ statements, ledger }: RunResult, { payees, plans, opening = [] }: RunInput): OpeningBalance[] {
  return payees.flatMap(({ id: payeeId }): readonly OpeningBalance[] => {
    const before = opening.filter((entry) => entry.payeeId === payeeId);
    const last = statements.findLast((statement) => statement.payeeId === payeeId);
    if (last === undefined) return before;
    const { carry, deferred, held } = last.balances;
    const balance = (kind: OpeningBalance['balance'], amount: string): OpeningBalance => ({
      payeeId,
      planId: 'P',
      balance: kind,
      amount,
    });
    const debts = (plans[0]?.draws ?? []).map(({ id: drawId }): OpeningBalance => {
      const moved = ledger.filter((entry) => entry.payeeId === payeeId && entry.drawId === drawId);
      const began = before.filter((entry) => entry.drawId === drawId).map(({ amount }) => amount);
      return { ...balance('draw', sum([...began, ...moved.map(({ debt = '0' }) => debt)])), drawId };
    });
    return [balance('carry', carry), balance('deferred', deferred), balance('held', held), ...debts];
  });
}

/** How many caps put something off: what is open does not say whose it is. */
function deferringCaps({ plans }: RunInput): number {
  const lists = plans.flatMap(({ modifiers = [], components }) => [
    modifiers,
    ...components.map(({ modifiers: own = [] }) => own),
  ]);
  return lists.flat().filter((modifier) => modifier.kind === 'cap' && modifier.excess === 'defer').length;
}

const borders = fc.constantFrom('2025-02-01', '2025-03-01');

function expectPartsOf(input: RunInput, border: string): void {
  fc.pre(border < input.periods.to && deferringCaps(input) <= 1);
  const whole = run(input);
  const first = run({ ...input, periods: { ...input.periods, to: border } });
  const opening = leftOpen(first, input);
  const second = run({ ...input, periods: { ...input.periods, from: border }, opening });
  expect(first.statements).toEqual(whole.statements.filter(({ period }) => period.start < border));
  expect(second.statements).toEqual(whole.statements.filter(({ period }) => period.start >= border));
}

test('a run in two parts, the second with what the first left open, is the whole run', () => {
  fc.assert(fc.property(quarterInputs, borders, expectPartsOf), { numRuns: 100 });
});

/** What was earned is known from the first row on. */
const settledFromJanuary = settledInputs.filter(({ transactions }) =>
  transactions.some(({ date }) => date < '2025-02-01'),
);

test('so it is where earnings are held or taken back', () => {
  fc.assert(fc.property(settledFromJanuary, borders, expectPartsOf), { numRuns: 100 });
});

test('so it is where the version of the plan changes within a longer span', () => {
  fc.assert(fc.property(changingInputs, borders, expectPartsOf), { numRuns: 100 });
});
