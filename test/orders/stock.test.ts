import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ChannelInventory,
  displayCompliance,
  numericDistribution,
  sellThroughRate,
  shareOfShelf,
  stockAgeing,
  stockBalanceCheck,
  weeksOfSupply,
} from '../../src/orders/index.js';
import { thrown } from '../core/thrown.js';

const report: ChannelInventory = {
  partner: 'N',
  sku: 's',
  period: '2026-01',
  opening: '10',
  in: '5',
  out: '4',
  returns: '1',
  adjustment: '0',
  closing: '10',
};

test('a chain of good periods telescopes, in any order', () => {
  const flows = fc.record({
    in: fc.nat({ max: 20 }),
    out: fc.nat({ max: 20 }),
    returns: fc.nat({ max: 5 }),
    adjustment: fc.integer({ min: -3, max: 3 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50 }), fc.array(flows, { minLength: 1, maxLength: 5 }), (start, list) => {
      let stock = start;
      const reports = list.map((flow, at): ChannelInventory => {
        const opening = stock;
        stock += flow.in - flow.out - flow.returns + flow.adjustment;
        const texts = {
          in: String(flow.in),
          out: String(flow.out),
          returns: String(flow.returns),
          adjustment: String(flow.adjustment),
        };
        return { ...report, ...texts, period: `2026-0${at + 1}`, opening: String(opening), closing: String(stock) };
      });
      const { balances, findings } = stockBalanceCheck(reports.toReversed());
      expect(findings).toEqual([]);
      expect(balances.at(-1)?.expected).toBe(String(stock));
    }),
  );
});

test('a gap to the period before is a finding of its own', () => {
  const next = { ...report, period: '2026-02', opening: '9', closing: '9' };
  const { findings } = stockBalanceCheck([next, report, { ...report, partner: 'S', opening: '3', closing: '3' }]);
  expect(findings.map(({ code, path, params }) => [code, path.at(-1), params['gap']])).toEqual([
    ['openingGap', 'opening', '-1'],
  ]);
  expect(thrown(() => stockBalanceCheck([report, report])).code).toBe('ids.duplicate');
  expect(thrown(() => stockBalanceCheck([{ ...report, out: '-1' }])).code).toBe('quantity.negative');
  expect(ChannelInventory.safeParse({ ...report, out: '-1' }).success).toBe(false);
  expect(ChannelInventory.parse(report)).toEqual(report);
});

test('sell-through by both bases', () => {
  expect(sellThroughRate({ opening: 100, in: 100, out: 50 }).value).toBe('0.25');
  expect(sellThroughRate({ opening: 100, in: 0, out: 50 }, { base: 'received' }).value).toBeNull();
  expect(thrown(() => sellThroughRate({ opening: 1, in: 1, out: -1 })).code).toBe('quantity.negative');
});

test('weeks of supply on average, and at the edges of the horizon', () => {
  expect(weeksOfSupply(90, [20, 40], { method: 'average' })).toMatchObject({ weeks: { value: '3' } });
  expect(weeksOfSupply(90, [0, 0], { method: 'average' })).toMatchObject({ weeks: { reason: 'noDemand' } });
  expect(weeksOfSupply(60, [20, 40])).toEqual({ status: 'atLeast', weeks: 2 });
  expect(weeksOfSupply(20, [20, 0, 40])).toMatchObject({ status: 'covered', weeks: { value: '2' } });
  expect(weeksOfSupply(0, [5])).toMatchObject({ weeks: { value: '0' } });
});

test('the oldest goods go first', () => {
  const lots = [
    { id: 'b', receivedOn: '2026-01-01', quantity: 10 },
    { id: 'a', receivedOn: '2026-01-01', quantity: 10 },
    { id: 'c', receivedOn: '2026-03-02', quantity: 5 },
    { id: 'd', receivedOn: '2026-05-01', quantity: 99 },
  ];
  expect(stockAgeing(lots, 12, '2026-04-01', [30, 31])).toEqual({
    lots: [
      { id: 'b', left: '8', days: 90 },
      { id: 'c', left: '5', days: 30 },
    ],
    bands: [
      { from: 0, to: 30, quantity: '0' },
      { from: 30, to: 31, quantity: '5' },
      { from: 31, to: null, quantity: '8' },
    ],
    short: '0',
  });
  expect(stockAgeing(lots, 40, '2026-04-01')).toMatchObject({ lots: [], short: '15' });
  expect(thrown(() => stockAgeing(lots, 0, '2026-04-01', [30, 30])).code).toBe('count.whole');
  expect(thrown(() => stockAgeing([lots[0]!, lots[0]!], 0, '2026-04-01')).code).toBe('ids.duplicate');
});

test('shelves and outlets', () => {
  const { total, outlets } = shareOfShelf([
    { outlet: 'b', own: 0, all: 0 },
    { outlet: 'a', own: 1, all: 4 },
  ]);
  expect(total.value).toBe('0.25');
  expect(outlets).toMatchObject([
    { outlet: 'a', share: { value: '0.25' } },
    { outlet: 'b', share: { reason: 'noShelf' } },
  ]);
  expect(thrown(() => shareOfShelf([{ outlet: 'a', own: 5, all: 4 }])).code).toBe('shelf.ownAboveAll');
  expect(
    thrown(() =>
      shareOfShelf([
        { outlet: 'a', own: 1, all: 4 },
        { outlet: 'a', own: 1, all: 4 },
      ]),
    ).code,
  ).toBe('ids.duplicate');
  expect(numericDistribution([])).toMatchObject({ value: null, reason: 'noOutlets' });
  const outlet = { id: 'a', stocked: true, turnover: 1 };
  expect(thrown(() => numericDistribution([outlet, outlet])).code).toBe('ids.duplicate');
});

test('a display without a required item scores 0, and what was not checked is left out', () => {
  const items = [
    { id: 'price', weight: '1', required: true },
    { id: 'poster', weight: '1' },
  ];
  expect(displayCompliance(items, { price: true, poster: null })).toMatchObject({ status: 'scored', total: '100.00' });
  expect(displayCompliance(items, { price: false, poster: true })).toMatchObject({
    beforeGates: '50.00',
    total: '0.00',
  });
  expect(displayCompliance(items, {})).toMatchObject({ status: 'notScored' });
});
