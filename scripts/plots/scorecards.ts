import type { Locale } from 'salesmodel/core';
import { scoreScorecard, type Scorecard } from 'salesmodel/mechanisms/scoring';
import { plot } from '../../examples/plot.js';

/** The card of the guide. */
const card: Scorecard = {
  id: 'sales-2026',
  items: [
    {
      id: 'revenue',
      metric: 'revenue',
      weight: '40',
      normaliser: { kind: 'attainment', target: '500000', capAt: '1.2' },
    },
    {
      id: 'newCustomers',
      metric: 'newCustomers',
      weight: '20',
      normaliser: { kind: 'attainment', target: '20', capAt: '1.2' },
    },
    {
      id: 'collection',
      metric: 'collection',
      weight: '20',
      normaliser: {
        kind: 'curve',
        curve: {
          points: [
            { x: '0.6', y: '0' },
            { x: '0.8', y: '60' },
            { x: '1', y: '100' },
          ],
        },
      },
    },
    { id: 'complaints', metric: 'complaints', weight: '10', normaliser: { kind: 'deduct', per: '15' } },
    { id: 'attitude', metric: 'attitude', weight: '10', normaliser: { kind: 'direct' } },
  ],
  gates: [
    {
      id: 'slow-cash',
      when: { field: 'collection', op: 'lt', value: '0.8' },
      effect: { kind: 'multiply', factor: '0.8' },
    },
  ],
};

const words = {
  en: {
    title: 'Where a score comes from',
    y: 'points',
    steps: {
      revenue: 'revenue',
      newCustomers: 'new customers',
      collection: 'collection',
      complaints: 'complaints',
      attitude: 'attitude',
      gate: 'gate: slow cash',
      total: 'total',
    },
    kinds: { item: 'contribution', gate: 'gate', total: 'total' },
  },
  'zh-CN': {
    title: '分数从何而来',
    y: '分数',
    steps: {
      revenue: '销售额',
      newCustomers: '新客户',
      collection: '回款',
      complaints: '投诉',
      attitude: '态度',
      gate: '门槛：回款慢',
      total: '总分',
    },
    kinds: { item: '贡献', gate: '门槛', total: '总分' },
  },
} as const;

/** Contributions, a gate and the total as a waterfall. */
export function draw(locale: Locale): Promise<string> {
  const { title, y, steps, kinds } = words[locale];
  const facts = { revenue: '460000', newCustomers: 27, collection: '0.75', complaints: 2, attitude: 85 };
  const result = scoreScorecard(card, facts);
  if (result.status !== 'scored') throw new Error(result.reason);
  let from = 0;
  const bar = (step: string, kind: string, change: number) => {
    const to = from + change;
    const values = { step, kind, from, to, text: change.toFixed(2) };
    from = to;
    return values;
  };
  const bars = [
    ...card.items.map(({ id }) => {
      const contribution = result.items.find((item) => item.id === id)?.contribution;
      return bar(steps[id as keyof typeof steps], kinds.item, Number(contribution));
    }),
    ...result.gates.map(({ delta }) => bar(steps.gate, kinds.gate, Number(delta))),
  ];
  const total = { step: steps.total, kind: kinds.total, from: 0, to: Number(result.total), text: result.total };
  const x = { field: 'step', type: 'nominal', sort: null, title: null, axis: { labelAngle: 0 } } as const;
  const values = [...bars, total].map((each) => ({ ...each, top: Math.max(each.from, each.to) }));
  return plot({
    title: { text: title },
    width: 680,
    height: 300,
    data: { values },
    layer: [
      {
        mark: { type: 'bar', width: { band: 0.7 } },
        encoding: {
          x,
          y: { field: 'from', type: 'quantitative', title: y },
          y2: { field: 'to' },
          color: { field: 'kind', type: 'nominal', sort: null },
        },
      },
      {
        mark: { type: 'text', dy: -8, fontSize: 12 },
        encoding: { x, y: { field: 'top', type: 'quantitative', title: y }, text: { field: 'text' } },
      },
    ],
  });
}
