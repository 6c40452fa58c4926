import type { Locale } from 'salesmodel/core';
import { lifetimeValue } from '../../examples/demo/lifetimeValue.js';
import { plot } from '../../examples/plot.js';

const words = {
  en: {
    title: 'Repeat purchases of the customers of 2014',
    subtitle: 'the model sees the weeks before the dashed line',
    x: 'week',
    y: 'repeat purchases up to the week',
    actual: 'bought',
    expected: 'expected by the model',
  },
  'zh-CN': {
    title: '2014 年新客户的再次购买',
    subtitle: '虚线之前的各周用于拟合模型',
    x: '周',
    y: '截至该周的再次购买次数',
    actual: '实际购买',
    expected: '模型预期',
  },
} as const;

/** What a cohort bought and what was expected of it, week by week. */
export function draw(locale: Locale): Promise<string> {
  const { title, subtitle, x, y, actual, expected } = words[locale];
  const { track, seenWeeks } = lifetimeValue();
  const values = track.flatMap((each) => [
    { week: each.week, purchases: each.actual, series: actual },
    { week: each.week, purchases: Math.round(each.expected), series: expected },
  ]);
  return plot({
    title: { text: title, subtitle },
    width: 680,
    height: 300,
    layer: [
      {
        data: { values },
        mark: { type: 'line', strokeWidth: 2, point: true },
        encoding: {
          x: { field: 'week', type: 'quantitative', title: x },
          y: { field: 'purchases', type: 'quantitative', title: y },
          color: { field: 'series', type: 'nominal', sort: null },
        },
      },
      {
        data: { values: [{ week: seenWeeks }] },
        mark: { type: 'rule', strokeDash: [4, 4], color: '#5b6472' },
        encoding: { x: { field: 'week', type: 'quantitative' } },
      },
    ],
  });
}
