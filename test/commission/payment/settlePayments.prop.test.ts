import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PlanPayment, settlePayments } from '../../../src/commission/index.js';
import { minus, plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import { checkExplanation } from '../../core/checkExplanation.js';

const payables = fc.array(
  fc.integer({ min: -9_000, max: 20_000 }).map((value) => (value / 100).toFixed(2)),
  { minLength: 1, maxLength: 6 },
);
const payment: fc.Arbitrary<PlanPayment> = fc.record(
  {
    minimum: fc.constantFrom('0', '25'),
    maximum: fc.constantFrom('25', '80.03'),
    excess: fc.constantFrom('defer' as const, 'forfeit' as const),
    negative: fc.constantFrom('carry' as const, 'payNegative' as const, 'forgive' as const),
    cashRounding: fc.constantFrom({}, { increment: '0.25' }, { mode: 'up' as const }),
  },
  { requiredKeys: [] },
);
const options = fc.record({
  carry: fc.constantFrom('0', '-10.5', '7'),
  currency: fc.constantFrom('USD', 'CHF', 'JPY'),
});

test('what is payable is paid, carried, lost, forgiven or rounded, and nothing else', () => {
  fc.assert(
    fc.property(payment, payables, options, (policy, list, given) => {
      let carry = toDecimal(given.carry);
      settlePayments(policy, list, given).forEach((period, index) => {
        expect(toText(toDecimal(period.carryIn))).toBe(toText(carry));
        carry = toDecimal(period.carryOut);
        const gains = [period.payout, period.carryOut, period.forfeited].map((amount) => toDecimal(amount));
        const losses = [period.forgiven, period.cashRounding].map((amount) => toDecimal(amount));
        const total = minus(gains.reduce(plus, ZERO), losses.reduce(plus, ZERO));
        expect(toText(total)).toBe(toText(plus(toDecimal(list[index]!), toDecimal(period.carryIn))));
      });
    }),
  );
});

test('no payout breaks a limit, and none is negative unless asked for', () => {
  fc.assert(
    fc.property(payment, payables, options, (policy, list, given) => {
      for (const { payout } of settlePayments(policy, list, given)) {
        const paid = toDecimal(payout);
        if (policy.maximum !== undefined) expect(paid.lte(policy.maximum)).toBe(true);
        if (policy.negative !== 'payNegative') expect(paid.gte(0)).toBe(true);
        // Rounding to cash may pay a little less than the minimum, which the payable reached.
        if (policy.cashRounding === undefined && paid.gt(0)) expect(paid.gte(policy.minimum ?? '0')).toBe(true);
      }
    }),
  );
});

test('explanations re-sum and lead to the input', () => {
  fc.assert(
    fc.property(payment, payables, options, (policy, list, given) => {
      for (const { explanation, payout } of settlePayments(policy, list, given)) {
        expect(explanation.value).toBe(payout);
        expect(checkExplanation(explanation, { payment: policy, payables: list, options: given })).toEqual([]);
      }
    }),
  );
});
