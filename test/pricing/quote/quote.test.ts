import { expect, test } from 'vitest';
import { renderExplanation } from '../../../src/core/index.js';
import {
  bestPrice,
  type BudgetState,
  compilePriceBook,
  type Condition,
  explainQuote,
  type PricedQuote,
  priceQuote,
  type Procedure,
  type QuoteInput,
  type Reward,
  thresholdHints,
} from '../../../src/pricing/index.js';
import { checkExplanation } from '../../core/checkExplanation.js';
import { thrown } from '../../core/thrown.js';

const line = (id: string, quantity: string, unitPrice: string, sku = id): QuoteInput['lines'][number] => ({
  id,
  sku,
  quantity,
  unitPrice,
});
const quoteOf = (
  lines: QuoteInput['lines'],
  conditions: readonly Condition[] = [],
  more: Partial<QuoteInput> = {},
): QuoteInput => ({
  code: 'Q',
  currency: 'EUR',
  on: '2026-03-01',
  priceTax: 'exclusive',
  rounding: 'standard',
  lines,
  conditions,
  ...more,
});
const discount = (code: string, reward: Reward, more: Partial<Condition> = {}): Condition => ({
  code,
  kind: 'discount',
  scope: 'line',
  reward,
  ...more,
});
const rate = (code: string, value: string, more: Partial<Condition> = {}): Condition =>
  discount(code, { type: 'rate', rate: value }, more);
const priced = (quote: QuoteInput, options: Parameters<typeof priceQuote>[1] = {}): PricedQuote => {
  const result = priceQuote(quote, options);
  if (result.status !== 'priced') throw new Error(JSON.stringify(result));
  return result;
};
const sku = (value: string): NonNullable<Condition['items']> => ({ field: 'sku', op: 'eq', value });

test.each<[string, Partial<Extract<Reward, { type: 'buyXGetY' }>>, string, string]>([
  ['every third', { buy: '2', get: '1' }, '7', '-20'],
  ['once', { buy: '2', get: '1', repeat: false }, '7', '-10'],
  ['at most twice', { buy: '1', get: '1', maxRepeats: 2 }, '9', '-20'],
  ['beyond whole groups', { buy: '2', get: '2' }, '7', '-30'],
  ['whole groups only', { buy: '2', get: '2', partial: false }, '7', '-20'],
  ['once, begun', { buy: '2', get: '2', repeat: false }, '3', '-10'],
  ['half off', { buy: '1', get: '1', rate: '0.5' }, '2', '-5'],
  ['whole units only', { buy: '1', get: '1' }, '2.9', '-10'],
])('buying and getting %s', (_, terms, quantity, exact) => {
  const reward = { type: 'buyXGetY', buy: '1', get: '1', ...terms } as const;
  expect(priced(quoteOf([line('a', quantity, '10')], [discount('d', reward)])).applied).toEqual([
    { condition: 'd', exact, lines: ['a'] },
  ]);
});

test('the cheapest units are rewarded and used ones are reserved', () => {
  const reward = { type: 'buyXGetY', buy: '2', get: '1' } as const;
  const lines = [line('b', '2', '10'), line('a', '1', '10'), line('c', '3', '4')];
  const result = priced(quoteOf(lines, [discount('first', reward, { priority: 1 }), discount('second', reward)]));
  expect(result.applied).toEqual([{ condition: 'first', exact: '-8', lines: ['c', 'b', 'a'] }]);
  expect(result.inactive).toEqual([{ condition: 'second', reason: 'nothingLeft', wouldBe: '0' }]);
});

test('what is gotten can be other goods than what is bought', () => {
  const reward = {
    type: 'buyXGetY',
    buy: '2',
    get: '1',
    getItems: { field: 'sku', op: 'in', value: ['cap', 'shoe'] },
  } as const;
  const lines = [line('1', '5', '80', 'shoe'), line('2', '3', '15', 'cap')];
  const result = priced(quoteOf(lines, [discount('d', reward, { items: sku('shoe') })]));
  expect(result.lines.map(({ deltas }) => deltas.map(({ exact }) => exact))).toEqual([[], ['-30']]);
});

test('free goods by whole groups, once, or by fractions', () => {
  const free = (more: object, quantity: string): unknown =>
    priced(
      quoteOf(
        [line('a', quantity, '1')],
        [discount('f', { type: 'freeGoods', sku: 'gift', per: '4', get: '1', ...more })],
      ),
    ).freeGoods;
  expect(free({}, '9')).toEqual([{ condition: 'f', sku: 'gift', quantity: '2' }]);
  expect(free({ repeat: false }, '9')).toEqual([{ condition: 'f', sku: 'gift', quantity: '1' }]);
  expect(free({ partial: 'fraction' }, '9')).toEqual([{ condition: 'f', sku: 'gift', quantity: '2.25' }]);
  expect(free({}, '3')).toEqual([]);
});

test.each<[NonNullable<Procedure['groups']>[number]['keep'], string[]]>([
  ['best', ['b']],
  ['worst', ['a']],
  ['first', ['c']],
  ['priority', ['a']],
])('of a group stays the %s', (keep, stay) => {
  const conditions = [
    rate('a', '0.1', { group: 'g', priority: 2 }),
    rate('b', '0.3', { group: 'g' }),
    rate('c', '0.2', { group: 'g' }),
  ];
  const procedure = {
    code: 'p',
    steps: [{ condition: 'c' }, { condition: 'a' }, { condition: 'b' }],
    groups: [{ code: 'g', keep }],
  };
  const { applied, inactive } = priced(quoteOf([line('1', '1', '100')], conditions, { procedure }));
  expect(applied.map(({ condition }) => condition)).toEqual(stay);
  expect(inactive.map(({ reason }) => reason)).toEqual(['lostInGroup', 'lostInGroup']);
});

test.each([
  ['presence', 'groupExcluded'],
  ['total', null],
] as const)('a group switches another off by %s', (excludesBy, reason) => {
  const procedure: Procedure = {
    code: 'p',
    steps: [{ condition: 'a' }, { condition: 'b' }],
    groups: [
      { code: 'g', keep: 'best', excludes: ['h'], excludesBy },
      { code: 'h', keep: 'best' },
    ],
  };
  const conditions = [rate('a', '0.1', { group: 'g' }), rate('b', '0.2', { group: 'h' })];
  const { inactive } = priced(quoteOf([line('1', '1', '100')], conditions, { procedure }));
  expect(inactive.map((one) => one.reason)).toEqual(reason === null ? [] : [reason]);
});

test('a member without effect takes part unless it is ignored', () => {
  const groups = (zero: 'compete' | 'ignore'): Procedure => ({
    code: 'p',
    steps: [{ condition: 'a' }, { condition: 'b' }],
    groups: [{ code: 'g', keep: 'worst', zero }],
  });
  const conditions = [rate('a', '0', { group: 'g' }), rate('b', '0.2', { group: 'g' })];
  const net = (zero: 'compete' | 'ignore'): string =>
    priced(quoteOf([line('1', '1', '100')], conditions, { procedure: groups(zero) })).net;
  expect([net('compete'), net('ignore')]).toEqual(['100.00', '80.00']);
});

test.each([
  ['best', '76.50', ['b', 'c']],
  ['priority', '80.00', ['a']],
  ['all', '61.20', ['a', 'b', 'c']],
] as const)('conditions that do not combine are settled by %s', (resolve, payable, codes) => {
  const conditions = [
    rate('a', '0.2', { combinesWith: [], priority: 5 }),
    rate('b', '0.15', { class: 'product', combinesWith: ['order'] }),
    rate('c', '0.1', { scope: 'quote', combinesWith: ['product'] }),
  ];
  const procedure = { code: 'p', steps: [{ condition: 'a' }, { condition: 'b' }, { condition: 'c' }], resolve };
  const result = priced(quoteOf([line('1', '1', '100')], conditions, { procedure }));
  expect(result.payable).toBe(payable);
  expect(result.applied.map(({ condition }) => condition)).toEqual(codes);
});

test('by priority, what comes to nothing stands in nobody’s way', () => {
  const conditions = [rate('a', '0.2', { combinesWith: [], priority: 5, trigger: { minQty: '10' } }), rate('b', '0.1')];
  const procedure: Procedure = { code: 'p', steps: [{ condition: 'a' }, { condition: 'b' }], resolve: 'priority' };
  const result = priced(quoteOf([line('1', '1', '100')], conditions, { procedure }));
  expect(result.net).toBe('90.00');
  expect(result.inactive).toEqual([{ condition: 'a', reason: 'triggerNotMet', wouldBe: '-20' }]);
});

test('triggers count other lines, history and amounts as they run', () => {
  const lines = [line('1', '2', '50', 'desk'), line('2', '1', '20', 'lamp')];
  const of = (trigger: Condition['trigger'], more: Partial<QuoteInput> = {}): string =>
    priced(quoteOf(lines, [rate('d', '0.5', { items: sku('lamp'), trigger: trigger! })], more)).net;
  expect(of({ items: sku('desk'), minQty: '2' })).toBe('110.00');
  expect(of({ items: sku('desk'), minQty: '3' })).toBe('120.00');
  expect(of({ minQty: '3' })).toBe('120.00');
  expect(of({ minQty: '3', cumulative: true }, { history: { d: { quantity: '2' } } })).toBe('110.00');
  expect(of({ minAmount: '20', maxAmount: '20' })).toBe('110.00');
  expect(of({ when: { field: 'vip', op: 'isTrue' } }, { context: { vip: true } })).toBe('110.00');
  expect(of({ when: { field: 'vip', op: 'isTrue' } }, { context: { vip: false } })).toBe('120.00');
});

test('required facts that are missing leave a condition unknown', () => {
  const result = priced(quoteOf([line('1', '1', '100')], [rate('d', '0.5', { requires: ['customer'] })]));
  expect(result.inactive).toEqual([{ condition: 'd', reason: 'triggerUnknown', wouldBe: '-50' }]);
  expect(
    priced(
      quoteOf([line('1', '1', '100')], [rate('d', '0.5', { requires: ['customer'] })], { context: { customer: 'k' } }),
    ).net,
  ).toBe('50.00');
});

test('amounts of a condition are exchanged', () => {
  const rates = [{ from: 'USD', to: 'EUR', rate: '0.8', on: '2026-03-01' }];
  const conditions = [
    discount('d', { type: 'amount', amount: '10', per: 'line' }, { currency: 'USD', trigger: { minAmount: '125' } }),
  ];
  expect(priced(quoteOf([line('1', '1', '100')], conditions), { rates }).net).toBe('92.00');
  expect(priced(quoteOf([line('1', '1', '99')], conditions), { rates }).net).toBe('99.00');
});

test('a unit price is set by discounts and surcharges, each in its direction', () => {
  const at = (kind: Condition['kind'], amount: string): string =>
    priced(quoteOf([line('1', '2', '10')], [discount('p', { type: 'price', amount }, { kind })])).net;
  expect([at('discount', '8'), at('discount', '12'), at('surcharge', '12'), at('surcharge', '8')]).toEqual([
    '16.00',
    '20.00',
    '24.00',
    '20.00',
  ]);
});

test('a budget of uses serves whole conditions', () => {
  const budget: BudgetState = { budget: { code: 'B', limit: '1', unit: 'uses' }, committed: '0', reservations: [] };
  const conditions = [rate('a', '0.1', { budget: 'B' }), rate('b', '0.1', { budget: 'B' })];
  const result = priced(quoteOf([line('1', '1', '100')], conditions, { budgets: [budget] }));
  expect(result.net).toBe('90.00');
  expect(result.budgets).toEqual([{ budget: 'B', requested: '2', granted: '1', shortfall: '1' }]);
  expect(result.inactive).toEqual([{ condition: 'b', reason: 'budgetExhausted', wouldBe: '-9' }]);
});

test('free goods use up a budget of uses, and a statistic adds none', () => {
  const gift = (kind: Condition['kind'], code: string): Condition =>
    discount(code, { type: 'freeGoods', sku: 'gift', per: '2', get: '1' }, { kind, budget: 'B' });
  const budget: BudgetState = { budget: { code: 'B', limit: '1', unit: 'uses' }, committed: '0', reservations: [] };
  const conditions = [gift('statistical', 'shown'), gift('discount', 'first'), gift('discount', 'second')];
  const result = priced(quoteOf([line('1', '4', '100')], conditions, { budgets: [budget] }));
  expect(result.freeGoods).toEqual([{ condition: 'first', sku: 'gift', quantity: '2' }]);
  expect(result.inactive).toEqual([{ condition: 'second', reason: 'budgetExhausted', wouldBe: '0' }]);
  expect(result.budgets).toEqual([{ budget: 'B', requested: '2', granted: '1', shortfall: '1' }]);
});

test('a book prices lines by their unit, and rules read its items', () => {
  const book = compilePriceBook({
    code: 'b',
    currency: 'EUR',
    items: [
      { sku: 'nail', categories: ['hardware'], unit: 'piece', units: [{ unit: 'box', factor: '100' }], list: '0.05' },
    ],
    lists: [],
  });
  const conditions = [
    rate('hardware', '0.1', {
      items: { field: 'categories', op: 'contains', value: 'hardware' },
      trigger: { minQty: '200' },
    }),
  ];
  const lines = [{ id: '1', sku: 'nail', quantity: '2', unit: 'box' }];
  expect(priced(quoteOf(lines, conditions), { book })).toMatchObject({ list: '10', net: '9.00' });
  expect(priceQuote(quoteOf([{ id: '1', sku: 'bolt', quantity: '1' }]), { book })).toEqual({
    status: 'incomplete',
    unpriced: [{ line: '1', reasons: [{ code: 'unknownItem', params: { sku: 'bolt' } }] }],
    lines: [],
  });
  expect(thrown(() => priceQuote(quoteOf([{ id: '1', sku: 'bolt', quantity: '1' }]))).code).toBe(
    'pricing.missingInput',
  );
});

test.each([
  ['reject', null],
  ['mirror', '-36.00'],
  ['clampToZero', '0.00'],
] as const)('a quantity below zero under %s', (negative, net) => {
  const quote = quoteOf([line('1', '-2', '20')], [rate('d', '0.1')], { negative });
  if (net === null) expect(thrown(() => priceQuote(quote)).code).toBe('pricing.negativeQuantity');
  else expect(priced(quote).net).toBe(net);
});

test('compound taxes are taken of the taxes before them', () => {
  const taxes = [
    { code: 'GST', rate: '0.05' },
    { code: 'PST', rate: '0.1', compound: true },
  ];
  const result = priced(quoteOf([{ ...line('1', '1', '100'), taxes }]));
  expect(result.taxes).toEqual([
    { code: 'GST', rate: '0.05', base: '100.00', amount: '5.00' },
    { code: 'PST', rate: '0.1', base: '105.00', amount: '10.50' },
  ]);
  expect(priced(quoteOf([{ ...line('1', '1', '115.50'), taxes }], [], { priceTax: 'inclusive' }))).toMatchObject({
    net: '100.00',
    tax: '15.50',
  });
});

test('hints name the one threshold that is near', () => {
  const near = rate('near', '0.1', { scope: 'quote', trigger: { minAmount: '100' } });
  const both = rate('both', '0.1', { scope: 'quote', trigger: { minAmount: '100', minQty: '9' } });
  const far = rate('far', '0.1', { scope: 'quote', trigger: { minAmount: '200' } });
  const quote = quoteOf([line('1', '4', '20')], [near, both, far]);
  expect(thresholdHints(quote, { amount: '20', quantity: '5' })).toEqual([
    { condition: 'near', measure: 'amount', missing: '20', gain: '8' },
  ]);
  expect(thresholdHints(quote, { quantity: '5' })).toEqual([]);
});

test('hints say on which line something is missing, with the amounts of that step', () => {
  const each = rate('each', '0.1', { trigger: { minQty: '10' } });
  const lines = [line('1', '8', '20'), line('2', '12', '5'), line('3', '1', '7')];
  const hints = (conditions: readonly Condition[], more: Partial<QuoteInput> = {}): unknown =>
    thresholdHints(quoteOf(lines, conditions, more), { quantity: '3', amount: '25' });
  const one = { condition: 'each', line: '1', measure: 'quantity', missing: '2', gain: '16' };
  expect(hints([each])).toEqual([one]);
  // Nothing passes, and two lines are near.
  const sixty = rate('sixty', '0.5', { trigger: { minAmount: '80', maxAmount: '100' } });
  expect(hints([sixty])).toEqual([{ condition: 'sixty', line: '2', measure: 'amount', missing: '20', gain: '30' }]);
  // What comes before it counts at its step, and what comes after does not.
  const first = rate('first', '0.5', { priority: 1, items: sku('1') });
  const last = rate('last', '0.5', { priority: -1 });
  const reached = rate('reached', '0.1', { trigger: { minAmount: '90' }, items: sku('1') });
  expect(hints([first, last, reached])).toEqual([
    { condition: 'reached', line: '1', measure: 'amount', missing: '10', gain: '8' },
  ]);
  // Another line that is counted sets it off for all of its own.
  const other = rate('other', '0.1', { items: sku('1'), trigger: { items: sku('3'), minQty: '2' } });
  expect(hints([other])).toEqual([{ condition: 'other', line: '3', measure: 'quantity', missing: '1', gain: '16' }]);
  // What was bought before counts, a group or a context that is against it leaves no hint, and neither does too much.
  const earlier = rate('earlier', '0.1', { trigger: { minQty: '10', cumulative: true }, items: sku('3') });
  expect(hints([earlier], { history: { earlier: { quantity: '7' } } })).toEqual([
    { condition: 'earlier', line: '3', measure: 'quantity', missing: '2', gain: '0.7' },
  ]);
  expect(hints([{ ...each, group: 'g' }, rate('more', '0.9', { group: 'g' })])).toEqual([]);
  expect(hints([{ ...each, trigger: { minQty: '10', when: { field: 'x', op: 'eq', value: 1 } } }])).toEqual([]);
  expect(hints([{ ...each, trigger: { minQty: '10', maxAmount: '100' } }])).toEqual([]);
  expect(hints([{ ...each, to: '2026-01-01' }])).toEqual([]);
  // What is shared out gives what the line adds to it.
  const shared = rate('shared', '0.1', { scope: 'quote', trigger: { minQty: '10', pooled: false } });
  expect(hints([shared])).toEqual([{ ...one, condition: 'shared' }]);
  const fixed = discount(
    'fixed',
    { type: 'amount', amount: '6', per: 'quote' },
    { ...(shared.trigger && { trigger: shared.trigger }) },
  );
  expect(hints([fixed])).toEqual([{ ...one, condition: 'fixed', gain: '0' }]);
});

test('a bounded search says what it left out, a cut one how much that could be', () => {
  const rates = Array.from({ length: 12 }, (_, index) =>
    rate(`c${index}`, '0.5', { combinesWith: [], priority: index }),
  );
  const small = Array.from({ length: 8 }, (_, index) =>
    rate(`s${index}`, '0.001', { class: 'shipping', combinesWith: ['shipping'] }),
  );
  const quote = quoteOf([line('1', '1', '1000')]);
  const best = bestPrice(quote, [...rates, ...small], { limit: 100 });
  expect(best).toMatchObject({
    status: 'priced',
    chosen: ['c0'],
    payable: '500.00',
    runnerUp: { set: ['c1'], payable: '500.00' },
    proof: { method: 'bounded' },
  });
  const cut = bestPrice(quote, small, { limit: 3 });
  expect(cut).toMatchObject({ status: 'priced', proof: { method: 'limit', examined: 3 } });
});

test('an explanation adds up and shows who lost', () => {
  const taxes = [{ code: 'VAT', rate: '0.2' }];
  const conditions = [
    rate('a', '0.15'),
    rate('b', '0.2', { to: '2026-01-01' }),
    rate('s', '0.02', { kind: 'statistical' }),
  ];
  const quote = quoteOf([{ ...line('1', '3', '9.99'), taxes }], conditions, {
    cash: { increment: '0.05', mode: 'halfUp' },
  });
  const explanation = explainQuote(quote);
  expect(checkExplanation(explanation)).toEqual([]);
  expect(renderExplanation(explanation, 'en', { depth: 1 }).split('\n')).toEqual([
    'payable of Q = 30.55',
    '  list amounts = 29.97',
    '  a = -4.4955',
    '  s, for information: 0.50949 = 0',
    '  b does not apply (notInDate); it would have been -5.0949 = 0',
    '  rounding by line to 0.01 = -0.0045',
    '  tax VAT, 0.2 of 25.47 = 5.09',
    '  rounded to 0.05 in cash = -0.01',
  ]);
});

const uses = { budget: { code: 'B', limit: '1', unit: 'uses' }, committed: '0', reservations: [] };
const tiers = { mode: 'whole', tiers: [{ upTo: null, rate: '0.1' }] };

test.each([
  [{ rounding: 'nice' }, 'option.unknown', ['quote', 'rounding']],
  [{ priceTax: 'none' }, 'option.unknown', ['quote', 'priceTax']],
  [{ currency: 'XXZ' }, 'currency.unknown', ['quote', 'currency']],
  [{ on: '2026-02-30' }, 'date.invalid', ['quote', 'on']],
  [{ conditions: [rate('a', '0.1'), rate('a', '0.2')] }, 'pricing.duplicateCode', ['quote', 'conditions', 1, 'code']],
  [
    { conditions: [rate('a', '0.1', { from: '2026-02-01', to: '2026-02-01' })] },
    'pricing.emptyRange',
    ['quote', 'conditions', 0, 'to'],
  ],
  [
    { conditions: [rate('a', '0.1')], procedure: { code: 'p', steps: [] } },
    'pricing.unknownReference',
    ['quote', 'conditions', 0, 'code'],
  ],
  [
    { procedure: { code: 'p', steps: [{ condition: 'z' }] } },
    'pricing.unknownReference',
    ['quote', 'procedure', 'steps', 0],
  ],
  [
    { conditions: [rate('a', '0.1', { group: 'g' })], procedure: { code: 'p', steps: [{ condition: 'a' }] } },
    'pricing.unknownReference',
    ['quote', 'conditions', 0, 'group'],
  ],
  [{ cash: { increment: '0.05', mode: 'near' } }, 'option.unknown', ['quote', 'cash', 'mode']],
  [{ cash: { increment: '0', mode: 'up' } }, 'rounding.increment', ['quote', 'cash', 'increment']],
  [{ negative: 'keep' }, 'option.unknown', ['quote', 'negative']],
  [{ budgets: [uses, uses] }, 'pricing.duplicateCode', ['quote', 'budgets', 1, 'budget', 'code']],
  [
    { budgets: [{ ...uses, budget: { ...uses.budget, over: 'share' } }] },
    'option.unknown',
    ['quote', 'budgets', 0, 'budget', 'over'],
  ],
  [
    { lines: [{ id: '1', sku: 'a', quantity: '1', charge: { kind: 'perUnit', rate: 'x' } }] },
    'decimal.invalid',
    ['quote', 'lines', 0, 'charge', 'rate'],
  ],
] as const)('a quote with %j is refused', (part, code, path) => {
  const error = thrown(() => priceQuote(quoteOf([line('1', '1', '1')], [], part as unknown as Partial<QuoteInput>)));
  expect([error.code, error.path]).toEqual([code, path]);
});

test.each([
  [{ basis: 'cost' }, 'option.unknown', ['basis']],
  [{ combinesWith: ['gift'] }, 'option.unknown', ['combinesWith', 0]],
  [{ reward: { type: 'bonus' } }, 'option.unknown', ['reward', 'type']],
  [{ reward: { type: 'amount', amount: '1', per: 'day' } }, 'option.unknown', ['reward', 'per']],
  [{ reward: { type: 'tiered', tiers, measure: 'weight', yields: 'rate' } }, 'option.unknown', ['reward', 'measure']],
  [{ reward: { type: 'tiered', tiers, measure: 'amount', yields: 'unit' } }, 'option.unknown', ['reward', 'yields']],
  [{ reward: { type: 'buyXGetY', buy: '1', get: '1', maxRepeats: 0.5 } }, 'pricing.count', ['reward', 'maxRepeats']],
  [{ reward: { type: 'buyXGetY', buy: '0', get: '1' } }, 'pricing.notPositive', ['reward', 'buy']],
  [
    { reward: { type: 'freeGoods', sku: 'a', per: '1', get: '1', partial: 'up' } },
    'option.unknown',
    ['reward', 'partial'],
  ],
] as const)('a condition with %j is refused', (part, code, path) => {
  const condition = { ...rate('a', '0.1'), ...part } as unknown as Condition;
  const error = thrown(() => priceQuote(quoteOf([line('1', '1', '1')], [condition])));
  expect([error.code, error.path]).toEqual([code, ['quote', 'conditions', 0, ...path]]);
});

test.each([
  [{ keep: 'all' }, 'option.unknown', ['keep']],
  [{ keep: 'best', zero: 'drop' }, 'option.unknown', ['zero']],
  [{ keep: 'best', excludesBy: 'size' }, 'option.unknown', ['excludesBy']],
  [{ keep: 'best', count: -1 }, 'pricing.count', ['count']],
  [{ keep: 'best', excludes: ['h'] }, 'pricing.unknownReference', ['excludes', 0]],
] as const)('a group with %j is refused', (part, code, path) => {
  const procedure = { code: 'p', steps: [], groups: [{ code: 'g', ...part }] } as unknown as Procedure;
  const error = thrown(() => priceQuote(quoteOf([line('1', '1', '1')], [], { procedure })));
  expect([error.code, error.path]).toEqual([code, ['quote', 'procedure', 'groups', 0, ...path]]);
});

test('a search prices one set at least', () => {
  const best = bestPrice(quoteOf([line('1', '1', '100')]), [rate('a', '0.1')], { limit: 0 });
  expect(best).toMatchObject({ chosen: [], payable: '100.00', proof: { method: 'limit', examined: 1, gap: '10.24' } });
  expect(thrown(() => bestPrice(quoteOf([]), [], { limit: -1 })).path).toEqual(['options', 'limit']);
});

test('a line without a price does not lose the others', () => {
  const book = compilePriceBook({ code: 'b', currency: 'EUR', items: [{ sku: 'nail', unit: 'pc' }], lists: [] });
  const quote = quoteOf(
    [
      line('good', '2', '3.5'),
      { id: 'none', sku: 'nail', quantity: '1' },
      { id: 'unit', sku: 'nail', quantity: '1', unit: 'keg' },
      line('back', '-1', '3.5'),
    ],
    [rate('r', '0.1')],
    { negative: 'mirror' },
  );
  expect(priceQuote(quote, { book })).toEqual({
    status: 'incomplete',
    unpriced: [
      { line: 'none', reasons: [{ code: 'noPrice', params: { sku: 'nail' } }] },
      { line: 'unit', reasons: [{ code: 'unknownUnit', params: { sku: 'nail', unit: 'keg' } }] },
    ],
    lines: [
      { id: 'good', list: '7' },
      { id: 'back', list: '-3.5' },
    ],
  });
  const refused = thrown(() => priceQuote({ ...quote, negative: 'reject' }, { book }));
  expect([refused.code, refused.path]).toEqual(['pricing.negativeQuantity', ['quote', 'lines', 3, 'quantity']]);
});

test('a budget that runs out in the middle of a cart grants what is left, line after line', () => {
  const budgets: BudgetState[] = [
    { budget: { code: 'B', limit: '25', unit: 'amount' }, committed: '0', reservations: [] },
  ];
  const lines = [line('1', '1', '100'), line('2', '1', '100'), line('3', '1', '100'), line('4', '1', '100')];
  const conditions = [rate('tenth', '0.1', { budget: 'B' }), rate('later', '0.5', { budget: 'B', priority: -1 })];
  const { lines: after, budgets: uses, inactive, net } = priced(quoteOf(lines, conditions, { budgets }));
  expect(after.map(({ deltas }) => deltas.map(({ amount, cappedBy = null }) => [amount, cappedBy]))).toEqual([
    [['-10.00', null]],
    [['-10.00', null]],
    [['-5.00', 'budget']],
    [['0.00', 'budget']],
  ]);
  expect(inactive).toEqual([{ condition: 'later', reason: 'budgetExhausted', wouldBe: '-187.5' }]);
  expect([net, uses]).toEqual(['375.00', [{ budget: 'B', requested: '227.5', granted: '25', shortfall: '202.5' }]]);
});

test('too many ways to combine conditions are refused', () => {
  const conditions = (['product', 'order', 'shipping'] as const).flatMap((own, place, classes) =>
    Array.from({ length: 17 }, (_, index) =>
      rate(`${own}-${index}`, '0.01', { class: own, combinesWith: classes.filter((_other, at) => at !== place) }),
    ),
  );
  const refused = thrown(() => priceQuote(quoteOf([line('1', '1', '100')], conditions)));
  expect([refused.code, refused.params['max']]).toEqual(['pricing.tooManySets', 4096]);
});

test.each(['line', 'document'] as const)('taxes that are rounded up by %s take no more than the price', (tax) => {
  const taxes = [
    { code: 'W', rate: '0.2' },
    { code: 'V', rate: '0.2' },
  ];
  const rounding = { ...priced(quoteOf([])).rounding, mode: 'up' as const, tax };
  const { lines, ...whole } = priced(
    quoteOf([{ ...line('1', '0.5', '0.001'), taxes }], [], { priceTax: 'inclusive', rounding }),
  );
  expect([lines[0]!.net, lines[0]!.tax, whole.net, whole.tax, whole.gross]).toEqual([
    '0.00',
    '0.01',
    '0.00',
    '0.01',
    '0.01',
  ]);
});

test('what can not be read is named with its place', () => {
  const one = quoteOf([line('1', '1', '100')]);
  const errorOf = (more: object): unknown[] => {
    const { code, path } = thrown(() => priceQuote({ ...one, ...more }));
    return [code, path.join('.')];
  };
  const budget = { code: 'B', limit: '1', unit: 'amount' };
  const state = { budget, committed: '0', reservations: [] };
  expect(errorOf({ rounding: undefined })).toEqual(['option.unknown', 'quote.rounding']);
  expect(errorOf({ budgets: [{ ...state, budget: { ...budget, limit: 'x' } }] })).toEqual([
    'decimal.invalid',
    'quote.budgets.0.budget.limit',
  ]);
  expect(errorOf({ budgets: [state, { ...state, budget: { ...state.budget, code: 'C' }, committed: '1,5' }] })).toEqual(
    ['decimal.invalid', 'quote.budgets.1.committed'],
  );
  expect(errorOf({ budgets: [{ ...state, reservations: [{ id: 'r', amount: 'x' }] }] })).toEqual([
    'decimal.invalid',
    'quote.budgets.0.reservations.0.amount',
  ]);
  expect(errorOf({ lines: [line('1', '1', '100'), line('2', 'two', '100')] })).toEqual([
    'decimal.invalid',
    'quote.lines.1.quantity',
  ]);
  expect(errorOf({ lines: [line('1', '1', '.5')] })).toEqual(['decimal.invalid', 'quote.lines.0.unitPrice']);
});

test('an increment of whole units rounds what has cents', () => {
  const rounding = { ...priced(quoteOf([])).rounding, increment: '1' };
  const { lines } = priced(quoteOf([line('1', '1', '533.25')], [rate('all', '1')], { rounding }));
  expect([lines[0]!.net, lines[0]!.deltas]).toEqual([
    '0.00',
    [{ condition: 'all', exact: '-533.25', amount: '-533.00' }],
  ]);
});
