import { expect, test } from 'vitest';
import {
  Channel,
  channelChoiceScorecard,
  channelDepth,
  ChannelMix,
  type ChannelOption,
  ChannelPlan,
  channelSensitivity,
  channelTraits,
  chooseChannel,
  serviceCoverage,
  ServicePoint,
} from '../../src/channel/index.js';
import { lintScorecard, Scorecard } from '../../src/mechanisms/scoring/index.js';

const option = (id: string, marketFit: number, more: object = {}): ChannelOption => ({
  id,
  facts: { marketFit, coverage: 50, control: 50, costBenefit: 50, ...more },
});
const licence = { id: 'licence', rule: { field: 'licensed', op: 'eq', value: false } } as const;
const far = { id: 'far', rule: { field: 'km', op: 'gt', value: '100' } } as const;

test('an option that is out has every reason and keeps its score', () => {
  const { ranked, out } = chooseChannel(
    [
      option('a', 90, { licensed: false, km: 200 }),
      option('b', 60, { licensed: true, km: 100 }),
      option('c', 60, { licensed: true }),
    ],
    { knockOuts: [licence, far] },
  );
  expect(out.map(({ id, score, reasons }) => [id, score, reasons.map(({ params }) => params['knockOut'])])).toEqual([
    ['a', '66.00', ['far', 'licence']],
  ]);
  expect(ranked.map(({ id, rank, unknown }) => [id, rank, unknown])).toEqual([
    ['b', 1, []],
    ['c', 1, ['far']],
  ]);
  expect(ranked[0]?.explanation).toMatchObject({ code: 'choice.score', value: '54.00' });
});

test('a knock-out that nobody can decide may rule out, and so does a missing score', () => {
  const { out } = chooseChannel([option('a', 90), { id: 'b', facts: {} }], {
    knockOuts: [far],
    unknownKnockOut: 'out',
  });
  expect(out.map(({ id, reasons }) => [id, ...reasons.map(({ code }) => code)])).toEqual([
    ['a', 'knockOutUnknown'],
    ['b', 'knockOutUnknown', 'notScored'],
  ]);
  expect(() => chooseChannel([option('a', 1), option('a', 2)])).toThrow('options[1].id');
  expect(() => chooseChannel([], { knockOuts: [far, far] })).toThrow('knockOuts[1].id');
  expect(() => chooseChannel([], { unknownKnockOut: 'drop' as 'out' })).toThrow('drop');
});

test('no weight turns a decision for what is worse in everything', () => {
  const { turns, robust } = channelSensitivity([option('a', 90), option('b', 60)]);
  // At weight 0 of the only difference both are level.
  expect(turns.flatMap(({ criterion, weight }) => (weight === null ? [] : [[criterion, weight.value]]))).toEqual([
    ['control', '1'],
    ['costBenefit', '1'],
    ['coverage', '1'],
    ['marketFit', '0'],
  ]);
  expect(robust).toMatchObject({ criterion: 'marketFit', change: { value: '0.4' } });
  expect(channelSensitivity([])).toEqual({ winner: null, turns: [], robust: null, incomplete: [] });
  expect(channelSensitivity([option('a', 90)])).toMatchObject({ winner: 'a', turns: [], robust: null });
  const part = { id: 'b', facts: { marketFit: 10 } };
  expect(channelSensitivity([option('a', 90), part])).toMatchObject({ turns: [], incomplete: ['b'] });
});

test('depth names who is reached by no way from the maker', () => {
  const depth = channelDepth([
    { id: 'a', parent: 'b', quantity: 5 },
    { id: 'b', parent: 'a' },
    { id: 'c', parent: 'x', quantity: 5 },
    { id: 'd', quantity: 2 },
    { id: 'e', parent: null, quantity: 2 },
  ]);
  expect(depth).toMatchObject({ levels: 1, longest: ['d'], meanPath: { value: '1' } });
  expect(depth.findings.map(({ code, params }) => `${code} ${String(params['partner'])}`)).toEqual([
    'partnerCycle a',
    'partnerCycle b',
    'unknownParent c',
  ]);
  expect(channelDepth([]).meanPath.value).toBeNull();
  expect(() => channelDepth([{ id: 'a', quantity: -1 }])).toThrow('partners[0].quantity');
  expect(() => channelDepth([{ id: 'a' }, { id: 'a' }])).toThrow('partners[1].id');
});

test('coverage of service by great circles or by known roads', () => {
  const points = [
    { id: 'p', lat: '0', lon: '0', kind: 'charger' },
    { id: 'o', lat: '0', lon: '0', kind: 'charger' },
  ];
  const demand = [
    { id: 'x', lat: '0', lon: '1' },
    { id: 'y', lat: '90', lon: '0', weight: '3' },
  ];
  const found = serviceCoverage(points, demand, 112);
  // A degree is a 360th of the circumference.
  expect(found.nearest[0]?.km).toBeCloseTo((2 * Math.PI * 6371.0088) / 360, 6);
  expect(found.nearest[1]?.km).toBeCloseTo((Math.PI * 6371.0088) / 2, 6);
  expect([found.share.value, found.nearest[0]?.point, found.uncovered]).toEqual(['0.25', 'o', ['y']]);
  const distances = [{ demand: 'y', point: 'p', km: 112 }];
  const roads = serviceCoverage(points, demand, 112, { distances });
  expect([roads.share.value, roads.nearest[0]?.point, roads.nearest[1]?.isCovered]).toEqual(['0.75', null, true]);
  expect(serviceCoverage([], demand, 1).uncovered).toEqual(['x', 'y']);
  expect(() => serviceCoverage(points, demand, NaN)).toThrow('radius');
  expect(() => serviceCoverage(points, demand, 1, { distances: [...distances, ...distances] })).toThrow('distances[1]');
  expect(() => serviceCoverage(points, demand, 1, { distances: [{ ...distances[0]!, km: -1 }] })).toThrow('km');
  expect(() => serviceCoverage(points, [{ id: 'x', lat: '91', lon: '1' }], 1)).toThrow('demand[0].lat');
  expect(() => serviceCoverage(points, [{ ...demand[0]!, weight: -1 }], 1)).toThrow('weight');
  expect(() => serviceCoverage([points[0]!, points[0]!], demand, 1)).toThrow('points[1].id');
});

test('what is stored parses', () => {
  const channel = {
    id: 'web',
    axis: { route: 'direct', medium: 'online' },
    form: 'ownShop',
    levels: 0,
    traits: channelTraits.ownShop.map(({ code }) => code),
  };
  expect(Channel.safeParse(channel).success).toBe(true);
  expect(Channel.safeParse({ ...channel, levels: 1 }).success).toBe(false);
  expect(Channel.safeParse({ ...channel, axis: { route: 'indirect', medium: 'online' } }).success).toBe(false);
  const row = { channel: 'web', value: '5' };
  expect(ChannelMix.safeParse({ period: '2026', rows: [row] }).success).toBe(true);
  expect(ChannelMix.safeParse({ period: '2026', rows: [row, row] }).success).toBe(false);
  const planned = { channel: 'web', territories: ['T1'], partners: [], from: '2026-01-01', to: null };
  expect(ChannelPlan.safeParse({ channels: [planned] }).success).toBe(true);
  expect(ChannelPlan.safeParse({ channels: [{ ...planned, to: '2026-01-01' }] }).success).toBe(false);
  const point = { id: 'p', lat: '-90', lon: '180', kind: 'charger', reservable: true };
  expect(ServicePoint.safeParse(point).success).toBe(true);
  expect(ServicePoint.safeParse({ ...point, lat: '90.1' }).success).toBe(false);
  expect(ServicePoint.safeParse({ ...point, lon: '-180.1' }).success).toBe(false);
});

test('each form of channel has pros and cons in both languages', () => {
  for (const traits of Object.values(channelTraits)) {
    expect(new Set(traits.map(({ side }) => side)).size).toBe(2);
    for (const { label } of traits) expect(label['zh-CN']).toMatch(/\p{Script=Han}/u);
  }
});

test('the preset weighs four criteria with 100 in all', () => {
  expect(lintScorecard(channelChoiceScorecard)).toEqual([]);
  expect(Scorecard.safeParse(channelChoiceScorecard).success).toBe(true);
  expect(channelChoiceScorecard.items.map(({ id, weight }) => `${id} ${weight}`)).toEqual([
    'marketFit 40',
    'coverage 25',
    'control 15',
    'costBenefit 20',
  ]);
});
