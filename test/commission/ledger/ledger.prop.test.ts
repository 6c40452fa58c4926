import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  balances,
  doubleEntry,
  LedgerEntry,
  run,
  type RunInput,
  type RunResult,
} from '../../../src/commission/index.js';
import { minus, plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import { runInputs } from '../runInput.arb.js';
import { leftOpen } from './leftOpen.js';

const sum = (amounts: readonly string[]): string =>
  toText(amounts.reduce((total, amount) => plus(total, toDecimal(amount)), ZERO));

function assertRuns(check: (result: RunResult, input: RunInput) => void): void {
  fc.assert(
    fc.property(runInputs, (input) => check(run(input), input)),
    { numRuns: 100 },
  );
}

test('what a statement says adds up to its payable, and that to its payout', () => {
  assertRuns(({ statements }, input) => {
    const negative = input.plans[0]?.payment?.negative ?? 'carry';
    for (const each of statements) {
      const payable = [
        each.earned,
        each.adjustments,
        each.retro,
        each.deferralReleased,
        each.drawAdvance,
        each.carryIn,
      ];
      const less = [each.forfeited, each.deferred, each.drawRecovery];
      const rounding = each.rounding ?? '0';
      expect(sum([...payable, rounding, ...less.map((amount) => toText(toDecimal(amount).neg()))])).toBe(
        toText(toDecimal(each.payable)),
      );
      if (each.payout === null || each.payoutCurrency !== undefined) continue;
      if (negative === 'forgive' && toDecimal(each.payable).lt(0)) {
        expect(toDecimal(each.payout).isZero()).toBe(true);
        continue;
      }
      const parts = [each.payout, each.carryOut, each.paymentForfeited ?? '0'];
      expect(sum([...parts, toText(toDecimal(each.cashRounding ?? '0').neg())])).toBe(toText(toDecimal(each.payable)));
      if (each.paidAtStart !== undefined) {
        expect(sum([each.paidAtStart, each.paidAtEnd ?? ''])).toBe(toText(toDecimal(each.payout)));
      }
    }
  });
});

test('the entries of a statement add up to what it leaves open', () => {
  assertRuns(({ statements, ledger }, input) => {
    for (const statement of statements) {
      const entries = ledger.filter(
        ({ payeeId, period }) => payeeId === statement.payeeId && period === statement.period.start,
      );
      const inPlan = entries.filter(({ currency }) => currency === 'USD').map(({ amount }) => amount);
      const foreign = entries.filter(({ currency }) => currency !== 'USD').map(({ amount }) => amount);
      expect(sum(inPlan)).toBe(leftOpen(statement, input.plans[0]?.payment?.negative ?? 'carry'));
      expect(sum(foreign)).toBe('0');
      const earned = entries.filter(({ type }) => type === 'earning' || type === 'bonus').map(({ amount }) => amount);
      expect(sum(earned)).toBe(toText(toDecimal(statement.earned)));
      for (const [type, amount] of [
        ['drawAdvance', statement.drawAdvance],
        ['drawRecovery', toText(toDecimal(statement.drawRecovery).neg())],
        ['retro', statement.retro],
      ] as const) {
        expect(sum(entries.filter((entry) => entry.type === type).map((entry) => entry.amount))).toBe(
          toText(toDecimal(amount)),
        );
      }
    }
  });
});

test('entries fit their schema, have ids of their own, and their debits equal their credits', () => {
  const chart = { expense: 'E', payable: 'P', deferred: 'D', receivable: 'A', cash: 'C', rounding: 'R', fx: 'F' };
  assertRuns(({ ledger }) => {
    for (const entry of ledger) expect(LedgerEntry.safeParse(entry).error).toBeUndefined();
    expect(new Set(ledger.map(({ id }) => id)).size).toBe(ledger.length);
    const postings = doubleEntry(ledger, chart);
    for (const { id, amount, debt } of ledger) {
      const own = postings.filter(({ entry }) => entry === id);
      expect(sum(own.map(({ debit }) => debit))).toBe(sum(own.map(({ credit }) => credit)));
      const onPayable = own.filter(({ account }) => account === 'P');
      const credited = sum(onPayable.map(({ credit }) => credit));
      expect(toText(minus(toDecimal(credited), toDecimal(sum(onPayable.map(({ debit }) => debit)))))).toBe(
        toText(toDecimal(amount)),
      );
      const onDebt = own.filter(({ account }) => account === 'A');
      const owed = minus(
        toDecimal(sum(onDebt.map(({ debit }) => debit))),
        toDecimal(sum(onDebt.map(({ credit }) => credit))),
      );
      expect(toText(owed)).toBe(toText(toDecimal(debt ?? '0')));
    }
  });
});

test('the balances after the run are those of the last statements', () => {
  assertRuns(({ statements, ledger }, { opening = [] }) => {
    for (const { payeeId, currency, deferred, draw } of balances(ledger, '2025-12-31')) {
      if (currency !== 'USD') continue;
      const last = statements.findLast((statement) => statement.payeeId === payeeId);
      const before = opening.find((entry) => entry.payeeId === payeeId && entry.balance === 'deferred')?.amount ?? '0';
      expect(sum([before, deferred])).toBe(sum([last?.balances.deferred ?? '0']));
      const owed = opening.filter((entry) => entry.payeeId === payeeId && entry.balance === 'draw');
      expect(sum([...owed.map(({ amount }) => amount), draw])).toBe(sum([last?.balances.draw ?? '0']));
    }
  });
});
