import { expect, test } from 'vitest';
import { renderExplanation } from '../../../src/core/index.js';
import { compilePriceBook, type PriceBook, priceOf, type Selection } from '../../../src/pricing/index.js';
import { checkExplanation } from '../../core/checkExplanation.js';
import { thrown } from '../../core/thrown.js';

type Rule = PriceBook['lists'][number]['rules'][number];

const item = {
  sku: 'a',
  product: 'p',
  categories: ['c1', 'c2'],
  brand: 'x',
  unit: 'pc',
  units: [
    { unit: 'box', factor: '12' },
    { unit: 'third', factor: '1', per: '3' },
  ],
  list: '10',
  cost: '6',
};
const request = { sku: 'a', quantity: '5', on: '2026-03-01' };

function bookOf(rules: readonly Rule[], more: Partial<PriceBook> = {}): PriceBook {
  const lists = [{ code: 'l', currency: 'EUR', kind: 'base' as const, rules }];
  return { code: 'b', currency: 'EUR', items: [item], lists, ...more };
}
const fixed = (code: string, target: Rule['target'], price: string, more: Partial<Rule> = {}): Rule => ({
  code,
  target,
  price: { fixed: price },
  ...more,
});

test('every loser says why', () => {
  const all = { all: true } as const;
  const book: PriceBook = {
    ...bookOf([
      fixed('best', { sku: 'a' }, '8'),
      fixed('late', { sku: 'a' }, '1', { from: '2026-03-02' }),
      fixed('ended', { sku: 'a' }, '1', { to: '2026-03-01' }),
      fixed('below', { sku: 'a' }, '1', { minQty: '5.01' }),
      fixed('above', { sku: 'a' }, '1', { maxQty: '4.99' }),
      fixed('other', { sku: 'a' }, '1', { keys: { customer: 'k2' } }),
      fixed('unknown', { sku: 'a' }, '1', { when: { field: 'region', op: 'eq', value: 'EU' } }),
      fixed('wide', all, '1'),
      fixed('same', { sku: 'a' }, '8.0'),
      fixed('elsewhere', { sku: 'z' }, '1'),
    ]),
  };
  const sale = { code: 's', currency: 'EUR', kind: 'sale' as const, rules: [fixed('sale', all, '9')] };
  const off = { code: 'o', currency: 'EUR', kind: 'base' as const, to: '2026-01-01', rules: [fixed('off', all, '9')] };
  const explained = compilePriceBook({ ...book, lists: [...book.lists, sale, off] }).explain({
    ...request,
    context: { customer: 'k1' },
  });
  expect(explained.result).toMatchObject({ rule: 'best', amount: '8.00' });
  expect(Object.fromEntries(explained.losers.map(({ rule, reason }) => [rule, reason]))).toEqual({
    above: 'quantityAbove',
    below: 'quantityBelow',
    ended: 'notInDate',
    late: 'notInDate',
    off: 'listInactive',
    other: 'contextMismatch',
    sale: 'saleNotLower',
    same: 'samePrice',
    unknown: 'contextUnknown',
    wide: 'lessSpecific',
  });
});

const rivals: Rule[] = [
  fixed('sku', { sku: 'a' }, '9', { priority: 1 }),
  fixed('product', { product: 'p' }, '8', { minQty: '2' }),
  fixed('category', { category: 'c2' }, '7', { keys: { customer: 'k' }, when: { field: 'vip', op: 'isTrue' } }),
  fixed('brand', { brand: 'x' }, '12'),
  fixed('all', { all: true }, '6'),
];
test.each<[Selection, string, string]>([
  ['specificity', 'sku', 'lessSpecific'],
  ['priority', 'sku', 'lowerPriority'],
  ['lowest', 'all', 'dearer'],
  [['highest'], 'brand', 'cheaper'],
  ['odoo', 'sku', 'lessSpecific'],
  ['medusa', 'category', 'lessSpecific'],
  ['erpnext', 'sku', 'lowerPriority'],
  [['minQty'], 'product', 'lessSpecific'],
  [['first'], 'sku', 'lowerPriority'],
  [['last'], 'all', 'lowerPriority'],
  [{ access: [['customer', 'product'], ['category', 'customer'], ['sku']] }, 'category', 'outsideSequence'],
])('%j takes %s', (selection, rule, reason) => {
  const explained = compilePriceBook(bookOf(rivals, { selection })).explain({
    ...request,
    context: { customer: 'k', vip: true },
  });
  expect(explained.result).toMatchObject({ status: 'priced', rule });
  expect(explained.losers.map((loser) => loser.reason)).toContain(reason);
  expect(explained.losers).toHaveLength(4);
});

test.each([
  ['error', null],
  ['lowest', 'r2'],
  ['highest', 'r3'],
  ['first', 'r3'],
  ['last', 'r1'],
] as const)('a tie is settled by %s', (tie, rule) => {
  const rules = [fixed('r3', { sku: 'a' }, '9'), fixed('r2', { sku: 'a' }, '7'), fixed('r1', { sku: 'a' }, '8')];
  const { result, losers } = compilePriceBook(bookOf(rules, { tie })).explain(request);
  expect(result.status === 'priced' ? result.rule : null).toBe(rule);
  if (rule === null) expect(losers.map(({ reason }) => reason)).toEqual(['tie', 'tie', 'tie']);
});

test('a comparison of prices that are not all known has no answer', () => {
  const noCost: Rule = {
    code: 'n',
    target: { all: true },
    price: { base: { of: 'context', field: 'quote' }, steps: [] },
  };
  const book = bookOf([fixed('r', { all: true }, '1'), noCost], { selection: 'lowest' });
  expect(priceOf(book, request)).toEqual({
    status: 'unpriced',
    reasons: [{ code: 'missingBase', params: { rule: 'n', base: 'quote' } }],
  });
  expect(priceOf(book, { ...request, context: { quote: '0.5' } })).toMatchObject({ rule: 'n', amount: '0.50' });
});

test('formulas run in the written order and compare with bases', () => {
  const of = (steps: readonly unknown[]): unknown =>
    priceOf(
      bookOf([{ code: 'r', target: { all: true }, price: { base: { of: 'list' }, steps: steps as never } }]),
      request,
    );
  expect(
    of([
      { op: 'discount', rate: '0.5' },
      { op: 'atLeast', of: { of: 'cost' }, times: '1.1', plus: '0.4' },
    ]),
  ).toMatchObject({ amount: '7.00' });
  expect(
    of([
      { op: 'margin', rate: '0.2' },
      { op: 'atMost', amount: '12' },
    ]),
  ).toMatchObject({ amount: '12.00' });
  expect(
    of([
      { op: 'multiply', factor: '0' },
      { op: 'atLeast', amount: '0' },
    ]),
  ).toMatchObject({ amount: '0.00' });
  expect(of([{ op: 'add', amount: '12', unit: 'box' }])).toMatchObject({ amount: '11.00' });
  const inKegs = (items: PriceBook['items'], target: Rule['target']): PriceBook =>
    bookOf(
      [{ code: 'r', target, price: { base: { of: 'list' }, steps: [{ op: 'add', amount: '12', unit: 'keg' }] } }],
      {
        items,
      },
    );
  const beer = { sku: 'beer', unit: 'litre', units: [{ unit: 'keg', factor: '50' }], list: '3' };
  expect(priceOf(inKegs([item, beer], { all: true }), request)).toMatchObject({ reasons: [{ code: 'unknownUnit' }] });
  expect(priceOf(inKegs([item, beer], { all: true }), { ...request, sku: 'beer' })).toMatchObject({ amount: '3.24' });
  const refused = thrown(() => compilePriceBook(inKegs([item, beer], { brand: 'x' })));
  expect([refused.code, refused.path.slice(-3)]).toEqual(['pricing.unknownUnit', ['steps', 0, 'unit']]);
  expect(
    thrown(() => compilePriceBook(bookOf([{ code: 'r', target: { sku: 'a' }, price: { fixed: '1', unit: 'keg' } }])))
      .code,
  ).toBe('pricing.unknownUnit');
});

test('an override stands in the place of all other lists, and says so', () => {
  const list = (code: string, kind: 'base' | 'sale' | 'override', price: string): PriceBook['lists'][number] => ({
    code,
    currency: 'EUR',
    kind,
    rules: [fixed(`${code}-rule`, { sku: 'a' }, price)],
  });
  const lists = [list('base', 'base', '9'), list('sale', 'sale', '5'), list('contract', 'override', '7')];
  const { result, losers } = compilePriceBook({ ...bookOf([]), lists }).explain(request);
  expect(result).toMatchObject({ rule: 'contract-rule', kind: 'override', amount: '7.00' });
  expect(losers).toEqual([
    { rule: 'base-rule', reason: 'overridden' },
    { rule: 'sale-rule', reason: 'overridden' },
  ]);
});

test('a rule without a price that a sale stands in the place of is a loser as well', () => {
  const unlisted = { sku: 'a', unit: 'pc' };
  const book: PriceBook = {
    ...bookOf([{ code: 'r', target: { sku: 'a' }, price: { base: { of: 'list' }, steps: [] } }], { items: [unlisted] }),
    sale: 'always',
  };
  const sale = { code: 's', currency: 'EUR', kind: 'sale' as const, rules: [fixed('s', { sku: 'a' }, '5')] };
  expect(compilePriceBook(book).explain(request).result).toMatchObject({ reasons: [{ code: 'missingBase' }] });
  const { result, losers } = compilePriceBook({ ...book, lists: [...book.lists, sale] }).explain(request);
  expect([result, losers]).toMatchObject([{ rule: 's', amount: '5.00' }, [{ rule: 'r', reason: 'overridden' }]]);
});

test('a price is that of the requested unit', () => {
  const book = bookOf([{ code: 'r', target: { all: true }, price: { fixed: '100', unit: 'box' } }]);
  expect(priceOf(book, { ...request, unit: 'box' })).toMatchObject({ exact: '100', unit: 'box' });
  expect(priceOf(book, request)).toMatchObject({ exact: '8.333333333333333333333333333333333333333' });
  expect(priceOf(book, { ...request, unit: 'third' })).toMatchObject({ amount: '2.78' });
  expect(
    priceOf(bookOf([fixed('r', { all: true }, '1', { minQty: '1' })]), { ...request, quantity: '3', unit: 'third' }),
  ).toMatchObject({ rule: 'r' });
});

test('a list can start from another, in another currency', () => {
  const rates = [{ from: 'EUR', to: 'USD', rate: '1.25', on: '2026-03-01' }];
  const book: PriceBook = {
    ...bookOf([fixed('base', { all: true }, '8', { minQty: '5' })]),
    lists: [
      { code: 'l', currency: 'EUR', kind: 'base', rules: [fixed('base', { all: true }, '8', { minQty: '5' })] },
      {
        code: 'us',
        currency: 'USD',
        kind: 'override',
        rules: [
          {
            code: 'export',
            target: { all: true },
            keys: { region: 'US' },
            price: { base: { of: 'priceList', code: 'l' }, steps: [{ op: 'add', amount: '1' }] },
          },
        ],
      },
    ],
  };
  const ask = { ...request, currency: 'USD', context: { region: 'US' } };
  expect(priceOf(book, ask, { rates })).toMatchObject({ exact: '11', currency: 'USD', list: 'us', kind: 'override' });
  expect(priceOf(book, { ...ask, quantity: '4' }, { rates })).toMatchObject({ exact: '13.5' });
  expect(priceOf(book, ask)).toMatchObject({ reasons: [{ code: 'missingRate' }] });
});

test('a sale stands where nothing usual is, but does not hide that a price is not known', () => {
  const sale = { code: 's', currency: 'EUR', kind: 'sale' as const, rules: [fixed('sale', { all: true }, '9')] };
  const bare = bookOf([], { items: [{ sku: 'a', unit: 'pc' }], lists: [sale] });
  expect(priceOf(bare, request)).toMatchObject({ kind: 'sale' });
  const open: Rule = { code: 'n', target: { all: true }, price: { base: { of: 'context', field: 'x' }, steps: [] } };
  const base = { code: 'l', currency: 'EUR', kind: 'base' as const, rules: [open] };
  expect(priceOf({ ...bare, lists: [base, sale] }, request)).toMatchObject({ reasons: [{ code: 'missingBase' }] });
  expect(priceOf({ ...bare, lists: [base, sale], sale: 'always' }, request)).toMatchObject({ kind: 'sale' });
});

test('an explanation shows each step of the formula', () => {
  const rule: Rule = {
    code: 'r',
    target: { all: true },
    price: {
      base: { of: 'list' },
      steps: [
        { op: 'markup', rate: '0.05' },
        { op: 'round', increment: '1' },
      ],
    },
  };
  const { explanation } = compilePriceBook(bookOf([rule])).explain(request);
  expect(checkExplanation(explanation)).toEqual([]);
  expect(renderExplanation(explanation, 'en').split('\n').slice(0, 4)).toEqual([
    'price of one pc of a by r, in EUR = 11',
    '  rounded to 1 = 11',
    '    plus 0.05 of it = 10.5',
    '      from list = 10',
  ]);
  const listed = compilePriceBook(bookOf([])).explain(request).explanation;
  expect(checkExplanation(listed)).toEqual([]);
  expect(listed.from[0]?.params['path']).toEqual(['items', 0, 'list']);
});

test('a malformed request of a batch loses no other', () => {
  const { results, rejected } = compilePriceBook(bookOf([])).run([
    request,
    { ...request, quantity: '-1' },
    { ...request, on: '2026-02-30' },
    request,
  ]);
  expect(results.map((result) => result?.status)).toEqual(['priced', undefined, undefined, 'priced']);
  expect(rejected.map(({ index, code, path }) => [index, code, path.at(-1)])).toEqual([
    [1, 'pricing.negativeQuantity', 'quantity'],
    [2, 'date.invalid', 'on'],
  ]);
});

test('columns reject what is no quantity and demand one entry a row', () => {
  const book = compilePriceBook(bookOf([]));
  const columns = { sku: ['a', 'a', 'z', 'a'], quantity: Float64Array.of(1, -1, 1, 0.5), scale: 0, on: '2026-03-01' };
  const result = book.runColumns(columns);
  expect([...result.rule]).toEqual([-1, -3, -2, -3]);
  expect([...result.amount]).toEqual([1000, NaN, NaN, NaN]);
  expect(result.rejected.map(({ index, code }) => [index, code])).toEqual([
    [1, 'pricing.negativeQuantity'],
    [3, 'decimal.invalid'],
  ]);
  expect(thrown(() => book.runColumns({ ...columns, sku: ['a'] })).code).toBe('pricing.columnLength');
});

test.each([
  [{ selection: 'cheapest' }, 'option.unknown', ['book', 'selection']],
  [{ selection: ['cheapest'] }, 'option.unknown', ['book', 'selection', 0]],
  [{ tie: 'coin' }, 'option.unknown', ['book', 'tie']],
  [{ currency: 'XXZ' }, 'currency.unknown', ['book', 'currency']],
  [{ items: [item, item] }, 'pricing.duplicateCode', ['book', 'items', 1, 'sku']],
  [
    { items: [{ ...item, units: [{ unit: 'pc', factor: '2' }] }] },
    'pricing.duplicateCode',
    ['book', 'items', 0, 'units', 0, 'unit'],
  ],
  [
    { items: [{ ...item, units: [{ unit: 'box', factor: '0' }] }] },
    'pricing.notPositive',
    ['book', 'items', 0, 'units', 0, 'factor'],
  ],
] as const)('a book with %j is refused', (part, code, path) => {
  const error = thrown(() => compilePriceBook({ ...bookOf([]), ...(part as object) }));
  expect([error.code, error.path]).toEqual([code, path]);
});

test.each([
  [{ op: 'discount', rate: '1.1' }, 'pricing.rateRange'],
  [{ op: 'margin', rate: '1' }, 'pricing.rateRange'],
  [{ op: 'atLeast' }, 'pricing.missingInput'],
  [{ op: 'atLeast', amount: '1', of: { of: 'list' } }, 'pricing.unusedInput'],
  [{ op: 'round', increment: '0' }, 'rounding.increment'],
] as const)('a step %j is refused', (step, code) => {
  const price = { base: { of: 'list' }, steps: [step] } as never;
  expect(thrown(() => compilePriceBook(bookOf([{ code: 'r', target: { all: true }, price }]))).code).toBe(code);
});

test.each([
  [{ target: { brnd: 'z' } }, 'option.unknown', ['target']],
  [{ target: { sku: 'a', brand: 'z' } }, 'option.unknown', ['target']],
  [{ price: {} }, 'pricing.missingInput', ['price', 'base']],
  [{ price: { base: { of: 'moon' }, steps: [] } }, 'option.unknown', ['price', 'base', 'of']],
  [{ price: { base: { of: 'list' }, steps: [{ op: 'halve' }] } }, 'option.unknown', ['price', 'steps', 0, 'op']],
  [{ price: { charge: { kind: 'perUnit', rate: 'x' } } }, 'decimal.invalid', ['price', 'charge', 'rate']],
  [
    { price: { charge: { kind: 'package', size: '10', price: '5', free: '-1' } } },
    'pricing.negativeQuantity',
    ['price', 'charge', 'free'],
  ],
] as const)('a rule with %j is refused at its place', (part, code, path) => {
  const rule = { code: 'r', target: { all: true }, price: { fixed: '1' }, ...part };
  const error = thrown(() => compilePriceBook(bookOf([rule as never])));
  expect([error.code, error.path]).toEqual([code, ['book', 'lists', 0, 'rules', 0, ...path]]);
});
