import { applyTiers, type Locale, ratio, type Tiers } from 'salesmodel/core';
import { plot } from '../../examples/plot.js';

const tiers = [
  { upTo: '100000', rate: '0.05' },
  { upTo: '250000', rate: '0.07' },
  { upTo: null, rate: '0.09' },
];

const words = {
  en: { title: 'What all sales pay on average', x: 'sales', y: 'commission by sales' },
  'zh-CN': { title: '全部销售的平均提成率', x: '销售额', y: '提成 / 销售额' },
} as const;

/** The blended rate of one table of rates in three modes. */
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
      y: { field: 'rate', type: 'quantitative', title: y, axis: { format: '.0%' }, scale: { domain: [0.04, 0.1] } },
      color: { field: 'mode', type: 'nominal', sort: null },
    },
  });
}

/** Every five thousand, and just above each bound, so that a jump stands upright. */
function points(table: Tiers): object[] {
  const sales = [...Array.from({ length: 79 }, (_, step) => (step + 2) * 5_000), 100_000.01, 250_000.01];
  return sales
    .toSorted((a, b) => a - b)
    .map((each) => ({
      mode: table.mode,
      sales: each,
      rate: Number(ratio(applyTiers(table, each).total, each).value),
    }));
}
