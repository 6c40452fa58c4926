import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyModifiers, run, type Modifier, type RunInput } from '../../../src/commission/index.js';
import { divide, plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import { aModifier, money } from '../runInput.arb.js';

const fallback: Modifier = {
  kind: 'hurdle',
  when: { field: 'attainment.C0', op: 'ge', value: '0.5' },
  otherwise: {
    rate: {
      kind: 'tiers',
      tiers: {
        mode: 'marginal',
        tiers: [
          { upTo: '200', rate: '0.01' },
          { upTo: null, rate: '0.03' },
        ],
      },
    },
  },
};
const lists = fc
  .tuple(fc.boolean(), fc.array(aModifier, { maxLength: 4 }))
  .map(([first, list]) => (first ? [fallback, ...list] : list));
const sum = (values: readonly string[]): string =>
  toText(values.reduce((total, each) => plus(total, toDecimal(each)), ZERO));

/** One month of one person who earns 10 % of what is sold, against a quota of 400 and a target pay of 40. */
const monthOf = (
  amounts: readonly string[],
  modifiers: readonly Modifier[],
  scores: RunInput['scores'] & object,
): RunInput => ({
  asOf: '2025-12-31',
  periods: { from: '2025-01-01', to: '2025-02-01' },
  plans: [
    {
      id: 'P',
      currency: 'USD',
      period: 'month',
      quotas: { Q: { amount: '1200', per: 'quarter' } },
      rounding: { at: 'statement' },
      components: [
        {
          id: 'C0',
          measure: { kind: 'amount' },
          accumulate: 'perPeriod',
          quota: 'Q',
          rate: { kind: 'flat', rate: '0.1' },
          modifiers,
        },
      ],
    },
  ],
  payees: [{ id: 'E1' }],
  assignments: [{ payeeId: 'E1', planId: 'P', from: '2025-01-01', target: { amount: '120', per: 'quarter' } }],
  transactions: amounts.map((amount, index) => ({
    id: `T${index}`,
    date: '2025-01-15',
    amount,
    currency: 'USD',
    payeeId: 'E1',
  })),
  scores,
});

test('the stage alone makes of a month what a run makes of it', () => {
  fc.assert(
    fc.property(
      fc.array(money, { maxLength: 6 }),
      lists,
      fc.option(fc.constantFrom('0.9', '1')),
      (amounts, list, mbo) => {
        const scores = mbo === null ? [] : [{ payeeId: 'E1', period: '2025-01-01', name: 'mbo', value: mbo }];
        const { statements, lines = [], findings } = run(monthOf(amounts, list, scores), { detail: 'lines' });
        const of = statements[0]!.components[0]!;
        const measure = sum(amounts);
        const alone = applyModifiers(list, {
          credits: amounts.map((amount) => ({ earned: tenth(amount), measure: amount })),
          quota: '400',
          target: '40',
          window: { quota: '4800', target: '480' },
          facts: {
            'attainment.C0': toText(divide(toDecimal(measure), toDecimal('400'))),
            ...(mbo === null ? {} : { 'score.mbo': mbo }),
          },
        });
        expect(toText(toDecimal(of.earned))).toBe(alone.earned);
        expect(
          lines.filter(({ transactionId }) => transactionId !== null).map(({ earned }) => toText(toDecimal(earned))),
        ).toEqual(alone.credits);
        if (list[0] !== fallback) {
          expect(of.modifiers.map(({ effect }) => toText(toDecimal(effect)))).toEqual(
            alone.modifiers.map(({ effect }) => effect),
          );
        }
        expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(alone.findings.map(({ code }) => code)));
      },
    ),
    { numRuns: 400 },
  );
});

test('credits and amounts of the span add up to what is earned, and so do the earning before and the effects', () => {
  fc.assert(
    fc.property(fc.array(money, { maxLength: 6 }), lists, money, (amounts, list, attainment) => {
      const credits = amounts.map((amount) => ({ earned: tenth(amount), measure: amount }));
      const {
        earned,
        credits: parts,
        periodAmounts,
        modifiers,
      } = applyModifiers(list, {
        credits,
        quota: '400',
        target: '40',
        facts: { 'attainment.C0': attainment },
      });
      expect(sum([...parts, ...periodAmounts.map(({ amount }) => amount)])).toBe(earned);
      expect(sum([...credits.map((credit) => credit.earned), ...modifiers.map(({ effect }) => effect)])).toBe(earned);
    }),
    { numRuns: 400 },
  );
});

function tenth(amount: string): string {
  return toText(divide(toDecimal(amount), toDecimal('10')));
}
