import type { Locale } from 'salesmodel/core';
import { competingRisks, foldOpportunities, kaplanMeier, survivalRecords } from 'salesmodel/pipeline';
import { salesTeamEvents, teamPipeline } from '../../examples/demo/salesTeamEvents.js';
import { plot } from '../../examples/plot.js';

const words = {
  en: {
    title: 'What becomes of deals as they grow older',
    subtitle: 'a synthetic team, known up to the end of 2025',
    x: 'days since creation',
    y: 'share of deals',
    won: 'won',
    lost: 'lost',
    open: 'open',
    alone: 'won, if lost deals could still be won',
  },
  'zh-CN': {
    title: '商机随时间的结局',
    subtitle: '合成团队，截至 2025 年末',
    x: '创建后的天数',
    y: '商机占比',
    won: '已赢',
    lost: '已输',
    open: '未结',
    alone: '已赢（误把输单当作仍可赢）',
  },
} as const;

/** Shares won, lost and open by age, and what a survival curve of the won ones alone would say. */
export function draw(locale: Locale): Promise<string> {
  const { title, subtitle, x, y, ...series } = words[locale];
  const { deals } = foldOpportunities(teamPipeline, salesTeamEvents());
  const records = survivalRecords(deals, { asOf: '2025-12-31' });
  const alone = kaplanMeier(records.map(({ outcome, ...record }) => ({ ...record, event: outcome === 'won' ? 1 : 0 })));
  const start = [
    { days: 0, series: series.won, share: 0 },
    { days: 0, series: series.lost, share: 0 },
    { days: 0, series: series.open, share: 1 },
    { days: 0, series: series.alone, share: 0 },
  ];
  const values = [
    ...start,
    ...competingRisks(records).rows.flatMap(({ time, wonBy, lostBy, survival }) => [
      { days: time, series: series.won, share: wonBy },
      { days: time, series: series.lost, share: lostBy },
      { days: time, series: series.open, share: survival },
    ]),
    ...alone.rows.map(({ time, survival }) => ({ days: time, series: series.alone, share: 1 - survival })),
  ];
  return plot({
    title: { text: title, subtitle },
    width: 640,
    height: 280,
    data: { values },
    mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2.5 },
    encoding: {
      x: { field: 'days', type: 'quantitative', title: x },
      y: { field: 'share', type: 'quantitative', title: y, axis: { format: '.0%' } },
      color: { field: 'series', type: 'nominal', sort: null },
      strokeDash: {
        condition: { test: { field: 'series', equal: series.alone }, value: [5, 4] },
        value: [1, 0],
      },
    },
  });
}
