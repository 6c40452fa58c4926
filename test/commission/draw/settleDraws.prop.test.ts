import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DrawPeriod, settleDraws } from '../../../src/commission/index.js';
import { minus, plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import { checkExplanation } from '../../core/checkExplanation.js';
import { draws } from '../runInput.arb.js';

const cents = fc.integer({ min: -5_000, max: 15_000 }).map((value) => (value / 100).toFixed(2));
const months = ['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01', '2025-05-01'] as const;
const left = fc.option(fc.constantFrom('2025-01-15', '2025-02-28', '2025-04-01'), { nil: undefined });

/** Four months of pay, with an assignment that may end and somebody who may leave. */
const periods: fc.Arbitrary<readonly DrawPeriod[]> = fc
  .record({
    pay: fc.array(cents, { minLength: 4, maxLength: 4 }),
    ends: fc.constantFrom(null, '2025-02-10', '2025-04-01'),
    left,
  })
  .map(({ pay, ends, left: day }) =>
    pay.map((payable, index): DrawPeriod => {
      const [start, end] = [months[index]!, months[index + 1]!];
      return {
        start,
        end,
        payable,
        target: '200',
        quota: '1000',
        measure: payable,
        assignments: [{ from: '2025-01-01', to: ends }],
        ...(day !== undefined && start <= day && day < end ? { terminated: day } : {}),
      };
    }),
  );

const options = fc.record({
  opening: fc.constantFrom({}, { D0: '40' }),
  increment: fc.constantFrom('0.01', '0.05', '1'),
});
const sum = (amounts: readonly string[]): string =>
  toText(amounts.reduce((total, amount) => plus(total, toDecimal(amount)), ZERO));

test('no debt is negative, and what is advanced as one is recovered, forgiven or owed', () => {
  fc.assert(
    fc.property(draws, periods, options, (list, months, { opening, increment }) => {
      const owed = list.length === 0 ? {} : opening;
      const settled = settleDraws(list, months, { opening: owed, increment });
      for (const { id, recovery = 'recoverable' } of list) {
        const moves = settled.flatMap((period) => period.draws.filter(({ drawId }) => drawId === id));
        for (const { balance } of moves) expect(toDecimal(balance).gte(0)).toBe(true);
        const advanced = recovery === 'none' ? [] : moves.map(({ advance }) => advance);
        const gone = moves.flatMap((move) => [move.recovery, move.forgiven]);
        const before = id === 'D0' ? Object.values(owed) : [];
        expect(sum([...before, ...advanced])).toBe(sum([...gone, moves.at(-1)?.balance ?? sum(before)]));
      }
      settled.forEach((period, index) => {
        const less = toText(toDecimal(period.recovery).neg());
        expect(sum([String(months[index]?.payable), period.advance, less])).toBe(sum([period.payable]));
        expect(sum([...period.draws.map(({ balance }) => balance)])).toBe(sum([period.balance]));
      });
    }),
  );
});

test('recovery leaves the floor, takes no more than its part, and a guarantee is kept', () => {
  fc.assert(
    fc.property(draws, periods, (list, months) => {
      const [draw] = list;
      if (draw === undefined) return;
      const { kind = 'guarantee', recoveryRate = '1', maxRecovery, recoveryFloor, recoverFrom = draw.from } = draw;
      settleDraws([draw], months).forEach((period, index) => {
        const { payable, terminated, start, end, assignments = [] } = months[index]!;
        if (terminated !== undefined) return;
        const pay = toDecimal(String(payable));
        const recovery = toDecimal(period.recovery);
        if (recovery.isZero()) return;
        // Where it is active in the whole period, what is left after recovery is the draw itself or more.
        const isWhole =
          draw.from <= start &&
          (draw.to ?? null) === null &&
          assignments.some(({ from, to = null }) => from <= start && (to === null || to >= end));
        const keepsDraw = recoveryFloor === 'draw' || (recoveryFloor === undefined && kind === 'guarantee');
        const own = keepsDraw && isWhole && 'amount' in draw.amount ? draw.amount.amount : '0';
        const floor = toDecimal(recoveryFloor === undefined || !/\d/.test(recoveryFloor) ? own : recoveryFloor);
        expect(minus(pay, recovery).gte(floor)).toBe(true);
        expect(recovery.lte(plus(minus(pay, floor).times(recoveryRate), toDecimal('0.005')))).toBe(true);
        if (maxRecovery !== undefined) expect(recovery.lte(maxRecovery)).toBe(true);
        expect(recoverFrom < end).toBe(true);
        if (kind === 'guarantee') expect(period.advance).toBe('0.00');
      });
    }),
    { numRuns: 1000 },
  );
});

test('the order in which draws are listed makes no difference', () => {
  fc.assert(
    fc.property(draws, periods, (list, months) => {
      const figures = (of: typeof list) => settleDraws(of, months).map(({ explanation: _, ...rest }) => rest);
      expect(figures(list.toReversed())).toEqual(figures(list));
    }),
  );
});

test('explanations re-sum and lead to the input', () => {
  fc.assert(
    fc.property(draws, periods, options, (list, months, given) => {
      const settings = list.length === 0 ? { ...given, opening: {} } : given;
      for (const { explanation, payable } of settleDraws(list, months, settings)) {
        expect(explanation.value).toBe(payable);
        const document = { draws: list, periods: months, options: settings };
        expect(checkExplanation(explanation, document)).toEqual([]);
      }
    }),
  );
});

test('months in two halves settle like in one go, with the debts handed on', () => {
  fc.assert(
    fc.property(draws, periods, (list, months) => {
      if (months.slice(0, 2).some(({ terminated }) => terminated !== undefined)) return;
      const whole = settleDraws(list, months);
      const first = settleDraws(list, months.slice(0, 2));
      const opening = Object.fromEntries((first[1]?.draws ?? []).map(({ drawId, balance }) => [drawId, balance]));
      const second = settleDraws(list, months.slice(2), { opening });
      const figures = (of: typeof whole) => of.map(({ explanation: _, ...rest }) => rest);
      expect(figures([...first, ...second])).toEqual(figures(whole));
    }),
  );
});
