import { expect, test } from 'vitest';
import {
  type Condition,
  lintCharge,
  lintConditions,
  type LintConditionsOptions,
  lintPriceBook,
  type PriceBook,
} from '../../../src/pricing/index.js';

type Rule = PriceBook['lists'][number]['rules'][number];
const rule = (code: string, price: string, more: Partial<Rule> = {}): Rule => ({
  code,
  target: { sku: 'a' },
  price: { fixed: price },
  ...more,
});
const list = (code: string, more: Partial<PriceBook['lists'][number]>, own: Rule): PriceBook['lists'][number] => ({
  code,
  currency: 'EUR',
  kind: 'base',
  rules: [own],
  ...more,
});
const item = { sku: 'a', unit: 'pc', list: '10', cost: '6' };
const book = (rules: readonly Rule[], more: Partial<PriceBook> = {}): PriceBook => ({
  code: 'b',
  currency: 'EUR',
  items: [item],
  lists: [{ code: 'l', currency: 'EUR', kind: 'base', to: '2027-01-01', rules }],
  ...more,
});
const found = (data: PriceBook): unknown[] => lintPriceBook(data).map(({ code, params }) => [code, params]);

test.each<[string, PriceBook, unknown[]]>([
  ['nothing', book([rule('r', '9')]), []],
  ['a target that is not there', book([rule('r', '9', { target: { brand: 'z' } })]), [['deadRule', { rule: 'r' }]]],
  ['days after the list', book([rule('r', '9', { from: '2027-01-01' })]), [['deadRule', { rule: 'r' }]]],
  ['a tie', book([rule('s', '9'), rule('r', '8')]), [['possibleTie', { rules: ['r', 's'] }]]],
  ['no tie by keys', book([rule('s', '9', { keys: { c: '1' } }), rule('r', '8', { keys: { c: '2' } })]), []],
  ['no tie by days', book([rule('s', '9', { to: '2026-01-01' }), rule('r', '8', { from: '2026-01-01' })]), []],
  ['no tie that is settled', book([rule('s', '9'), rule('r', '8')], { tie: 'lowest' }), []],
  [
    'no tie by the level of a sequence',
    book([rule('s', '9', { keys: { c: '1' } }), rule('r', '8')], { selection: { access: [['c', 'sku'], ['sku']] } }),
    [],
  ],
  [
    'a tie on one level of a sequence',
    book([rule('s', '9', { keys: { c: ['1', '2'] } }), rule('r', '8', { keys: { c: '2' } })], {
      selection: { access: [['c', 'sku']] },
    }),
    [['possibleTie', { rules: ['r', 's'] }]],
  ],
  [
    'a tie of two lists of one kind',
    book([], { lists: [list('l', {}, rule('s', '9')), list('m', {}, rule('r', '8'))] }),
    [['possibleTie', { rules: ['r', 's'] }]],
  ],
  [
    'no tie of two lists, one after the other',
    book([], {
      lists: [list('l', { from: '2026-05-01' }, rule('s', '9')), list('m', { to: '2026-05-01' }, rule('r', '8'))],
    }),
    [],
  ],
  [
    'no tie of two lists of different kinds',
    book([], { lists: [list('l', {}, rule('s', '9')), list('m', { kind: 'sale' }, rule('r', '8'))] }),
    [],
  ],
  ['no price', book([], { items: [{ sku: 'a', unit: 'pc' }] }), [['noPrice', { sku: 'a' }]]],
  ['below cost', book([rule('r', '5.99')]), [['belowCost', { rule: 'r', sku: 'a', price: '5.99', cost: '6' }]]],
  ['at cost', book([rule('r', '6')]), []],
  ['for nothing', book([rule('r', '0')]), [['zeroPrice', { rule: 'r', sku: 'a', price: '0' }]]],
  [
    'days without a rule',
    book([rule('r', '9', { to: '2026-03-01' }), rule('s', '9', { from: '2026-03-03' })]),
    [['dateGap', { from: '2026-03-01', to: '2026-03-03' }]],
  ],
  [
    'quantities without a rule',
    book([rule('r', '9', { maxQty: '9' }), rule('s', '8', { minQty: '11' })]),
    [['quantityGap', { from: '9', to: '11' }]],
  ],
  ['whole bounds one apart', book([rule('r', '9', { maxQty: '9' }), rule('s', '8', { minQty: '10' })]), []],
  [
    'dearer with quantity',
    book([rule('r', '8'), rule('s', '9', { minQty: '10' })]),
    [['dearerWithQuantity', { rule: 's', other: 'r' }]],
  ],
  [
    'outside the sequence',
    book([rule('r', '9', { keys: { c: '1' } })], { selection: { access: [['sku']] } }),
    [['outsideSequence', { rule: 'r' }]],
  ],
  [
    'a currency without a rate',
    book([], { lists: [{ code: 'l', currency: 'USD', kind: 'base', rules: [] }] }),
    [['missingRate', { from: 'USD', to: 'EUR' }]],
  ],
])('a book with %s', (_, data, findings) => {
  expect(found(data)).toEqual(findings);
});

test('conditions that can not work together as meant', () => {
  const findings = lintConditions(
    [
      {
        code: 'a',
        kind: 'discount',
        scope: 'line',
        reward: { type: 'rate', rate: '0.3' },
        class: 'product',
        combinesWith: ['order'],
      },
      {
        code: 'b',
        kind: 'discount',
        scope: 'quote',
        reward: { type: 'rate', rate: '0.2' },
        class: 'order',
        combinesWith: [],
      },
      {
        code: 'c',
        kind: 'discount',
        scope: 'line',
        reward: { type: 'rate', rate: '0.1' },
        group: 'g',
        trigger: { minAmount: '5', maxAmount: '4' },
      },
    ],
    {
      budgets: [{ code: 'B', limit: '1', unit: 'uses' }],
      items: [
        { sku: 'x', list: '10', cost: '7' },
        { sku: 'y', list: '10', cost: '8' },
      ],
    },
  );
  expect(findings.map(({ code, path }) => [code, path])).toEqual([
    ['groupOfOne', ['conditions', 2]],
    ['neverTriggers', ['conditions', 2]],
    ['oneWayCombination', ['conditions', 0]],
    ['stackBelowCost', ['items', 1]],
    ['unusedBudget', ['budgets', 0]],
  ]);
});

const rate = (code: string, more: Partial<Condition> = {}): Condition => ({
  code,
  kind: 'discount',
  scope: 'line',
  reward: { type: 'rate', rate: '0.1' },
  ...more,
});
const off = (code: string, per: 'unit' | 'line' | 'quote', more: Partial<Condition> = {}): Condition =>
  rate(code, { reward: { type: 'amount', amount: '3', per }, ...more });
const ofOrder = { scope: 'quote', class: 'product' } as const;
const steps = [{ condition: 'a' }, { condition: 'b' }];

test.each<[string, boolean, Condition, Condition, LintConditionsOptions?]>([
  ['two shares', false, rate('a'), rate('b')],
  ['two figures', false, off('a', 'unit'), off('b', 'line')],
  ['a share and a figure', true, rate('a'), off('b', 'line')],
  ['a share of the list price and a figure', false, rate('a', { basis: 'list' }), off('b', 'line')],
  ['of different priorities', false, rate('a', { priority: 1 }), off('b', 'line')],
  ['of different classes', false, rate('a'), off('b', 'quote', { scope: 'quote' })],
  ['a line and the order', true, rate('a'), rate('b', ofOrder)],
  ['figures of a line and of the order', true, off('a', 'line'), off('b', 'quote')],
  ['figures of the order', false, off('a', 'quote'), off('b', 'quote')],
  [
    'figures of parts of the order',
    true,
    off('a', 'quote', { items: { field: 'sku', op: 'eq', value: 'x' } }),
    off('b', 'quote'),
  ],
  ['two unit prices', true, rate('a', { reward: { type: 'price', amount: '5' } }), rate('b')],
  ['a threshold of an amount', true, off('a', 'line', { trigger: { minAmount: '9' } }), off('b', 'line')],
  ['a threshold of a quantity', false, off('a', 'line', { trigger: { minQty: '9' } }), off('b', 'line')],
  ['free goods', false, rate('a', { reward: { type: 'freeGoods', sku: 'x', per: '2', get: '1' } }), rate('b')],
  ['a figure that is shown', true, rate('a', { kind: 'statistical' }), rate('b')],
  [
    'a gift that is shown',
    true,
    rate('a', { kind: 'statistical', basis: 'list', reward: { type: 'buyXGetY', buy: '2', get: '1' } }),
    rate('b'),
  ],
  ['a list figure that is shown', false, rate('a', { kind: 'statistical', basis: 'list' }), rate('b')],
  ['two figures that are shown', false, rate('a', { kind: 'statistical' }), rate('b', { kind: 'statistical' })],
  ['days that do not meet', false, rate('a', { to: '2026-01-01' }), off('b', 'line', { from: '2026-01-01' })],
  ['what does not combine', false, rate('a', { combinesWith: [] }), off('b', 'line')],
  [
    'what is settled by priority',
    true,
    rate('a', { combinesWith: [] }),
    rate('b'),
    { procedure: { code: 'p', steps, resolve: 'priority' } },
  ],
  ['steps', false, rate('a'), off('b', 'line'), { procedure: { code: 'p', steps } }],
  ['one group', false, rate('a', { group: 'g' }), off('b', 'line', { group: 'g' })],
  [
    'a group by priority',
    true,
    rate('a', { group: 'g' }),
    off('b', 'line', { group: 'g' }),
    { procedure: { code: 'p', steps, groups: [{ code: 'g', keep: 'priority' }] } },
  ],
])('a tied order: %s', (_, isTied, a, b, options = {}) => {
  const wanted = isTied ? [{ code: 'tiedOrder', path: ['conditions', 1], params: { conditions: ['a', 'b'] } }] : [];
  for (const pair of [
    [a, b],
    [b, a],
  ]) {
    expect(lintConditions(pair, options).filter(({ code }) => code === 'tiedOrder')).toMatchObject(wanted);
  }
});

test('a group of several chooses by what others left', () => {
  const findings = lintConditions([
    off('a', 'line', { group: 'g' }),
    off('b', 'unit', { group: 'g' }),
    off('c', 'line'),
  ]);
  expect(findings.map(({ params }) => params)).toEqual([{ conditions: ['a', 'c'] }, { conditions: ['b', 'c'] }]);
});

test('charges that fall and tiers that change nothing', () => {
  const charge = (tiers: Parameters<typeof lintCharge>[0]['model']): Parameters<typeof lintCharge>[0] => ({
    code: 'c',
    currency: 'EUR',
    model: tiers,
  });
  const tiers = [
    { upTo: '5', rate: '2' },
    { upTo: '9', rate: '-1' },
    { upTo: '12', rate: '2' },
    { upTo: null, rate: '2' },
  ];
  const findings = lintCharge(charge({ kind: 'tiered', tiers: { mode: 'marginal', tiers } }));
  expect(findings.map(({ code, path }) => [code, path.at(-1)])).toEqual([
    ['cliff', 0],
    ['fallingTotal', 1],
    ['deadTier', 3],
  ]);
  expect(lintCharge(charge({ kind: 'callerPriced' }))).toEqual([]);
  const blocks = {
    kind: 'block',
    blocks: [
      { upTo: '10', price: '50' },
      { upTo: '20', price: '40' },
    ],
  } as const;
  expect(
    lintCharge(charge(blocks)).map(({ params }) => [params['from'], params['to'], params['cheaperQuantity']]),
  ).toEqual([['1', '10', '11']]);
});
