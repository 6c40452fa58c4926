import type { Locale } from 'salesmodel/core';
import { priceWaterfall } from 'salesmodel/pricing';
import { plot } from '../../examples/plot.js';

const words = {
  en: {
    title: 'What is left of a list price of 1000',
    steps: ['list price', 'contract', 'promotion', 'rebate', 'freight', 'goods', 'service', 'pocket margin'],
  },
  'zh-CN': {
    title: '目录价 1000 还剩多少',
    steps: ['目录价', '合同价', '促销', '返利', '运费', '货物成本', '服务成本', '口袋毛利'],
  },
} as const;

/** The bars of a waterfall, each hanging where the one before ended. */
export function draw(locale: Locale): Promise<string> {
  const { title, steps } = words[locale];
  const { bars, list, pocketMargin } = priceWaterfall(
    {
      code: 'dealer',
      steps: [
        { code: 'contract', stage: 'onInvoice', rate: '0.08' },
        { code: 'promotion', stage: 'onInvoice', rate: '0.05' },
        { code: 'rebate', stage: 'offInvoice', rate: '0.03' },
        { code: 'freight', stage: 'offInvoice', amount: '18' },
        { code: 'goods', stage: 'cogs', amount: '520' },
        { code: 'service', stage: 'costToServe', amount: '35' },
      ],
    },
    { list: '1000' },
  );
  const values = [
    { from: 0, to: Number(list), kind: 'total', label: list },
    ...bars.map(({ amount, running }) => ({
      from: Number(running),
      to: Number(running) + Number(amount),
      kind: 'step',
      label: `−${amount}`,
    })),
    { from: 0, to: Number(pocketMargin), kind: 'total', label: pocketMargin },
  ].map((bar, index) => ({ ...bar, step: steps[index] }));
  const x = { field: 'step', type: 'nominal', sort: null, title: null, axis: { labelAngle: 0 } } as const;
  return plot({
    title: { text: title },
    width: 640,
    height: 280,
    data: { values },
    layer: [
      {
        mark: { type: 'bar' },
        encoding: {
          x,
          y: { field: 'from', type: 'quantitative', title: null },
          y2: { field: 'to' },
          color: { field: 'kind', type: 'nominal', sort: null, legend: null },
        },
      },
      {
        mark: { type: 'text', dy: -8, fontSize: 12 },
        encoding: { x, y: { field: 'to', type: 'quantitative' }, text: { field: 'label' } },
      },
    ],
  });
}
