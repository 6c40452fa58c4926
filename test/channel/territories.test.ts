import { expect, test } from 'vitest';
import {
  conflictSignals,
  lintTerritories,
  omnichannelMix,
  proposeMoves,
  riskWarnings,
  RiskIndicator,
  Territory,
  territoryBalance,
  territoryCoverage,
  territoryOverlap,
  Touchpoint,
} from '../../src/channel/index.js';

const north = { id: 'T1', regions: ['a', 'b'] };
const south = { id: 'T2', regions: ['b', 'c'] };

test('coverage weighs regions, and refuses what is none', () => {
  const { share, uncovered } = territoryCoverage([north, south], ['a', 'b', 'c', 'd'], { a: '1', b: '2', d: '3' });
  expect([share.value, uncovered]).toEqual(['0.5', ['d']]);
  expect(territoryCoverage([], [])).toEqual({
    share: { numerator: '0', denominator: '0', value: null, reason: 'zeroDenominator' },
    uncovered: [],
  });
  expect(() => territoryCoverage([north], ['a'])).toThrow('territories[0].regions[1]');
  expect(() => territoryCoverage([north, north], ['a', 'b'])).toThrow('T1');
  expect(() => territoryCoverage([north], ['a', 'b'], { a: '-1' })).toThrow('-1');
});

test('overlap of two empty territories is not known', () => {
  expect(territoryOverlap({ id: 'A', regions: [] }, { id: 'B', regions: [] })).toEqual({ jaccard: null, shared: [] });
  expect(territoryOverlap(north, { id: 'B', regions: [] }).jaccard?.value).toBe('0');
  expect(territoryOverlap(north, south)).toMatchObject({ jaccard: { value: '0.333333333333' }, shared: ['b'] });
});

test('loads are 0 or more, one a territory', () => {
  expect(() => territoryBalance([{ territory: 'T', load: '-1' }])).toThrow('loads[0].load');
  const twice = { territory: 'T', load: '1' };
  expect(() => territoryBalance([twice, twice])).toThrow('loads[1].territory');
  expect(territoryBalance([{ territory: 'T', load: '0' }]).maxToMean.value).toBeNull();
});

test('the linter finds every fault', () => {
  const findings = lintTerritories(
    [north, south, { id: 'T2', regions: [] }, { id: 'T3', regions: ['x'] }],
    ['a', 'b', 'c', 'd'],
  );
  expect(findings.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
    'unknownRegion territories.3.regions.0',
    'regionOverlap territories',
    'regionHole regions',
    'emptyTerritory territories.2.regions',
    'duplicateTerritory territories.2.id',
  ]);
  expect(lintTerritories([north], ['a', 'b'])).toEqual([]);
});

test('moves lower the greatest load until none does, or as many as wanted', () => {
  const territories = [
    { id: 'T1', regions: ['a', 'b', 'c', 'd'] },
    { id: 'T2', regions: ['e'] },
  ];
  const loads = { a: '10', b: '10', c: '10', d: '10', e: '5' };
  const adjacency = [
    ['d', 'e'],
    ['c', 'd'],
  ] as const;
  const moves = proposeMoves(territories, loads, adjacency);
  expect(moves.map(({ region, to, maxBefore, maxAfter }) => [region, to, maxBefore, maxAfter])).toEqual([
    ['d', 'T2', '40', '30'],
    ['c', 'T2', '30', '25'],
  ]);
  expect(proposeMoves(territories, loads, adjacency, { maxMoves: 1 })).toEqual(moves.slice(0, 1));
  expect(proposeMoves(territories, loads, [])).toEqual([]);
  expect(() => proposeMoves([north, south], {}, [])).toThrow('b');
  expect(() => proposeMoves([north], { a: '-1' }, [])).toThrow('loads.a');
  expect(() => proposeMoves([north], {}, [], { maxMoves: -1 })).toThrow('maxMoves');
});

test('warnings: bounds, trends, missing figures, plans', () => {
  const high = { code: 'x', direction: 'high', amber: '2', red: '4' } as const;
  const light = (values: readonly (string | null)[], more: object = {}) =>
    riskWarnings([{ ...high, ...more }], { x: values }, { plans: { x: 'call' } })[0];
  expect(light(['1.99'])).toMatchObject({ light: 'green', value: '1.99' });
  expect(light(['1.99'])).not.toHaveProperty('plan');
  expect(light(['2'])).toMatchObject({ light: 'amber', plan: 'call' });
  expect(light(['4'])?.light).toBe('red');
  expect(light(['1', null])).toMatchObject({ light: 'unknown', value: null });
  expect(light([])?.light).toBe('unknown');
  const trend = { trend: { periods: 2, worseBy: '0.5' } };
  expect(light(['0', '0.5', '1'], trend)).toMatchObject({ light: 'amber', isLifted: true });
  expect(light(['0', '0.4', '1'], trend)?.light).toBe('green');
  expect(light(['0.5', '1'], trend)?.light).toBe('green');
  expect(light(['0', null, '1'], trend)?.light).toBe('green');
  expect(light(['1', '1', '1'], { trend: { periods: 2 } })?.light).toBe('green');
  expect(light(['3', '4', '5'], trend)).toMatchObject({ light: 'red', isLifted: false });
  expect(light(['6'], { direction: 'low', amber: '4', red: '2' })?.light).toBe('green');
  expect(light(['2'], { direction: 'low', amber: '4', red: '2' })?.light).toBe('red');
  expect(() => light(['2'], { direction: 'low' })).toThrow('indicators[0].red');
  expect(() => light(['2'], { trend: { periods: 0 } })).toThrow('trend');
  expect(() => light(['2'], { direction: 'up' })).toThrow('up');
  expect(() => riskWarnings([high, high], {})).toThrow('x');
  expect(RiskIndicator.safeParse({ ...high, ...trend }).success).toBe(true);
  expect(RiskIndicator.safeParse({ ...high, direction: 'up' }).success).toBe(false);
  expect(RiskIndicator.safeParse({ ...high, direction: 'low' }).success).toBe(false);
  expect(RiskIndicator.safeParse({ ...high, amber: 'little' }).success).toBe(false);
});

test('signals of conflicts, of what is known', () => {
  const { periods, warnings } = conflictSignals(
    [
      {
        turnover: [
          { channel: 'web', value: '60' },
          { channel: 'shop', value: '40' },
        ],
        complaints: { count: 3, orders: 100 },
        partners: { lost: 1, atStart: 0 },
        prices: [{ channel: 'web', price: '9' }],
      },
    ],
    [
      { code: 'complaintShare', direction: 'high', amber: '0.03', red: '0.1' },
      { code: 'partnerChurn', direction: 'high', amber: '0.1', red: '0.2' },
    ],
  );
  expect(periods[0]).toMatchObject({
    priceDispersion: null,
    turnoverDifference: { value: '0.2' },
    marginTrend: null,
    complaintShare: { value: '0.03' },
    partnerChurn: { value: null },
  });
  expect(warnings.map(({ light }) => light)).toEqual(['amber', 'unknown']);
  const free = [
    { channel: 'web', price: '0' },
    { channel: 'shop', price: '0' },
  ];
  expect(conflictSignals([{ prices: free }], []).periods[0]?.priceDispersion).toBeNull();
  expect(() => conflictSignals([{ complaints: { count: -1, orders: 1 } }], [])).toThrow('complaints');
});

test('touches count by time, then by their number', () => {
  const touch = (channel: string, medium: 'online' | 'offline', at: string, seq?: number) => ({
    journey: 'J',
    channel,
    medium,
    at,
    ...(seq === undefined ? {} : { seq }),
  });
  const touches = [
    touch('store', 'offline', '2026-03-01', 1),
    touch('web', 'online', '2026-03-01T10:00:00Z'),
    touch('app', 'online', '2026-03-01'),
  ];
  const mix = omnichannelMix(touches);
  expect(mix.handOvers.map(({ from, to }) => `${from} ${to}`)).toEqual(['app store', 'store web']);
  expect(mix.changes).toMatchObject([{ changes: 2, share: { value: '1' } }]);
  expect(omnichannelMix(touches.toReversed())).toEqual(mix);
  expect(omnichannelMix([])).toEqual({ journeys: 0, media: [], changes: [], handOvers: [] });
  expect(() => omnichannelMix([touch('tv', 'air' as 'online', '2026-03-01')])).toThrow('air');
  expect(() => omnichannelMix([touch('tv', 'online', 'now')])).toThrow('touches[0].at');
  expect(Touchpoint.safeParse(touches[0]).success).toBe(true);
  expect(Touchpoint.safeParse({ ...touches[0], at: 'now' }).success).toBe(false);
  expect(Territory.safeParse(north).success).toBe(true);
  expect(Territory.safeParse({ id: 'T', regions: ['a', 'a'] }).success).toBe(false);
});
