import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Condition, type PricedQuote, priceQuote, type Reward } from '../../../src/pricing/index.js';
import { orderMatters } from '../../../src/pricing/lint/orderMatters.js';

const figures = fc.constantFrom('0.5', '3', '12.34');
const rewards: fc.Arbitrary<Reward> = fc.oneof(
  fc.record({ type: fc.constant('rate' as const), rate: fc.constantFrom('0.1', '0.333') }),
  fc.record({ type: fc.constant('amount' as const), amount: figures, per: fc.constantFrom('unit', 'line') }),
  fc.record({ type: fc.constant('price' as const), amount: figures }),
  fc.record({
    type: fc.constant('tiered' as const),
    tiers: fc.constant({
      mode: 'marginal' as const,
      tiers: [
        { upTo: '50', rate: '0.1' },
        { upTo: null, rate: '0.01' },
      ],
    }),
    measure: fc.constantFrom('quantity', 'amount'),
    yields: fc.constantFrom('rate', 'amount'),
  }),
  fc.constant({ type: 'buyXGetY' as const, buy: '2', get: '1' }),
  fc.constant({ type: 'freeGoods' as const, sku: 'x', per: '2', get: '1' }),
);
const conditions = fc
  .record({
    kind: fc.constantFrom('discount', 'discount', 'surcharge', 'statistical'),
    reward: rewards,
    basis: fc.constantFrom('running', 'list'),
    trigger: fc.constantFrom({}, { minQty: '2' }, { minAmount: '60' }),
  })
  .map((one): Omit<Condition, 'code'> => ({ ...one, scope: 'line' }));
const lines = fc.array(
  fc.record({ quantity: fc.constantFrom('1', '3', '10'), unitPrice: fc.constantFrom('9.99', '40', '250') }),
  {
    minLength: 1,
    maxLength: 3,
  },
);

test('what is no tie may change places', () => {
  fc.assert(
    fc.property(conditions, conditions, lines, (one, other, bought) => {
      const [a, b]: Condition[] = [
        { ...one, code: 'a' },
        { ...other, code: 'b' },
      ];
      fc.pre(!orderMatters(a!, b!, new Set()));
      const priced = (first: Condition, second: Condition): PricedQuote => {
        const result = priceQuote({
          code: 'Q',
          currency: 'EUR',
          on: '2026-03-01',
          priceTax: 'exclusive',
          rounding: 'standard',
          lines: bought.map((line, index) => ({ ...line, id: String(index), sku: 's' })),
          conditions: [
            { ...first, priority: 1 },
            { ...second, priority: 0 },
          ],
        });
        if (result.status !== 'priced') throw new Error('a line has no price');
        return result;
      };
      const here = priced(a!, b!);
      const there = priced(b!, a!);
      // What takes all there is leaves nothing to the one after it.
      const isLeft = ({ deltas, net }: PricedQuote['lines'][number]): boolean =>
        Number(net) > 0 && deltas.every(({ cappedBy }) => cappedBy === undefined);
      fc.pre([...here.lines, ...there.lines].every(isLeft));
      expect(there.lines.map(({ exact }) => exact)).toEqual(here.lines.map(({ exact }) => exact));
      const shown = ({ applied }: PricedQuote): unknown[] =>
        applied
          .filter(({ condition }) => (condition === 'a' ? one : other).kind === 'statistical')
          .map(({ exact }) => exact);
      expect(shown(there).toReversed()).toEqual(shown(here));
    }),
    { numRuns: 500 },
  );
});
