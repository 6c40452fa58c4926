import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal, toDecimal, toText } from '../../../src/core/decimal.js';
import { cheaperQuantity, lintCharge, rateCharge } from '../../../src/pricing/index.js';
import { tieredCharges } from '../charge/charge.arb.js';

test('the cheaper quantity is that of trying all, and cliffs are where there is one', () => {
  fc.assert(
    fc.property(tieredCharges(), (charge) => {
      const totals = Array.from({ length: 340 }, (_, quantity) => {
        const result = rateCharge(charge, { quantity });
        return toDecimal(result.status === 'priced' ? result.exact : '0');
      });
      const cliffs = lintCharge(charge).filter(({ code }) => code === 'cliff');
      for (let quantity = 0; quantity < 310; quantity++) {
        let best = quantity;
        for (let other = quantity + 1; other < 340; other++) if (totals[other]!.lt(totals[best]!)) best = other;
        const found = cheaperQuantity(charge.model, quantity);
        const covering = cliffs.filter(
          ({ params }) => Number(params['from']) <= quantity && quantity <= Number(params['to']),
        );
        if (best === quantity) {
          expect([quantity, found.ok, covering.length]).toEqual([quantity, false, 0]);
        } else {
          const saving = toText(Decimal.sub(totals[quantity]!, totals[best]!));
          expect(found).toEqual({ ok: true, quantity: String(best), total: toText(totals[best]!), saving });
          if (quantity > 0)
            expect([quantity, covering.map(({ params }) => params['cheaperQuantity'])]).toEqual([
              quantity,
              [String(best)],
            ]);
        }
      }
    }),
    { numRuns: 30 },
  );
});
