import type { Locale } from 'salesmodel/core';
import { type BarCode, snapshotAsOf, waterfall } from 'salesmodel/pipeline';
import { salesTeamEvents, teamPipeline } from '../../examples/demo/salesTeamEvents.js';
import { plot } from '../../examples/plot.js';

const words = {
  en: {
    title: 'Why the open pipeline changed',
    subtitle: 'a synthetic team, close dates of the fourth quarter of 2025, 30 September to 30 November',
    y: 'EUR',
    kinds: { total: 'pipeline', up: 'adds', down: 'takes away' },
    bars: {
      start: 'start',
      created: 'created',
      reopened: 'reopened',
      transferredIn: 'transferred in',
      pulledIn: 'pulled in',
      pushedIn: 'pushed in',
      increased: 'increased',
      decreased: 'decreased',
      won: 'won',
      lost: 'lost',
      removed: 'removed',
      transferredOut: 'transferred out',
      pushedOut: 'pushed out',
      pulledOut: 'pulled out',
      fx: 'rates',
      end: 'end',
    },
  },
  'zh-CN': {
    title: '未结管道为何变化',
    subtitle: '合成团队，预计成交日在 2025 年第四季度，9 月 30 日至 11 月 30 日',
    y: 'EUR',
    kinds: { total: '管道', up: '增加', down: '减少' },
    bars: {
      start: '期初',
      created: '新建',
      reopened: '重开',
      transferredIn: '转入',
      pulledIn: '提前进入',
      pushedIn: '推迟进入',
      increased: '增加',
      decreased: '减少',
      won: '赢单',
      lost: '输单',
      removed: '移除',
      transferredOut: '转出',
      pushedOut: '推迟离开',
      pulledOut: '提前离开',
      fx: '汇率',
      end: '期末',
    },
  },
} as const satisfies Record<Locale, { bars: Record<BarCode, string>; [word: string]: unknown }>;

/** The open pipeline of a quarter over two months. */
export function draw(locale: Locale): Promise<string> {
  const { title, subtitle, y, kinds, bars } = words[locale];
  const events = salesTeamEvents();
  const [start, end] = ['2025-09-30', '2025-11-30'].map((day) => snapshotAsOf(teamPipeline, events, day));
  const window = { kind: 'quarter', start: '2025-10-01', end: '2026-01-01' } as const;
  let level = 0;
  const values = waterfall(start!, end!, { window, currency: 'EUR' })
    .bars.filter(({ code, count }) => count > 0 || code === 'start' || code === 'end')
    .map(({ code, value }) => {
      const size = Number(value);
      const isTotal = code === 'start' || code === 'end';
      const from = isTotal ? 0 : level;
      level = isTotal ? size : level + size;
      return { bar: bars[code], from, to: level, kind: isTotal ? kinds.total : size < 0 ? kinds.down : kinds.up };
    });
  return plot({
    title: { text: title, subtitle },
    width: 640,
    height: 280,
    data: { values },
    mark: 'bar',
    encoding: {
      x: { field: 'bar', type: 'nominal', sort: null, title: null, axis: { labelAngle: 0 } },
      y: { field: 'from', type: 'quantitative', title: y, axis: { format: ',.0f' } },
      y2: { field: 'to' },
      color: {
        field: 'kind',
        type: 'nominal',
        scale: { domain: Object.values(kinds), range: ['#2458a6', '#3a9188', '#a23b55'] },
      },
    },
  });
}
