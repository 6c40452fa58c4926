import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compilePriceBook,
  type PriceBook,
  PriceBook as Schema,
  priceOf,
  type PriceRequest,
} from '../../../src/pricing/index.js';
import { books, requests } from './book.arb.js';

const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((each, index) => ({ each, key: (index * 7919 + seed * 104_729) % 1009 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ each }) => each);

test('the order of items, lists, rules and requests changes no byte', () => {
  fc.assert(
    fc.property(books(), fc.array(requests(), { maxLength: 6 }), fc.nat(1000), (book, list, seed) => {
      const other: PriceBook = {
        ...book,
        items: shuffled(book.items, seed),
        lists: shuffled(book.lists, seed).map((each) => ({ ...each, rules: shuffled(each.rules, seed) })),
      };
      const order = shuffled(
        list.map((_, index) => index),
        seed,
      );
      const compiled = compilePriceBook(book);
      const mixed = compilePriceBook(other);
      const { results } = mixed.run(order.map((index) => list[index]!));
      order.forEach((index, at) => {
        expect(JSON.stringify(results[at])).toBe(JSON.stringify(compiled.price(list[index]!)));
        expect(mixed.explain(list[index]!).losers).toEqual(compiled.explain(list[index]!).losers);
      });
    }),
  );
});

test('one-shot, batch, columns and explanation give one figure', () => {
  fc.assert(
    fc.property(books(), fc.array(requests(), { minLength: 1, maxLength: 8 }), (book, list) => {
      const compiled = compilePriceBook(book);
      const single = list.map((request) => priceOf(book, request));
      expect(compiled.run(list)).toEqual({ results: single, rejected: [] });
      for (const [at, request] of list.entries()) {
        const { result, explanation } = compiled.explain(request);
        expect(result).toEqual(single[at]);
        expect(explanation.value).toBe(result.status === 'priced' ? result.exact : null);
      }
      const columns = compiled.runColumns({
        sku: list.map(({ sku }) => sku),
        quantity: Float64Array.from(list, ({ quantity }) => Number(quantity) * 10),
        scale: 1,
        on: '2026-02-01',
        context: Object.fromEntries(
          ['customer', 'region', 'vip'].map((field) => [field, list.map(({ context }) => context?.[field] as string)]),
        ),
      });
      single.forEach((result, at) => {
        const { amount, rule, rules, scale } = columns;
        if (result.status === 'priced') {
          expect((amount[at]! / 10 ** scale).toFixed(scale)).toBe(result.amount);
          expect(rule[at]! < 0 ? null : rules[rule[at]!]).toBe(result.rule);
        } else {
          expect([amount[at], rule[at]]).toEqual([NaN, -2]);
        }
      });
    }),
  );
});

test('the index finds the rules that a scan of all finds', () => {
  fc.assert(
    fc.property(books(), requests(), (book, request) => {
      const { losers, result } = compilePriceBook(book).explain(request);
      const item = book.items.find(({ sku }) => sku === request.sku);
      const isFor = (target: PriceBook['lists'][number]['rules'][number]['target']): boolean =>
        'all' in target ||
        ('sku' in target && item?.sku === target.sku) ||
        ('product' in target && item?.product === target.product) ||
        ('category' in target && item?.categories?.includes(target.category) === true) ||
        ('brand' in target && item?.brand === target.brand);
      const applies = (
        rule: PriceBook['lists'][number]['rules'][number],
        { context = {}, on, quantity }: PriceRequest,
      ): boolean =>
        Object.entries(rule.keys ?? {}).every(([field, values]) =>
          [values].flat().includes(context[field] as string),
        ) &&
        (rule.when === undefined || context['vip'] === 'yes') &&
        Number(quantity) >= Number(rule.minQty ?? 0) &&
        Number(quantity) <= Number(rule.maxQty ?? Infinity) &&
        (rule.from ?? '') <= on &&
        on < (rule.to ?? '9');
      const all = book.lists.flatMap(({ rules }) => rules).filter(({ target }) => isFor(target));
      const decided = result.status === 'priced' ? result.rule : null;
      const outside = new Set(['notInDate', 'quantityBelow', 'quantityAbove', 'contextMismatch', 'contextUnknown']);
      for (const rule of all) {
        const loser = losers.find(({ rule: code }) => code === rule.code);
        if (rule.code === decided) expect([loser, applies(rule, request)]).toEqual([undefined, true]);
        else if (loser !== undefined && loser.reason !== 'outsideSequence') {
          expect([rule.code, outside.has(loser.reason)]).toEqual([rule.code, !applies(rule, request)]);
        }
      }
      expect(losers.every(({ rule }) => all.some(({ code }) => code === rule))).toBe(true);
      if (result.status === 'priced') expect(losers.length).toBe(all.length - (decided === null ? 0 : 1));
    }),
  );
});

test('books and prices survive JSON and the schema', () => {
  fc.assert(
    fc.property(books(), requests(), (book, request) => {
      expect(Schema.parse(JSON.parse(JSON.stringify(book)))).toEqual(book);
      const explained = compilePriceBook(book).explain(request);
      expect(JSON.parse(JSON.stringify(explained))).toEqual(explained);
    }),
  );
});
