import type { Locale } from 'salesmodel/core';
import { concentration } from 'salesmodel/mechanisms/scoring';
import { plot } from '../../examples/plot.js';

/** Sales of a quarter by representative, in thousands: the team of the guide, and one whose sales are more even. */
const TEAMS = {
  north: [412, 318, 287, 240, 196, 151, 88, 61, 47],
  south: [231, 224, 218, 205, 199, 193, 187, 176, 167],
};

const words = {
  en: {
    title: 'How much of the sales comes from how many of the people',
    x: 'share of the people, the weakest first',
    y: 'share of the sales',
    north: 'North',
    south: 'South',
    equal: 'all the same',
  },
  'zh-CN': {
    title: '多少人贡献了多少销售额',
    x: '人数占比（由低到高）',
    y: '销售额占比',
    north: '北区',
    south: '南区',
    equal: '人人相同',
  },
} as const;

/** Lorenz curves of two teams beside the line of equality; the Gini coefficient is twice the area between. */
export function draw(locale: Locale): Promise<string> {
  const { title, x, y, equal, ...names } = words[locale];
  const lines = (['north', 'south'] as const).flatMap((team) => {
    const { lorenz, gini } = concentration(TEAMS[team]);
    const series = `${names[team]} (Gini ${Number(gini.value).toFixed(2)})`;
    return lorenz.map(({ population, share }) => ({
      population: Number(population.value),
      share: Number(share.value),
      series,
    }));
  });
  const diagonal = [0, 1].map((at) => ({ population: at, share: at, series: equal }));
  return plot({
    title,
    width: 420,
    height: 420,
    data: { values: [...lines, ...diagonal] },
    mark: { type: 'line', strokeWidth: 2, clip: true },
    encoding: {
      x: { field: 'population', type: 'quantitative', title: x, axis: { format: '.0%' } },
      y: { field: 'share', type: 'quantitative', title: y, axis: { format: '.0%' } },
      color: { field: 'series', type: 'nominal', sort: null },
    },
  });
}
