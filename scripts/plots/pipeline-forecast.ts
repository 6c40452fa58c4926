import type { Locale } from 'salesmodel/core';
import { foldOpportunities, simulatePipeline } from 'salesmodel/pipeline';
import { salesTeamEvents, teamPipeline } from '../../examples/demo/salesTeamEvents.js';
import { plot } from '../../examples/plot.js';

const words = {
  en: {
    title: 'What the open pipeline may bring',
    subtitle: 'a synthetic team at the end of 2025, 10,000 runs',
    x: 'won, in EUR',
    y: 'share of runs',
    alone: 'each deal for itself',
    shared: 'with a common fate: all chances × 0.5 or × 1.5',
  },
  'zh-CN': {
    title: '未结管道可能带来多少',
    subtitle: '合成团队，2025 年末，10,000 次模拟',
    x: '赢得金额（EUR）',
    y: '次数占比',
    alone: '各商机相互独立',
    shared: '共同命运：全部概率 × 0.5 或 × 1.5',
  },
} as const;

const STEP = 50_000;

/** The results of many runs, with independent deals and with a common fate. */
export function draw(locale: Locale): Promise<string> {
  const { title, subtitle, x, y, alone, shared } = words[locale];
  const open = foldOpportunities(teamPipeline, salesTeamEvents()).deals.flatMap(
    ({ id, outcome, amount, probability }) =>
      outcome === null && amount !== null ? [{ id, amount, probability }] : [],
  );
  const fates = [
    { weight: '0.5', factor: '0.5' },
    { weight: '0.5', factor: '1.5' },
  ];
  const values = [
    { series: alone, scenarios: [{ weight: '1', factor: '1' }] },
    { series: shared, scenarios: fates },
  ].flatMap(({ series, scenarios }) => {
    const { counts, runs } = simulatePipeline(open, { seed: 2026, scenarios });
    const classes = new Map<number, number>();
    for (const { value, count } of counts) {
      const low = Math.floor(Number(value) / STEP) * STEP;
      classes.set(low, (classes.get(low) ?? 0) + count);
    }
    return [...classes].map(([low, count]) => ({ series, won: low + STEP / 2, share: count / runs }));
  });
  return plot({
    title: { text: title, subtitle },
    width: 640,
    height: 260,
    data: { values },
    mark: { type: 'line', interpolate: 'monotone', strokeWidth: 2.5 },
    encoding: {
      x: { field: 'won', type: 'quantitative', title: x, axis: { format: ',.0f' } },
      y: { field: 'share', type: 'quantitative', title: y, axis: { format: '.0%' } },
      color: { field: 'series', type: 'nominal', sort: null },
    },
  });
}
