import { evaluateCurve, type Curve, type Locale } from 'salesmodel/core';
import { plot } from '../../examples/plot.js';

/** The curve of the guide. */
const curve: Curve = {
  points: [
    { x: '60', y: '0' },
    { x: '80', y: '0.8' },
    { x: '100', y: '1' },
    { x: '120', y: '1.5' },
  ],
};

const words = {
  en: { title: 'What a score pays', x: 'score', y: 'share of the base' },
  'zh-CN': { title: '得分对应的薪酬', x: '得分', y: '占基数的比例' },
} as const;

/** The pay factor by score. */
export function draw(locale: Locale): Promise<string> {
  const { title, x, y } = words[locale];
  const values = Array.from({ length: 101 }, (_, at) => ({
    score: 40 + at,
    factor: Number(evaluateCurve(curve, 40 + at)),
  }));
  return plot({
    title: { text: title },
    width: 560,
    height: 240,
    data: { values },
    mark: { type: 'line', strokeWidth: 2.5, color: '#2458a6' },
    encoding: {
      x: { field: 'score', type: 'quantitative', title: x, scale: { domain: [40, 140] } },
      y: { field: 'factor', type: 'quantitative', title: y, axis: { format: '.0%' } },
    },
  });
}
