import fc from 'fast-check';
import { collectionRate, marginWaterfall, type Receivable, shareRiskAndProfit } from 'salesmodel/commission';
import { expect, test } from 'vitest';

const micros = (text: string, places: number): bigint => {
  const [whole = '', rest = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole + rest.padEnd(places, '0'));
  return text.startsWith('-') ? -units : units;
};
const money = (min: number, max: number): fc.Arbitrary<string> =>
  fc.integer({ min, max }).map((units) => (units / 100).toFixed(2).replace(/^-0\.00$/, '0.00'));

const levels = fc.array(
  fc.record({
    id: fc.constantFrom('maker', 'importer', 'dealer'),
    basis: fc.constantFrom('margin', 'markup'),
    rate: fc.integer({ min: -50, max: 90 }).map((percent) => (percent / 100).toString()),
  }),
  { maxLength: 5 },
);

test('shares of a shelf price add up to 1, and each price is the next cost', () => {
  fc.assert(
    fc.property(money(1, 10_000_000), levels, (start, list) => {
      const waterfall = marginWaterfall({ start, levels: list, rounding: { increment: '0.01' } });
      expect(waterfall.levels.map(({ cost }) => cost)).toEqual(
        [waterfall.start, ...waterfall.levels.map(({ price }) => price)].slice(0, list.length),
      );
      expect(waterfall.levels.at(-1)?.price ?? waterfall.start).toBe(waterfall.end);
      if (micros(waterfall.end, 2) === 0n) expect(waterfall.startShare).toBeNull();
      else {
        const shares = [waterfall.startShare!, ...waterfall.levels.map(({ share }) => share!)];
        expect(shares.reduce((sum, share) => sum + micros(share, 12), 0n)).toBe(10n ** 12n);
      }
    }),
  );
});

test('backward from the shelf is the way there, where every step ends', () => {
  fc.assert(
    fc.property(
      money(1, 1_000_000),
      fc.array(fc.integer({ min: -50, max: 400 }), { maxLength: 4 }),
      (start, percents) => {
        const list = percents.map((percent) => ({
          id: 'level',
          basis: 'markup' as const,
          rate: (percent / 100).toString(),
        }));
        const there = marginWaterfall({ start, levels: list });
        const back = marginWaterfall({ start: there.end, levels: list, direction: 'backward' });
        expect(Number(back.start)).toBeCloseTo(Number(start), 9);
        expect(back.end).toBe(there.end);
      },
    ),
  );
});

const venture = fc
  .array(
    fc.record({
      profit: fc.integer({ min: 0, max: 9 }),
      loss: fc.integer({ min: 0, max: 9 }),
      investment: money(0, 1_000_000),
      cap: fc.option(money(0, 1_000_000), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) => {
    const toTen = (pick: (one: (typeof list)[number]) => number): string[] => {
      let left = 10;
      return list.map((one, index) => {
        const share = index === list.length - 1 ? left : Math.min(left, pick(one));
        left -= share;
        return (share / 10).toString();
      });
    };
    const [profits, losses] = [toTen(({ profit }) => profit), toTen(({ loss }) => loss)];
    return list.map(({ investment, cap }, index) => ({
      id: `p${index}`,
      profitShare: profits[index]!,
      lossShare: losses[index]!,
      investment,
      ...(cap === undefined ? {} : { lossCap: cap }),
    }));
  });

test('the parts add up to the result, caps hold, and a loss is uncovered only where the caps are too low', () => {
  fc.assert(
    fc.property(money(-2_000_000, 2_000_000), venture, fc.integer({ min: 0, max: 30 }), (result, parties, percent) => {
      const outcome = shareRiskAndProfit({ result, parties, preferredReturn: (percent / 100).toString() });
      const total = micros(result, 2);
      if (!outcome.ok) {
        const bearing = parties.filter(({ lossShare }) => lossShare !== '0');
        expect(bearing.every(({ lossCap }) => lossCap !== undefined)).toBe(true);
        const caps = bearing.reduce((sum, { lossCap = '0' }) => sum + micros(lossCap, 2), 0n);
        expect(outcome.reasons).toEqual([expect.objectContaining({ code: 'uncovered' })]);
        expect(micros(String(outcome.reasons[0]?.params['amount']), 2)).toBe(-total - caps);
        return;
      }
      expect(outcome.parts.reduce((sum, part) => sum + micros(part.total, 2), 0n)).toBe(total);
      for (const [index, part] of outcome.parts.entries()) {
        expect(micros(part.preferred, 2) + micros(part.shared, 2)).toBe(micros(part.total, 2));
        const cap = parties[index]?.lossCap;
        if (total < 0n && cap !== undefined) expect(-micros(part.total, 2) <= micros(cap, 2)).toBe(true);
        if (total >= 0n) expect(micros(part.total, 2) >= 0n).toBe(true);
      }
    }),
  );
});

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`);
const receivables = fc
  .array(
    fc.record({
      issued: day,
      due: day,
      amount: money(1, 100_000),
      collections: fc.array(
        fc.record({ date: day, amount: money(1, 50_000), kind: fc.constantFrom('payment', 'refund', 'creditMemo') }),
        { maxLength: 4 },
      ),
    }),
    { maxLength: 8 },
  )
  .map((list) => list.map((one, index): Receivable => ({ id: `I-${index}`, ...one })));

test('the order of claims and of their collections changes nothing; claims of one span and the next add up', () => {
  fc.assert(
    fc.property(
      receivables,
      fc.constantFrom('due', 'billed', 'cash'),
      day,
      fc.infiniteStream(fc.nat()),
      (list, basis, border, draws) => {
        const shuffled = list
          .map((one) => ({ key: draws.next().value as number, one }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => ({ ...one, collections: (one.collections ?? []).toReversed() }));
        const options = { from: '2026-03-01', to: '2026-04-01', basis, asOf: '2026-03-31' } as const;
        const rate = collectionRate(list, options);
        expect(collectionRate(shuffled, options)).toEqual(rate);
        if (basis === 'cash' || border === '2026-03-01') return;
        const first = collectionRate(list, { ...options, to: border });
        const second = collectionRate(list, { ...options, from: border });
        expect(micros(first.numerator, 2) + micros(second.numerator, 2)).toBe(micros(rate.numerator, 2));
        expect(micros(first.denominator, 2) + micros(second.denominator, 2)).toBe(micros(rate.denominator, 2));
      },
    ),
  );
});
