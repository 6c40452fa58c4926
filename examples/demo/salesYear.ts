import {
  coachingList,
  compilePipeline,
  coverage,
  cycleTime,
  distributionQuantile,
  funnel,
  goalProbability,
  rollUpForecast,
  simulatePipeline,
  velocity,
  velocityFigures,
  waterfall,
  winRate,
} from 'salesmodel/pipeline';
import { percent } from './percent.js';
import { salesTeamEvents, teamPipeline } from './salesTeamEvents.js';
import { textTable } from './textTable.js';

const CURRENCY = 'EUR';
const YEAR = { kind: 'year', start: '2025-01-01', end: '2026-01-01' } as const;
const NEXT = { kind: 'quarter', start: '2026-01-01', end: '2026-04-01' } as const;
const TARGET = '500000';

/** A year of a sales team, from events to funnel, waterfall and forecast. The team is synthetic. */
export function salesYear() {
  const { fold, snapshotAsOf } = compilePipeline(teamPipeline);
  const events = salesTeamEvents();
  const history = fold(events);
  const { deals } = history;
  const stages = funnel(teamPipeline, deals, { reach: 'touched', conversion: 'next', open: 'excludeInStage' });
  const rate = winRate(deals, { window: 'closeDate', period: YEAR });
  const [start, end] = [snapshotAsOf(events, '2025-09-30'), snapshotAsOf(events, '2025-12-31')];
  const bars = waterfall(start, end, { window: null, currency: CURRENCY, by: 'ownerId' });
  const forecast = rollUpForecast(deals, { period: NEXT, currency: CURRENCY, by: ['ownerId'], rollUp: 'cumulative' });
  const open = deals.filter(
    ({ outcome, closeDate }) => outcome === null && closeDate !== null && closeDate >= NEXT.start,
  );
  const inPeriod = open.filter(({ closeDate }) => closeDate! < NEXT.end);
  const simulation = simulatePipeline(
    inPeriod.map(({ id, amount, probability }) => ({ id, amount: amount!, probability })),
    { seed: 2026 },
  );
  const speed = velocity(velocityFigures(deals, { opportunities: 'created', period: YEAR }));
  const cover = coverage({
    openPipeline: forecast.openPipeline,
    target: TARGET,
    closedWon: forecast.closed,
    winRateByValue: '0.3',
  });
  const coaching = coachingList(teamPipeline, deals, { minSample: 20 });

  const text = [
    `${events.length} events of ${deals.length} deals (synthetic), ${history.rejected.length} rejected`,
    '',
    'Funnel: deals that were in each stage, and the share of those decided there that came to the next one',
    textTable(
      ['stage', 'deals', 'goes on'],
      stages.stages.map(({ stage, reached }, at) => [
        stage,
        String(reached),
        percent(stages.conversions[at]?.ratio.value),
      ]),
    ),
    '',
    `Win rate ${percent(rate.rate.value)} of ${rate.deals} closed deals, 95 % interval ${bound(rate.interval?.lower)} to ${bound(rate.interval?.upper)}`,
    `Cycle ${Number(cycleTime(deals).mean.value).toFixed(1)} days, velocity ${speed.ok ? speed.perDay.amount : 'none'} EUR a day`,
    ...coaching.flatMap(({ key, weak }) =>
      weak.map(
        ({ from, own, others }) =>
          `${key} may want help in ${from}: ${percent(own.value)} go on, ${percent(others.value)} of the others'`,
      ),
    ),
    '',
    `Waterfall of the open pipeline, ${start.asOf} to ${end.asOf}`,
    textTable(
      ['bar', 'deals', CURRENCY],
      bars.bars.filter(({ count }) => count > 0).map(({ code, count, value }) => [code, String(count), value]),
    ),
    '',
    `Forecast of the first quarter of 2026`,
    textTable(
      ['owner', 'commit', 'best case', 'weighted'],
      [
        ...forecast.groups.map(({ keys, ...figures }) => ({ name: keys['ownerId'] ?? '', ...figures })),
        { name: 'all', ...forecast },
      ].map(({ name, categories, weighted }) => [name, categories.commit.amount, categories.bestCase.amount, weighted]),
    ),
    cover.status === 'open'
      ? `Coverage of ${TARGET}: ${cover.ratio.value}, needed ${cover.needed?.value ?? ''}`
      : 'Target met',
    `Of 10,000 runs half brought at most ${distributionQuantile(simulation, '0.5')}, and ${percent(goalProbability(simulation, '400000').value)} brought 400000 or more`,
  ].join('\n');
  return { events, history, start, end, bars, forecast, stages, simulation, text };
}

function bound(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : `${(value * 100).toFixed(1)} %`;
}
