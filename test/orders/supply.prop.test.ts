import fc from 'fast-check';
import { expect, test } from 'vitest';
import { availableToPromise, promiseOrder, reorderDate, supplyPlan } from '../../src/orders/index.js';

const row = fc.record({ receipt: fc.constantFrom(0, 0, 5, 20), order: fc.nat({ max: 15 }) });
const world = fc.record({ onHand: fc.nat({ max: 30 }), rows: fc.array(row, { minLength: 1, maxLength: 6 }) });

const bothWays = ({ onHand, rows }: { onHand: number; rows: { receipt: number; order: number }[] }): number[][] => {
  const args = [onHand, rows.map(({ receipt }) => receipt), rows.map(({ order }) => order)] as const;
  return (['discrete', 'cumulative'] as const).map((method) =>
    availableToPromise(...args, { method }).map(({ atp }) => Number(atp ?? 0)),
  );
};

test('what is available to promise adds up to the supply less the orders', () => {
  fc.assert(
    fc.property(world, (input) => {
      const [discrete] = bothWays(input);
      const supply = input.rows.reduce((sum, { receipt, order }) => sum + receipt - order, input.onHand);
      expect(discrete!.reduce((sum, atp) => sum + atp, 0)).toBe(supply);
    }),
  );
});

test('without a lack the discrete figures run up to the cumulative ones', () => {
  fc.assert(
    fc.property(world, (input) => {
      const [discrete, cumulative] = bothWays(input);
      fc.pre(discrete!.every((atp) => atp >= 0));
      let sum = 0;
      const running = discrete!.map((atp) => (sum += atp));
      // Within the buckets of one receipt the projected stock only falls, so the last of them has the least.
      running.forEach((each, at) => {
        const isLast = at + 1 === running.length || input.rows[at + 1]!.receipt > 0;
        if (isLast) expect(cumulative![at]).toBe(each);
        else expect(cumulative![at]).toBeLessThanOrEqual(each);
      });
    }),
  );
});

test('a promise is kept by what is available, and complete in its bucket', () => {
  fc.assert(
    fc.property(world, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 6 }), (input, quantity, due) => {
      const buckets = availableToPromise(
        input.onHand,
        input.rows.map(({ receipt }) => receipt),
        input.rows.map(({ order }) => order),
      );
      const promise = promiseOrder(buckets, { quantity, due });
      const positive = buckets.map(({ atp }) => Math.max(0, Number(atp ?? 0)));
      const upTo = (bucket: number): number => positive.slice(0, bucket).reduce((sum, each) => sum + each, 0);
      expect(promise.ok).toBe(upTo(positive.length) >= quantity);
      if (!promise.ok) return;
      expect(promise.split.reduce((sum, part) => sum + Number(part.quantity), 0)).toBe(quantity);
      expect(upTo(promise.bucket)).toBeGreaterThanOrEqual(quantity);
      if (promise.bucket > due) expect(upTo(promise.bucket - 1)).toBeLessThan(quantity);
    }),
  );
});

test('a plan keeps the safety stock, orders no bucket in vain, and all that is received was released', () => {
  const lot = fc.constantFrom(
    { kind: 'lotForLot' as const },
    { kind: 'fixed' as const, size: 7 },
    { kind: 'multiple' as const, of: 4 },
  );
  const demand = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      demand,
      fc.nat({ max: 40 }),
      fc.nat({ max: 6 }),
      lot,
      fc.nat({ max: 3 }),
      (wanted, stock, safety, rule, leadTime) => {
        const { buckets, late } = supplyPlan(wanted, stock, { safety, lot: rule, leadTime });
        const sum = (values: readonly string[]): number => values.reduce((total, value) => total + Number(value), 0);
        for (const { closing, receipt, net } of buckets) {
          expect(Number(closing)).toBeGreaterThanOrEqual(safety);
          if (net === '0') expect(receipt).toBe('0');
          else expect(Number(receipt) - Number(net)).toBeLessThan(7);
        }
        expect(sum(buckets.map(({ release }) => release))).toBe(sum(buckets.map(({ receipt }) => receipt)));
        expect(late.every((each) => each.bucket - leadTime === 1 - each.late)).toBe(true);
        expect(stock + sum(buckets.map(({ receipt }) => receipt)) - sum(wanted.map(String))).toBe(
          Number(buckets.at(-1)!.closing),
        );
      },
    ),
  );
});

test('an order on the last day arrives with the safety stock untouched, a day later it does not', () => {
  const figures = fc.record({
    stock: fc.nat({ max: 300 }),
    rate: fc.integer({ min: 1, max: 20 }),
    safety: fc.nat({ max: 50 }),
    leadTime: fc.nat({ max: 9 }),
  });
  fc.assert(
    fc.property(figures, ({ stock, rate, safety, leadTime }) => {
      const due = reorderDate({ stock, rate, safety, leadTime, from: '2026-03-02' });
      if (!due.ok) throw new Error('never');
      const left = (day: number): number => stock - rate * (day + leadTime);
      expect(left(due.day)).toBeGreaterThanOrEqual(safety);
      expect(left(due.day + 1)).toBeLessThan(safety);
    }),
  );
});
