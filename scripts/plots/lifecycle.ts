import { daysBetween, type Locale } from 'salesmodel/core';
import { defineLifecycle, foldHistory, slaDue } from 'salesmodel/mechanisms/lifecycle';
import { plot } from '../../examples/plot.js';

const complaint = defineLifecycle({
  id: 'complaint',
  version: 1,
  initial: ['open'],
  states: [
    { id: 'open', kind: 'open' },
    { id: 'working', kind: 'open' },
    { id: 'waiting', kind: 'open' },
    { id: 'solved', kind: 'success' },
  ],
  transitions: [
    { id: 'take', from: ['open', 'waiting', 'solved'], to: 'working' },
    { id: 'ask', from: 'working', to: 'waiting' },
    { id: 'solve', from: 'working', to: 'solved' },
  ],
});
type Step = readonly [at: string, to: (typeof complaint)['states'][number]['id']];

/** Complaints with the days on which they changed their state. */
const STEPS: Readonly<Record<string, readonly Step[]>> = {
  K1: [
    ['2026-03-02', 'open'],
    ['2026-03-03', 'working'],
    ['2026-03-06', 'solved'],
  ],
  K2: [
    ['2026-03-03', 'open'],
    ['2026-03-05', 'working'],
    ['2026-03-06', 'waiting'],
    ['2026-03-16', 'working'],
    ['2026-03-18', 'solved'],
  ],
  K3: [
    ['2026-03-04', 'open'],
    ['2026-03-10', 'working'],
    ['2026-03-17', 'solved'],
  ],
  K4: [
    ['2026-03-09', 'open'],
    ['2026-03-10', 'working'],
    ['2026-03-11', 'waiting'],
    ['2026-03-13', 'working'],
    ['2026-03-18', 'waiting'],
    ['2026-03-20', 'working'],
    ['2026-03-23', 'solved'],
  ],
};

const words = {
  en: {
    title: 'Where the time of four complaints went',
    subtitle: 'the mark is the day on which five working days are used up; waiting does not count',
    day: 'day of March 2026',
    states: { open: 'open', working: 'working', waiting: 'waiting for the customer' },
  },
  'zh-CN': {
    title: '四起投诉的时间用在哪里',
    subtitle: '标记为用满五个工作日的日期；等待客户的时间不计',
    day: '2026 年 3 月的日期',
    states: { open: '未处理', working: '处理中', waiting: '等待客户' },
  },
} as const;

/** The stays of complaints in their states, and when each was due. */
export function draw(locale: Locale): Promise<string> {
  const { title, subtitle, day, states: names } = words[locale];
  const events = Object.entries(STEPS).flatMap(([entityId, steps]) =>
    steps.map(([at, to], seq) =>
      seq === 0
        ? ({ entityId, at, seq, type: 'create' } as const)
        : ({ entityId, at, seq, type: 'transition', to } as const),
    ),
  );
  const { states, rejected } = foldHistory(complaint, events);
  if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
  const stays = states.flatMap(({ entityId, visits }) =>
    visits.flatMap(({ state, enteredAt, leftAt }) =>
      state === 'solved' || leftAt === null
        ? []
        : [{ complaint: entityId, state: names[state], from: dayOf(enteredAt), to: dayOf(leftAt) }],
    ),
  );
  const clock = { unit: 'workingDay', pauseStates: ['waiting'] } as const;
  const due = states.map(({ entityId, createdAt, visits }) => ({
    complaint: entityId,
    due: dayOf(slaDue(createdAt, 5, clock, visits)),
  }));
  const y = { field: 'complaint', type: 'nominal', title: null } as const;
  const x = (field: string) =>
    ({
      field,
      type: 'quantitative',
      title: day,
      scale: { domainMin: 2, domainMax: 24 },
      axis: { tickCount: 11 },
    }) as const;
  return plot({
    title: { text: title, subtitle },
    width: 680,
    height: 190,
    layer: [
      {
        data: { values: stays },
        mark: { type: 'bar', height: 24 },
        encoding: {
          y,
          x: x('from'),
          x2: { field: 'to' },
          color: { field: 'state', type: 'nominal', sort: Object.values(names), title: null },
        },
      },
      {
        data: { values: due },
        mark: { type: 'tick', color: '#a23b55', thickness: 4, size: 36 },
        encoding: { y, x: x('due') },
      },
    ],
  });
}

/** The day of the month. */
function dayOf(date: string): number {
  return daysBetween('2026-03-01', date) + 1;
}
