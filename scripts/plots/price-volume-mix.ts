import type { Locale } from 'salesmodel/core';
import { priceVolumeMix } from 'salesmodel/kpi';
import { plot } from '../../examples/plot.js';

const words = {
  en: {
    title: 'From 2,000 to 2,380',
    y: 'revenue',
    before: 'before',
    price: 'price',
    volume: 'volume',
    mix: 'mix',
    added: 'new',
    after: 'after',
  },
  'zh-CN': {
    title: '从 2,000 到 2,380',
    y: '收入',
    before: '之前',
    price: '价格',
    volume: '数量',
    mix: '结构',
    added: '新品',
    after: '之后',
  },
} as const;

/** The bridge of the guide as a waterfall. */
export function draw(locale: Locale): Promise<string> {
  const text = words[locale];
  const bridge = priceVolumeMix([
    { id: 'A', q0: 100, p0: 10, q1: 120, p1: 11 },
    { id: 'B', q0: 50, p0: 20, q1: 40, p1: 19 },
    { id: 'C', q0: 0, q1: 10, p1: 30 },
  ]);
  if (!bridge.ok) throw new Error('all prices are there');
  let level = Number(bridge.before);
  const steps = [
    [text.price, bridge.price],
    [text.volume, bridge.volume],
    [text.mix, bridge.mix],
    [text.added, bridge.newLines],
  ].map(([step, amount]) => {
    const from = level;
    level += Number(amount);
    return { step, from, to: level, kind: Number(amount) < 0 ? 'less' : 'more' };
  });
  const values = [
    { step: text.before, from: 0, to: Number(bridge.before), kind: 'total' },
    ...steps,
    { step: text.after, from: 0, to: Number(bridge.after), kind: 'total' },
  ];
  return plot({
    title: { text: text.title },
    width: 620,
    height: 260,
    data: { values },
    mark: { type: 'bar' },
    encoding: {
      x: { field: 'step', type: 'nominal', sort: null, title: null, axis: { labelAngle: 0 } },
      y: { field: 'from', type: 'quantitative', title: text.y, axis: { format: ',.0f' } },
      y2: { field: 'to' },
      color: {
        field: 'kind',
        type: 'nominal',
        legend: null,
        scale: { domain: ['total', 'more', 'less'], range: ['#2458a6', '#3a9188', '#a23b55'] },
      },
    },
  });
}
