import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run, type Modifier, type RunInput } from '../../../src/commission/index.js';

const limit = fc.integer({ min: 1, max: 400 }).map((value) => ({ amount: String(value) }));
const modifiers = fc.oneof(
  fc.constant<Modifier[]>([]),
  fc
    .tuple(fc.constantFrom('cap' as const, 'floor' as const), limit)
    .map(([kind, most]): Modifier[] => [{ kind, scope: 'window', limit: most }]),
);
const rows = fc.array(fc.record({ month: fc.integer({ min: 1, max: 6 }), tens: fc.integer({ min: -90, max: 200 }) }), {
  maxLength: 8,
});

/** At one rate it is one thing whether months stand alone under a limit of the year or the year runs to date. */
test('limits of the window are alike for spans that stand alone and for sums to date, at one rate', () => {
  fc.assert(
    fc.property(modifiers, rows, (list, sales) => {
      const input = (accumulate: 'perPeriod' | 'toDate'): RunInput => ({
        asOf: '2025-12-31',
        periods: { from: '2025-01-01', to: '2025-07-01' },
        plans: [
          {
            id: 'P',
            currency: 'USD',
            period: 'month',
            components: [
              {
                id: 'C',
                measure: { kind: 'amount' },
                accumulate,
                window: 'year',
                rate: { kind: 'flat', rate: '0.1' },
                modifiers: list,
              },
            ],
          },
        ],
        payees: [{ id: 'E1' }],
        assignments: [{ payeeId: 'E1', planId: 'P', from: '2025-01-01' }],
        transactions: sales.map(({ month, tens }, index) => ({
          id: `T${index}`,
          date: `2025-0${month}-10`,
          amount: String(tens * 10),
          currency: 'USD',
          payeeId: 'E1',
        })),
      });
      const earned = (accumulate: 'perPeriod' | 'toDate') => run(input(accumulate)).statements.map((s) => s.earned);
      expect(earned('perPeriod')).toEqual(earned('toDate'));
    }),
    { numRuns: 200 },
  );
});
