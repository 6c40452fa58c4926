import { expect, test } from 'vitest';
import {
  aggregateWaterfall,
  compileWaterfall,
  pocketPriceBand,
  priceWaterfall,
  type WaterfallDefinition,
} from '../../../src/pricing/index.js';

const dealer: WaterfallDefinition = {
  code: 'dealer',
  steps: [
    { code: 'discount', stage: 'onInvoice', rate: '0.1' },
    { code: 'credit', stage: 'offInvoice', rate: '0.06' },
  ],
};

test("a row's amount stands in the place of a rate, its days beside it", () => {
  const own = priceWaterfall(dealer, { list: 100, steps: { discount: { amount: 4 }, credit: { days: 73 } } });
  expect([own.invoice, own.pocket]).toEqual(['96', '94.848']);
});

test('a row with a step that nobody knows is rejected, and the others computed', () => {
  const { results, rejected } = compileWaterfall(dealer).run([
    { list: '100', steps: { disount: { rate: '0' } } },
    { list: '100' },
  ]);
  expect(results.map((result) => result?.pocket)).toEqual([undefined, '84.6']);
  expect(rejected).toEqual([
    {
      index: 0,
      code: 'pricing.unknownReference',
      path: ['rows', 0, 'steps', 'disount'],
      params: { what: 'step', value: 'disount' },
    },
  ]);
});

test('a waterfall of nothing', () => {
  expect(aggregateWaterfall(dealer, [])).toMatchObject({
    list: '0',
    pocketMargin: '0',
    pocketMarginRate: { value: null },
  });
  const foreign = priceWaterfall({ code: 'x', steps: [{ code: 'other', stage: 'cogs', amount: '1' }] }, { list: 1 });
  expect(() => aggregateWaterfall(dealer, [foreign])).toThrow(
    expect.objectContaining({ code: 'pricing.unknownReference', path: ['waterfalls', 0, 'bars', 0, 'code'] }),
  );
});

test('a sale far below the others is an outlier of its side', () => {
  const rows = ['80', '81', '79', '82', '80', '40'].map((pocket, index) => ({
    id: `s${index}`,
    list: '100',
    pocket,
    volume: '1',
  }));
  const { outliers, bands } = pocketPriceBand(rows, [{ code: 'all', upTo: null }]);
  expect(outliers.low).toMatchObject({ status: 'flagged', flags: [{ id: 's5', value: '0.4' }] });
  expect(outliers.high).toMatchObject({ status: 'flagged', flags: [] });
  expect(bands[0]!.volume.value).toBe('1');
});

test.each([
  ['no band', [], 'tiers.lastClosed'],
  ['a closed last band', [{ code: 'a', upTo: '1' }], 'tiers.lastClosed'],
  [
    'bounds that do not rise',
    [
      { code: 'a', upTo: '1' },
      { code: 'b', upTo: '1' },
      { code: 'c', upTo: null },
    ],
    'tiers.notAscending',
  ],
  [
    'a band twice',
    [
      { code: 'a', upTo: '1' },
      { code: 'a', upTo: null },
    ],
    'pricing.duplicateCode',
  ],
])('bands: %s', (_, bands, code) => {
  expect(() => pocketPriceBand([], bands)).toThrow(expect.objectContaining({ code }));
});
