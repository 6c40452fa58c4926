import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  creditTransaction,
  type Credit,
  type Split,
  splitCredit,
  type Transaction,
} from '../../../src/commission/index.js';
import { minus, plus, times, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';

const settings = { numRuns: 1000 };
const cents = fc.integer({ min: -200_000, max: 200_000 });
const amountOf = (units: number): string => toText(times(toDecimal(units), toDecimal('0.01')));
const sum = (amounts: readonly string[]): string =>
  toText(amounts.reduce((total, amount) => plus(total, toDecimal(amount)), ZERO));
const people = ['a', 'b', 'c', 'd'];

/** Shares in parts of ten thousand that come to all of them. */
const shares = fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 3 }).map((cuts) => {
  const borders = [0, ...cuts.toSorted((a, b) => a - b), 10_000];
  return borders.slice(1).map((border, at) => toText(times(toDecimal(border - borders[at]!), toDecimal('0.0001'))));
});
const revenue = (list: readonly string[]): Split[] =>
  list.map((share, at) => ({ payeeId: people[at]!, kind: 'revenue', share }));
const overlays = fc
  .array(fc.constantFrom('0', '0.3', '1', '1.5'), { maxLength: 2 })
  .map((list) => list.map((share, at): Split => ({ payeeId: people[at]!, kind: 'overlay', share })));

test('revenue parts add up to the amount to the cent, each within one of its exact part; overlays come on top', () => {
  fc.assert(
    fc.property(cents, shares, overlays, (units, list, others) => {
      const amount = amountOf(units);
      const outcome = splitCredit({ amount, currency: 'USD' }, [...revenue(list), ...others]);
      expect(outcome.ok).toBe(true);
      if (!outcome.ok) return;
      const parts = outcome.parts.filter(({ kind }) => kind === 'revenue');
      expect(sum(parts.map((part) => part.amount))).toBe(toText(toDecimal(amount)));
      for (const part of outcome.parts) {
        const exact = times(toDecimal(amount), toDecimal(part.share));
        expect(minus(toDecimal(part.amount), exact).abs().lt('0.01')).toBe(true);
      }
    }),
    settings,
  );
});

test('exact parts are shares of the amount, and weights of any sum are shares once they are normalised', () => {
  fc.assert(
    fc.property(cents, shares, fc.integer({ min: 1, max: 9 }), (units, list, factor) => {
      const money = { amount: amountOf(units), currency: 'USD' };
      const exact = splitCredit(money, revenue(list), { splitRounding: 'exact' });
      expect(exact.ok && sum(exact.parts.map((part) => part.amount))).toBe(toText(toDecimal(money.amount)));
      const weights = list.map((share) => toText(times(toDecimal(share), toDecimal(factor))));
      const amounts = (given: ReturnType<typeof splitCredit>) => given.ok && given.parts.map((part) => part.amount);
      const normalised = splitCredit(money, revenue(weights), { splitSum: 'normalise' });
      expect(amounts(normalised)).toEqual(amounts(splitCredit(money, revenue(list))));
      const refused = splitCredit(money, revenue(weights));
      expect(refused.ok).toBe(factor === 1);
      expect(refused.ok ? '1' : refused.reasons[0]?.params['sum']).toBe(String(factor));
    }),
    settings,
  );
});

const rules = fc.record({
  kind: fc.constantFrom('rollup' as const, 'override' as const),
  dedupe: fc.constantFrom('sum' as const, 'capAtTransaction' as const, 'once' as const),
  funding: fc.constantFrom('onTop' as const, 'fromDirect' as const),
  share: fc.constantFrom('1', '0.5', '0.1'),
});

test('the manager of everybody gets the level share of what each dedupe counts, on top or out of the direct credits', () => {
  fc.assert(
    fc.property(cents, shares, overlays, rules, (units, list, others, { kind, dedupe, funding, share }) => {
      const amount = amountOf(units);
      const row: Transaction = {
        id: 'T',
        date: '2026-01-10',
        amount,
        currency: 'USD',
        splits: [...revenue(list), ...others],
      };
      const context = {
        payees: [...people, 'mia'].map((id) => ({ id })),
        hierarchy: people.map((child) => ({ child, parent: 'mia', from: '2026-01-01' })),
      };
      const rule = { id: 'up', kind, levels: 1, shares: [share], dedupe, funding } as const;
      const { credits, rejected } = creditTransaction(row, { splitRounding: 'exact', rules: [rule] }, context);
      expect(rejected).toEqual([]);
      const direct = creditTransaction(row, { splitRounding: 'exact' }, context).credits;
      const of = (some: readonly Credit[]): string => sum(some.map((credit) => credit.amount));
      const derived = credits.filter(({ level }) => level > 0);
      expect(derived.every((credit) => credit.payeeId === 'mia' && credit.kind === kind)).toBe(true);
      const level = toDecimal(share);
      const all = times(toDecimal(of(direct)), level);
      const most = times(toDecimal(amount), level);
      if (dedupe === 'sum') expect(of(derived)).toBe(toText(all));
      if (dedupe === 'capAtTransaction') {
        const capped = all.abs().gt(most.abs()) ? most : all;
        expect(
          minus(toDecimal(of(derived)), capped)
            .abs()
            .lt('1e-20'),
        ).toBe(true);
      }
      if (dedupe === 'once') {
        const largest = direct
          .map((credit) => toDecimal(credit.amount).abs())
          .reduce((a, b) => (a.gt(b) ? a : b), ZERO);
        expect(toDecimal(of(derived)).abs().eq(times(largest, level))).toBe(true);
      }
      const kept = credits.filter((credit) => credit.level === 0);
      const back = funding === 'onTop' ? ZERO : toDecimal(of(derived));
      expect(
        minus(plus(toDecimal(of(kept)), back), toDecimal(of(direct)))
          .abs()
          .lt('1e-20'),
      ).toBe(true);
    }),
    settings,
  );
});
