import type { Locale } from 'salesmodel/core';
import { spreadByMonth } from 'salesmodel/kpi';
import { seasonalIndices } from 'salesmodel/mechanisms/forecast';
import { plot } from '../../examples/plot.js';

/** The history of the guide. */
const HISTORY = [
  [61, 58, 83, 112, 134, 128, 109, 98, 91, 78, 66, 94],
  [66, 64, 88, 121, 141, 139, 115, 106, 96, 85, 70, 103],
  [71, 67, 97, 127, 153, 146, 125, 111, 104, 89, 76, 108],
].flat();

const words = {
  en: { title: 'A target of 1,300,000 by the season of three years', y: 'target of the month' },
  'zh-CN': { title: '1,300,000 的年度目标按三年季节分解', y: '月度目标' },
} as const;

/** The months of a year that add up to its target. */
export function draw(locale: Locale): Promise<string> {
  const { title, y } = words[locale];
  const season = seasonalIndices(HISTORY, { period: 12 });
  if (!season.ok) throw new Error('three years have a season');
  const year = { amount: '1300000', span: { from: '2026-01-01', to: '2027-01-01' } };
  const months = spreadByMonth(year, { kind: 'seasonal', indices: season.indices }, { unit: '100' });
  return plot({
    title: { text: title },
    width: 620,
    height: 240,
    data: { values: months.map(({ month, amount }) => ({ month, amount: Number(amount) })) },
    mark: { type: 'bar', color: '#2458a6' },
    encoding: {
      x: { field: 'month', type: 'ordinal', title: null, axis: { labelAngle: 0, labelFontSize: 10 } },
      y: { field: 'amount', type: 'quantitative', title: y, axis: { format: ',.0f' } },
    },
  });
}
