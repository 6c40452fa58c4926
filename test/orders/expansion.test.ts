import fc from 'fast-check';
import { expect, test } from 'vitest';
import { campaignRoi, type Campaign, expansionTarget, incrementalSales, whitespace } from '../../src/orders/index.js';
import { thrown } from '../core/thrown.js';

const customers = [...['A', 'B', 'C', 'D'].map((id) => ({ id, peers: 'grocery' })), { id: 'E', peers: 'kiosk' }];
const sales = [
  { customer: 'A', product: 'cola', amount: 300 },
  { customer: 'A', product: 'cola', amount: 300 },
  { customer: 'A', product: 'juice', amount: 200 },
  { customer: 'B', product: 'cola', amount: 400 },
  { customer: 'B', product: 'juice', amount: 100 },
  { customer: 'C', product: 'cola', amount: 260 },
  { customer: 'E', product: 'water', amount: 50 },
];

test('empty cells by the median of the peers and the size of the customer', () => {
  const cells = whitespace(customers, ['juice', 'cola', 'water'], sales);
  const read = cells.map(({ customer, product, peers, potential }) => [customer, product, peers, potential.value]);
  expect(read).toEqual([
    ['A', 'water', 0, null],
    ['B', 'water', 0, null],
    // The medians of A and B are 150 for juice and 650 in all, and C has 260 in all.
    ['C', 'juice', 2, '60'],
    ['C', 'water', 0, null],
    ['D', 'cola', 3, '0'],
    ['D', 'juice', 2, '0'],
    ['D', 'water', 0, null],
    ['E', 'cola', 0, null],
    ['E', 'juice', 0, null],
  ]);
  expect(expansionTarget(cells, { total: 500 })).toEqual([{ customer: 'C', product: 'juice', target: '500' }]);
  expect(expansionTarget([], { total: 500 })).toEqual([]);
  expect(thrown(() => whitespace([...customers, customers[0]!], [], [])).code).toBe('ids.duplicate');
  expect(thrown(() => expansionTarget(cells, { total: '0.5' })).code).toBe('allocate.indivisible');
});

const campaign: Campaign = {
  id: 'b',
  period: { kind: 'month', start: '2026-03-01', end: '2026-04-01' },
  channel: 'online',
  content: '',
  budget: '4000',
  baselineQty: '1000',
  actualQty: '1600',
  unitMargin: '10',
  discount: '2',
  fixedCost: '1500',
};

test('several campaigns add up exactly', () => {
  const figure = fc.integer({ min: 0, max: 2000 }).map(String);
  const list = fc.array(fc.record({ baselineQty: figure, actualQty: figure, fixedCost: figure, halo: figure }), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(list, (figures) => {
      const { campaigns, total } = campaignRoi(figures.map((each, at) => ({ ...campaign, ...each, id: `c${at}` })));
      const sum = (values: readonly string[]): number => values.reduce((all, value) => all + Number(value), 0);
      expect(Number(total.net)).toBe(sum(campaigns.map(({ net }) => net)));
      expect(Number(total.spend)).toBe(sum(campaigns.map(({ spend }) => spend)));
      expect(total.roi.denominator).toBe(total.spend);
    }),
  );
});

test('a campaign says when it breaks even and what is left of its budget', () => {
  const { campaigns } = campaignRoi([campaign, { ...campaign, id: 'a', discount: '10', baselineQty: '0' }]);
  expect(campaigns.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(campaigns[0]).toMatchObject({ breakEvenQty: 'unreachable', lift: { value: null, reason: 'noReference' } });
  // 8 a unit has to earn 2,000 of discount on the baseline and 1,500 of fixed cost: 437.5 units more.
  expect(campaigns[1]).toMatchObject({ breakEvenQty: '1437.5', budgetLeft: '-700' });
  expect(campaignRoi([{ ...campaign, fixedCost: '0' }], { base: 'fixedCost' }).total.roi.value).toBeNull();
  expect(thrown(() => campaignRoi([campaign, campaign])).code).toBe('ids.duplicate');
  expect(incrementalSales({ before: 10, after: 5 }, { before: 10, after: 12 })).toBe('-7');
});
