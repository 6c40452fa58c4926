import type { Locale } from 'salesmodel/core';
import { foldOpportunities, funnel } from 'salesmodel/pipeline';
import { salesTeamEvents, teamPipeline } from '../../examples/demo/salesTeamEvents.js';
import { plot } from '../../examples/plot.js';

const words = {
  en: {
    title: 'One year, three funnels',
    subtitle: 'deals of a synthetic team by what "reached" means',
    x: 'deals',
    reach: { atOrBeyond: 'at or beyond', touched: 'was there', touchedAll: 'was there and everywhere before' },
  },
  'zh-CN': {
    title: '同一年，三种漏斗',
    subtitle: '合成团队的商机，按“到达”的不同定义',
    x: '商机数',
    reach: { atOrBeyond: '到达或超过', touched: '到过该阶段', touchedAll: '到过该阶段及之前所有阶段' },
  },
} as const;
const reaches = ['atOrBeyond', 'touched', 'touchedAll'] as const;

/** How many deals of a year reached each stage, by three definitions. */
export function draw(locale: Locale): Promise<string> {
  const { title, subtitle, x, reach } = words[locale];
  const { deals } = foldOpportunities(teamPipeline, salesTeamEvents());
  const values = reaches.flatMap((way) =>
    funnel(teamPipeline, deals, { reach: way }).stages.map(({ stage, reached }) => ({
      stage: labelOf(stage, locale),
      reached,
      way: reach[way],
    })),
  );
  return plot({
    title: { text: title, subtitle },
    width: 640,
    height: { step: 12 },
    data: { values },
    mark: 'bar',
    encoding: {
      y: { field: 'stage', type: 'nominal', sort: null, title: null, axis: { labelLimit: 300 } },
      yOffset: { field: 'way', sort: null },
      x: { field: 'reached', type: 'quantitative', title: x },
      color: { field: 'way', type: 'nominal', sort: null },
    },
  });
}

function labelOf(stage: string, locale: Locale): string {
  return teamPipeline.states.find(({ id }) => id === stage)?.label?.[locale] ?? stage;
}
