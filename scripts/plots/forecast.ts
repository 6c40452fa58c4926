import type { Locale } from 'salesmodel/core';
import { forecastMonthlySales } from 'salesmodel/mechanisms/forecast';
import { plot } from '../../examples/plot.js';

/** Sales of a garden shop in thousands, January 2023 to December 2025. */
const SALES = [
  [61, 58, 83, 112, 134, 128, 109, 98, 91, 78, 66, 94],
  [66, 64, 88, 121, 141, 139, 115, 106, 96, 85, 70, 103],
  [71, 67, 97, 127, 153, 146, 125, 111, 104, 89, 76, 108],
].flat();

const words = {
  en: {
    title: 'Sales by month, and the year ahead',
    subtitle: 'the bands are the ranges of 80 % and 95 %',
    y: 'sales, in thousands',
    sales: 'sales',
    forecast: 'forecast',
  },
  'zh-CN': {
    title: '每月销售额与未来一年的预测',
    subtitle: '色带为 80% 与 95% 区间',
    y: '销售额（千）',
    sales: '销售额',
    forecast: '预测',
  },
} as const;

/** Three years of a shop with a season, and what is forecast for the fourth. */
export function draw(locale: Locale): Promise<string> {
  const { title, subtitle, y, sales, forecast } = words[locale];
  const known = SALES.map((value, index) => ({ month: monthAt(index), value, series: sales }));
  const result = forecastMonthlySales(known, { horizon: 12 });
  if (!result.ok) throw new Error(JSON.stringify(result.reasons));
  const ahead = result.months.map(({ month, value, interval80, interval95 }) => ({
    month,
    value: Number(value),
    series: forecast,
    low80: Number(interval80.low),
    high80: Number(interval80.high),
    low95: Number(interval95.low),
    high95: Number(interval95.high),
  }));
  const x = { field: 'month', type: 'ordinal', title: null, axis: { values: januaries(), labelAngle: 0 } } as const;
  const band = (share: 80 | 95, opacity: number) => ({
    data: { values: ahead },
    mark: { type: 'area', color: '#e08a1e', opacity } as const,
    encoding: {
      x,
      y: { field: `low${share}`, type: 'quantitative', title: y } as const,
      y2: { field: `high${share}` },
    },
  });
  return plot({
    title: { text: title, subtitle },
    width: 680,
    height: 300,
    layer: [
      band(95, 0.2),
      band(80, 0.3),
      {
        data: { values: [...known, ...ahead] },
        mark: { type: 'line', strokeWidth: 2 },
        encoding: {
          x,
          y: { field: 'value', type: 'quantitative', title: y },
          color: { field: 'series', type: 'nominal', sort: null },
        },
      },
    ],
  });
}

function monthAt(index: number): string {
  return `${2023 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function januaries(): string[] {
  return [0, 12, 24, 36].map(monthAt);
}
