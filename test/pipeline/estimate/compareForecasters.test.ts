import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/core/index.js';
import { type ComparedDeal, compareForecasters, presets, survivalRecords } from '../../../src/pipeline/index.js';

const pipeline = presets['cn-4-stage'];

/** Deals every second day: those of a fair are won, after a visit to the second stage. */
function history(count: number, at: (day: string) => string = (day) => day): ComparedDeal[] {
  return Array.from({ length: count }, (_, index) => {
    const day = addDays('2026-01-01', index * 2);
    const won = index % 4 === 0;
    const [createdAt, movedAt, closedAt] = [at(day), at(addDays(day, 6)), at(addDays(day, won ? 16 : 26))] as const;
    return {
      id: `D${String(index).padStart(3, '0')}`,
      outcome: won ? 'won' : 'lost',
      createdAt,
      fields: { source: won ? 'fair' : 'web' },
      visits: [
        { state: 'prepare', enteredAt: createdAt, leftAt: won ? movedAt : closedAt },
        ...(won ? [{ state: 'carry-out', enteredAt: movedAt, leftAt: closedAt }] : []),
        { state: won ? 'follow-up' : 'lost', enteredAt: closedAt, leftAt: null },
      ],
    };
  });
}

describe('compareForecasters', () => {
  const deals = history(120);
  const options = { leadModel: { fields: ['source'] } };
  const result = compareForecasters(pipeline, deals, options);

  test('ranks the source that sees what decides first', () => {
    expect(result.ranking[0]!.source).toBe('leadModel');
    expect(new Set(result.ranking.map(({ source }) => source)).size).toBe(5);
    const brier = result.ranking.map(({ calibration }) => calibration.brier!);
    expect(brier.toSorted((a, b) => a - b)).toEqual(brier);
    expect(brier[0]).toBeLessThan(0.001);
  });

  test('judges all by the same forecasts, and says which are missing', () => {
    const entries = deals.flatMap(({ visits }) =>
      visits.filter(({ state }) => ['prepare', 'carry-out'].includes(state)),
    );
    expect(result.compared + result.tooEarly + result.incomplete).toBe(entries.length);
    expect(result.tooEarly).toBeGreaterThan(30);
    for (const { calibration } of result.ranking) expect(calibration.n).toBe(result.compared);
  });

  test('knows nothing of the day of the forecast or of what came later', () => {
    const day = deals[80]!.createdAt;
    const isLate = (at: string): boolean => at >= day;
    // Whatever ends on the day or later ends the other way round.
    const turned = deals.map((deal): ComparedDeal => {
      const last = deal.visits.at(-1)!;
      if (!isLate(last.enteredAt)) return deal;
      const outcome = deal.outcome === 'won' ? 'lost' : 'won';
      const state = outcome === 'won' ? 'follow-up' : 'lost';
      return { ...deal, outcome, visits: [...deal.visits.slice(0, -1), { ...last, state }] };
    });
    // The forecasts of the deals created that day have the same chances, whatever became of the deals.
    const chances = (some: readonly ComparedDeal[]) => {
      const known = some.filter(({ createdAt }) => createdAt <= day);
      const { ranking } = compareForecasters(pipeline, known, { ...options, at: 'creation' });
      return new Map(
        ranking.map(({ source, calibration }) => [source, calibration.bins.map(({ forecast }) => forecast)]),
      );
    };
    expect(chances(turned)).toEqual(chances(deals));
  });

  test('one forecast a deal at its creation or in its last stage', () => {
    const count = (at: 'creation' | 'lastStage') => {
      const { compared, tooEarly, incomplete } = compareForecasters(pipeline, deals, { at, sources: ['stage'] });
      return compared + tooEarly + incomplete;
    };
    expect([count('creation'), count('lastStage')]).toEqual([120, 120]);
  });

  test('the order of the deals changes nothing, and instants are taken by the day', () => {
    expect(compareForecasters(pipeline, deals.toReversed(), options)).toEqual(result);
    const instants = compareForecasters(
      pipeline,
      history(120, (day) => `${day}T09:30:00+08:00`),
      { ...options, offset: '+08:00' },
    );
    expect(instants.compared).toBe(result.compared);
    expect(
      instants.ranking.filter(({ source }) => source !== 'survival').map(({ calibration }) => calibration.brier),
    ).toEqual(result.ranking.filter(({ source }) => source !== 'survival').map(({ calibration }) => calibration.brier));
  });

  test('without enough history nothing is compared', () => {
    expect(() => compareForecasters(pipeline, [], { minClosed: NaN })).toThrow('whole number from 0 on');
    const { ranking, compared, tooEarly } = compareForecasters(pipeline, history(10), { sources: ['markov', 'stage'] });
    expect([compared, tooEarly]).toEqual([0, 13]);
    expect(ranking.map(({ source, calibration }) => [source, calibration.brier])).toEqual([
      ['markov', null],
      ['stage', null],
    ]);
  });

  test('a deal that was reopened was closed as long as that was known', () => {
    const visits = [
      { state: 'prepare', enteredAt: '2026-01-01', leftAt: '2026-01-05' },
      { state: 'lost', enteredAt: '2026-01-05', leftAt: '2026-01-20' },
      { state: 'evaluate', enteredAt: '2026-01-20', leftAt: '2026-02-01' },
      { state: 'prepare', enteredAt: '2026-02-01', leftAt: '2026-02-10' },
      { state: 'follow-up', enteredAt: '2026-02-10', leftAt: null },
    ];
    const reopened: ComparedDeal = { id: 'R', outcome: 'won', createdAt: '2026-01-01', visits };
    const watcher = (createdAt: string): ComparedDeal => ({
      id: createdAt,
      outcome: 'lost',
      createdAt,
      visits: [
        { state: 'prepare', enteredAt: createdAt, leftAt: '2026-12-01' },
        { state: 'lost', enteredAt: '2026-12-01', leftAt: null },
      ],
    });
    const chanceOn = (day: string) =>
      compareForecasters(pipeline, [reopened, watcher(day)], {
        sources: ['history'],
        minClosed: 1,
        at: 'lastStage',
      }).ranking[0]!.calibration.bins.map(({ forecast, n }) => [forecast, n]);
    // The deal itself is forecast as it is reopened: then it was known as lost.
    expect(chanceOn('2026-01-25')).toEqual([[0, 2]]);
    expect(chanceOn('2026-02-05')).toEqual([[0, 1]]);
    expect(chanceOn('2026-02-11')).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });
});

test('ages between instants are parts of days', () => {
  expect(
    survivalRecords(
      [{ id: 'D', outcome: 'won', createdAt: '2026-01-01T00:00:00Z', closedAt: '2026-01-02T12:00:00Z' }],
      {
        asOf: '2026-02-01T00:00:00Z',
      },
    ),
  ).toEqual([{ id: 'D', time: 1.5, outcome: 'won' }]);
});
