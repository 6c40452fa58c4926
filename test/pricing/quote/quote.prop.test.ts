import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal, minus, plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import {
  bestPrice,
  type Condition,
  explainQuote,
  type PricedQuote,
  priceQuote,
  QuoteInput as Schema,
  type QuoteInput,
} from '../../../src/pricing/index.js';
import { checkExplanation } from '../../core/checkExplanation.js';
import { without } from '../priceBook/book.arb.js';
import { conditions, quotes } from './quote.arb.js';

const priced = (quote: QuoteInput): PricedQuote => {
  const result = priceQuote(quote);
  if (result.status !== 'priced') throw new Error('a line has no price');
  return result;
};
const sum = (texts: readonly string[]): string =>
  toText(texts.reduce((total, text) => plus(total, toDecimal(text)), ZERO));
const same = (a: string, b: string): void => expect(toText(toDecimal(a))).toBe(toText(toDecimal(b)));
const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((each, index) => ({ each, key: (index * 7919 + (seed + 1) * 104_729) % 1009 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ each }) => each);

test.each([false, true])('parts add up for every rounding, lines below zero: %s', (isMirrored) => {
  fc.assert(
    fc.property(quotes(5, isMirrored), (quote) => {
      const result = priced(quote);
      for (const line of result.lines) {
        same(
          sum([line.list, ...line.deltas.map(({ exact }) => exact)]),
          quote.priceTax === 'exclusive' ? line.exact.net : sum([line.exact.net, line.exact.tax]),
        );
        same(sum([line.net, line.tax]), line.gross);
      }
      same(sum(result.lines.map(({ net }) => net)), result.net);
      same(sum(result.lines.map(({ tax }) => tax)), result.tax);
      same(sum(result.taxes.map(({ amount }) => amount)), result.tax);
      same(sum([result.net, result.tax]), result.gross);
      same(sum([result.gross, result.cashRounding]), result.payable);
      const increment = result.rounding.increment ?? '0.01';
      for (const { net, tax } of result.lines) {
        for (const amount of [net, tax]) expect(toDecimal(amount).mod(increment).isZero()).toBe(true);
      }
      const deltas = result.lines.flatMap((line) => line.deltas);
      for (const { condition, exact } of result.applied) {
        if (quote.conditions!.find(({ code }) => code === condition)!.kind === 'statistical') continue;
        same(sum(deltas.filter((delta) => delta.condition === condition).map((delta) => delta.exact)), exact);
      }
    }),
  );
});

test('a discount lowers, a surcharge raises, and nothing falls below zero', () => {
  fc.assert(
    fc.property(quotes(), (quote) => {
      const result = priced(quote);
      const kinds = new Map(quote.conditions!.map(({ code, kind }) => [code, kind]));
      for (const { net, tax, deltas, exact } of result.lines) {
        for (const amount of [net, exact.net, exact.tax]) expect(toDecimal(amount).gte(0)).toBe(true);
        if (quote.priceTax === 'exclusive' && typeof quote.rounding === 'object' && quote.rounding.gross === 'sum') {
          expect(toDecimal(tax).gte(0)).toBe(true);
        }
        for (const { condition, exact: delta } of deltas) {
          expect(toDecimal(delta).cmp(0)).not.toBe(kinds.get(condition) === 'discount' ? 1 : -1);
        }
      }
      for (const { granted } of result.budgets)
        expect(toDecimal(granted).lte(quote.budgets![0]!.budget.limit)).toBe(true);
    }),
  );
});

test('all of it off leaves nothing to pay', () => {
  fc.assert(
    fc.property(quotes(4), fc.constantFrom('line' as const, 'quote' as const), (quote, scope) => {
      const all: Condition = {
        code: 'all',
        kind: 'discount',
        scope,
        class: 'shipping',
        reward: { type: 'rate', rate: '1' },
        priority: -1,
      };
      const list = quote.conditions!.map((one) => without(one, 'combinesWith', 'class'));
      const { net, tax, payable } = priced({ ...quote, conditions: [...list, all] });
      for (const amount of [net, tax, payable]) expect(toDecimal(amount).isZero()).toBe(true);
    }),
  );
});

test('every condition ends somewhere', () => {
  fc.assert(
    fc.property(quotes(), (quote) => {
      const { applied, inactive } = priced(quote);
      const whole = inactive.filter(({ line }) => line === undefined).map(({ condition }) => condition);
      const ended = [...applied.map(({ condition }) => condition), ...whole];
      expect(ended.toSorted()).toEqual(quote.conditions!.map(({ code }) => code).toSorted());
    }),
  );
});

test('the order of conditions and lines changes no byte but the order of lines', () => {
  fc.assert(
    fc.property(quotes(5, true), fc.nat(1000), (quote, seed) => {
      const { lines, ...rest } = priced(quote);
      const mixed = { ...quote, conditions: shuffled(quote.conditions!, seed), lines: shuffled(quote.lines, seed) };
      const { lines: mixedLines, ...mixedRest } = priced(mixed);
      expect(JSON.stringify(mixedRest)).toBe(JSON.stringify(rest));
      const byId = mixedLines.toSorted((a, b) => Number(a.id) - Number(b.id));
      expect(JSON.stringify(byId)).toBe(JSON.stringify(lines));
    }),
  );
});

test('the explanation comes to the payable, and quotes survive JSON and the schema', () => {
  fc.assert(
    fc.property(quotes(4, true), (quote) => {
      const result = priced(quote);
      const explanation = explainQuote(quote);
      same(String(explanation.value), result.payable);
      expect(checkExplanation(explanation)).toEqual([]);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      expect(Schema.parse(JSON.parse(JSON.stringify(quote)))).toEqual(quote);
    }),
  );
});

test.each([
  { most: 6, numRuns: 60 },
  // A thousand sets and more.
  { most: 10, numRuns: 3 },
])('the best price is that of trying every set of up to $most, and the bounded search agrees', ({ most, numRuns }) => {
  const some = conditions(most, ['discount']).filter((list) => most < 10 || list.length === most);
  fc.assert(
    fc.property(quotes(0), some, (quote, list) => {
      const goes = (a: Condition, b: Condition): boolean => {
        const classOf = (one: Condition): NonNullable<Condition['class']> =>
          one.class ?? (one.scope === 'line' ? 'product' : 'order');
        return (a.combinesWith?.includes(classOf(b)) ?? true) && (b.combinesWith?.includes(classOf(a)) ?? true);
      };
      const sets = Array.from({ length: 2 ** list.length }, (_, bits) =>
        list.filter((__, index) => ((bits >> index) & 1) === 1),
      ).filter((set) => set.every((a, index) => set.slice(index + 1).every((b) => goes(a, b))));
      const payables = sets.map((set) => toDecimal(priced({ ...quote, conditions: set }).payable));
      const least = payables.reduce((low, payable) => Decimal.min(low, payable));
      const best = bestPrice(quote, list);
      if (best.status !== 'priced') throw new Error('no price');
      same(best.payable, toText(least));
      expect(best.proof).toEqual({ method: 'exhaustive', feasible: sets.length });
      const bounded = bestPrice(quote, list, { limit: Math.max(1, sets.length - 1) });
      if (bounded.status !== 'priced') throw new Error('no price');
      if (bounded.proof.method === 'bounded') {
        same(bounded.payable, best.payable);
        expect(bounded.runnerUp?.payable).toBe(best.runnerUp?.payable);
        expect(toDecimal(bounded.proof.bound).gte(best.payable)).toBe(true);
      } else if (bounded.proof.method === 'limit') {
        expect(minus(toDecimal(bounded.payable), least).lte(bounded.proof.gap)).toBe(true);
      }
    }),
    { numRuns },
  );
});

test('a further discount to choose from never raises what is paid', () => {
  fc.assert(
    fc.property(quotes(0), conditions(5, ['discount']), (quote, list) => {
      const all = bestPrice(quote, list);
      const fewer = bestPrice(quote, list.slice(1));
      if (all.status !== 'priced' || fewer.status !== 'priced') throw new Error('no price');
      expect(toDecimal(all.payable).lte(fewer.payable)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
