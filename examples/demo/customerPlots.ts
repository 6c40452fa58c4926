import type { AbcResult, RfmAssignment } from 'salesmodel/segmentation';
import { plot } from '../plot.js';

// A plot has pixels instead of digits: in this file, and only here, amounts become numbers.

const WIDTH = 640;

/** How much of the sales the largest customers bring, and where the classes end. */
export function paretoCurve({ classes, assignments }: AbcResult): Promise<string> {
  const values = assignments.map(({ inputs, segment }) => ({ value: Number(inputs['value']), segment }));
  values.sort((a, b) => b.value - a.value);
  const total = values.reduce((sum, { value }) => sum + Math.max(value, 0), 0);
  let sum = 0;
  const points = values.map(({ value, segment }, at) => {
    sum += Math.max(value, 0);
    return { customers: (at + 1) / values.length, share: sum / total, segment };
  });
  const names = classes.map(({ segment, items }) => ({ segment, name: `${segment}: ${items} customers` }));
  return plot({
    title: { text: 'Pareto curve', subtitle: 'share of the sales that the largest customers bring' },
    width: WIDTH,
    height: 320,
    data: {
      values: points.map((point) => ({ ...point, name: names.find((each) => each.segment === point.segment)?.name })),
    },
    mark: { type: 'line', strokeWidth: 3 },
    encoding: {
      x: { field: 'customers', type: 'quantitative', title: 'customers, the largest first', axis: { format: '.0%' } },
      y: { field: 'share', type: 'quantitative', title: 'share of the sales', axis: { format: '.0%' } },
      color: { field: 'name', type: 'nominal' },
    },
  });
}

/** How many customers have which scores, by the segment that they make. */
export function customerMap(assignments: readonly RfmAssignment[]): Promise<string> {
  const cells = new Map<string, { r: number; fm: number; segment: string; customers: number }>();
  for (const { scores, segment } of assignments) {
    const { r, f, m } = scores;
    if (r === null || f === null || m === null || segment === null) continue;
    const fm = Math.floor((f + m + 1) / 2);
    const key = `${r} ${fm}`;
    const cell = cells.get(key) ?? { r, fm, segment, customers: 0 };
    cells.set(key, { ...cell, customers: cell.customers + 1 });
  }
  return plot({
    title: { text: 'Customers by recency, and by frequency and money', subtitle: '5 is the best of both' },
    width: WIDTH,
    height: 360,
    data: { values: [...cells.values()] },
    encoding: {
      x: { field: 'r', type: 'ordinal', title: 'recency', axis: { labelAngle: 0 } },
      y: { field: 'fm', type: 'ordinal', title: 'frequency and money', sort: 'descending' },
    },
    layer: [
      {
        mark: { type: 'rect', stroke: '#ffffff' },
        encoding: {
          color: { field: 'customers', type: 'quantitative', scale: { scheme: 'blues' }, title: 'customers' },
        },
      },
      { mark: { type: 'text', dy: -7, fontSize: 11 }, encoding: { text: { field: 'segment' } } },
      { mark: { type: 'text', dy: 9, fontSize: 13 }, encoding: { text: { field: 'customers' } } },
    ],
  });
}
