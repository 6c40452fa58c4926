import { applyTiers, type Locale, type Tiers } from 'salesmodel/core';
import { plot } from '../../examples/plot.js';

const tiers = [
  { upTo: '100000', rate: '0.05' },
  { upTo: '250000', rate: '0.07' },
  { upTo: null, rate: '0.09' },
];

const words = {
  en: { title: 'One table, three modes', x: 'sales', y: 'commission' },
  'zh-CN': { title: '同一张表，三种计算方式', x: '销售额', y: '提成' },
} as const;

/** What one table of rates pays in three modes. */
export function draw(locale: Locale): Promise<string> {
  const { title, x, y } = words[locale];
  const values = [
    ...points({ mode: 'marginal', tiers }),
    ...points({ mode: 'whole', tiers }),
    ...points({ mode: 'anchored', anchor: '100000', tiers }),
  ];
  return plot({
    title: { text: title },
    width: 640,
    height: 300,
    data: { values },
    mark: { type: 'line', strokeWidth: 2 },
    encoding: {
      x: { field: 'sales', type: 'quantitative', title: x, axis: { format: ',.0f' } },
      y: { field: 'pay', type: 'quantitative', title: y, axis: { format: ',.0f' } },
      color: { field: 'mode', type: 'nominal', sort: null },
    },
  });
}

/** Every ten thousand, and just above each bound, so that a jump stands upright. */
function points(table: Tiers): object[] {
  const sales = [...Array.from({ length: 36 }, (_, step) => step * 10_000), 100_000.01, 250_000.01];
  return sales
    .toSorted((a, b) => a - b)
    .map((each) => ({ mode: table.mode, sales: each, pay: Number(applyTiers(table, each).total) }));
}
