import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Credit, type CreditRule, creditTransaction, splitCredit } from '../../../src/commission/index.js';
import type { Split, Transaction } from '../../../src/commission/index.js';
import { type Decimal, minus, plus, times, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';

const sum = (amounts: readonly string[]): Decimal =>
  amounts.reduce((total, each) => plus(total, toDecimal(each)), ZERO);

/** Amounts of cents, and finer ones; never 0, so that a part of one can be taken back. */
const amount = fc
  .record({ units: fc.integer({ min: 1, max: 200_000 }), finer: fc.boolean(), sign: fc.constantFrom('', '-') })
  .map(({ units, finer, sign }) => `${sign}${toText(times(toDecimal(units), toDecimal(finer ? '0.001' : '0.01')))}`);

const people = ['A', 'B', 'C', 'D'];

/** Revenue shares in thousandths that add up to 1, some of them 0, with overlay shares between them. */
const splits: fc.Arbitrary<readonly Split[]> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { maxLength: 3 }),
    fc.array(fc.integer({ min: 0, max: 1500 }), { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([cuts, overlays, overlaysFirst]) => {
    const borders = [0, ...cuts.toSorted((a, b) => a - b), 1000];
    const share = (thousandths: number): string => toText(times(toDecimal(thousandths), toDecimal('0.001')));
    const revenue = borders
      .slice(1)
      .map((border, at): Split => ({ payeeId: people[at]!, kind: 'revenue', share: share(border - borders[at]!) }));
    const overlay = overlays.map((each, at): Split => ({ payeeId: people[at]!, kind: 'overlay', share: share(each) }));
    return overlaysFirst ? [...overlay, ...revenue] : [...revenue, ...overlay];
  });

const rule: fc.Arbitrary<CreditRule> = fc
  .record({
    funding: fc.constantFrom('onTop' as const, 'fromDirect' as const),
    dedupe: fc.constantFrom('sum' as const, 'capAtTransaction' as const, 'once' as const),
    share: fc.constantFrom('1', '0.5', '0.333'),
  })
  .map(({ share, ...more }) => ({ id: 'up', kind: 'rollup', levels: 1, shares: [share], ...more }));

const context = {
  payees: [...people, 'M', 'N'].map((id) => ({ id })),
  hierarchy: people.map((child, at) => ({ child, parent: at < 2 ? 'M' : 'N', from: '2025-01-01' })),
};
const deal = (of: string, list: readonly Split[]): Transaction => ({
  id: 'T',
  date: '2025-01-05',
  amount: of,
  currency: 'USD',
  splits: list,
});
const amounts = (credits: readonly Credit[]): string[] => credits.map((credit) => credit.amount);

test('revenue parts add up to the amount, each less than a unit from its share, and overlay parts come on top', () => {
  fc.assert(
    fc.property(amount, splits, fc.constantFrom('exactlyOne' as const, 'normalise' as const), (of, list, splitSum) => {
      const outcome = splitCredit({ amount: of, currency: 'USD' }, list, { splitSum });
      if (!outcome.ok) throw new Error('the shares add up to 1');
      const step = toDecimal(of).decimalPlaces() > 2 ? '0.001' : '0.01';
      const revenue = outcome.parts.filter(({ kind }) => kind === 'revenue');
      expect(toText(sum(revenue.map((part) => part.amount)))).toBe(toText(toDecimal(of)));
      for (const [at, part] of outcome.parts.entries()) {
        const off = minus(toDecimal(part.amount), times(toDecimal(of), toDecimal(list[at]!.share))).abs();
        expect(off.lt(toDecimal(step))).toBe(true);
        expect([part.payeeId, part.kind]).toEqual([list[at]!.payeeId, list[at]!.kind]);
      }
    }),
  );
});

test('credits out of a deal and those left in it are the deal, and nobody above gets more than it where it is capped', () => {
  fc.assert(
    fc.property(amount, splits, rule, (of, list, up) => {
      const { credits } = creditTransaction(deal(of, list), { rules: [up] }, context);
      const direct = credits.filter(({ level }) => level === 0);
      const derived = credits.filter(({ level }) => level === 1);
      const made = splitCredit({ amount: of, currency: 'USD' }, list);
      const before = made.ok ? sum(made.parts.map((part) => part.amount)) : ZERO;
      const after = sum(amounts(up.funding === 'fromDirect' ? credits : direct));
      expect(toText(after)).toBe(toText(before));
      if (up.dedupe === 'sum') return;
      const most = times(toDecimal(of), toDecimal(up.shares![0]!)).abs();
      for (const receiver of ['M', 'N']) {
        const own = derived.filter(({ payeeId }) => payeeId === receiver);
        if (up.dedupe === 'once') expect(own.length).toBeLessThanOrEqual(1);
        // An overlay of more than the deal is one credit, however large.
        else expect(minus(sum(amounts(own)).abs(), most).lt(toDecimal('0.01'))).toBe(true);
      }
    }),
  );
});

test('what is taken back comes from the same people and adds up; all of it mirrors every credit', () => {
  fc.assert(
    fc.property(amount, splits, rule, fc.integer({ min: 1, max: 100 }), (of, list, up, hundredths) => {
      const original = deal(of, list);
      const reversal = (back: string): readonly Credit[] => {
        const row: Transaction = { id: 'R', date: '2025-02-01', amount: back, currency: 'USD', reverses: 'T' };
        const owner = { ...row, splits: list };
        const { credits, rejected } = creditTransaction(owner, { rules: [up] }, { ...context, originals: [original] });
        expect(rejected).toEqual([]);
        return credits;
      };
      const given = creditTransaction(original, { rules: [up] }, context).credits;
      const whole = reversal(toText(toDecimal(of).neg()));
      expect(whole.map(({ payeeId, kind, level, share }) => [payeeId, kind, level, share])).toEqual(
        given.map(({ payeeId, kind, level, share }) => [payeeId, kind, level, share]),
      );
      expect(whole.map((credit) => toText(toDecimal(credit.amount)))).toEqual(
        given.map((credit) => toText(toDecimal(credit.amount).neg())),
      );
      const cents = toDecimal(of).times(hundredths).div(100).toDecimalPlaces(2, 1);
      if (cents.isZero() || up.funding === 'fromDirect') return;
      const parts = reversal(toText(cents.neg())).filter(({ kind }) => kind === 'revenue');
      expect(toText(sum(amounts(parts)))).toBe(toText(cents.neg()));
    }),
  );
});
