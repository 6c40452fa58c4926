import { describe, expect, test } from 'vitest';
import {
  ChannelConflict,
  compileConflictRules,
  ConflictCase,
  conflictCauses,
  type ConflictData,
  conflictEscalation,
  conflictLifecycle,
  type ConflictRules,
  detectConflicts,
  lintConflictRules,
  nextResolution,
  type SeenPrice,
} from '../../src/channel/index.js';
import { compileLifecycle, lintEscalation, lintLifecycle } from '../../src/mechanisms/lifecycle/index.js';
import { lintTable } from '../../src/mechanisms/rules/index.js';

const rulesOf = (...rules: ConflictRules['rules']): ConflictRules => ({ id: 'r', version: 1, rules });
const find = (rules: ConflictRules, data: ConflictData) => detectConflicts(rules, data);
const price = (id: string, channel: string, kind: SeenPrice['kind'], value: string, on: string): SeenPrice => ({
  id,
  seller: channel === 'web' ? 'shop' : 'P1',
  channel,
  product: 'A',
  kind,
  price: value,
  on,
});

describe('rights in territories', () => {
  const regions = [{ code: 'Lyon', parent: 'south' }];
  const south = {
    id: 'G',
    partner: 'P2',
    territory: 'south',
    products: ['pump'],
    from: '2026-01-01',
    to: '2026-07-01',
  };
  const into = (product: string, on: string | null = '2026-03-01') => ({
    grants: [south],
    shipments: [{ id: 'S', partner: 'P1', product, territory: 'Lyon', on }],
  });
  const rules = { ...rulesOf({ code: 'crossTerritory' }), regions };

  test('count for what lies below, for their products, up to the day before they end', () => {
    expect(find(rules, into('pump')).conflicts).toHaveLength(1);
    expect(find(rules, into('valve')).conflicts).toHaveLength(0);
    expect(find(rules, into('pump', '2026-06-30')).conflicts).toHaveLength(1);
    expect(find(rules, into('pump', '2026-07-01')).conflicts).toHaveLength(0);
  });

  test('without a day it is not known, unless nobody else has a right at any time', () => {
    expect(find(rules, into('pump', null))).toMatchObject({ conflicts: [], undetermined: [{ missing: 'on' }] });
    expect(find(rules, into('valve', null)).undetermined).toEqual([]);
  });

  test('a shipment without a partner is no conflict, and is reported where it could be one', () => {
    const unknown = (product: string, on: string | null, sender?: { partner: null }) => {
      const { shipments, ...data } = into(product, on);
      const [{ id, territory }] = shipments as [(typeof shipments)[number]];
      return find(rules, { ...data, shipments: [{ id, product, territory, on, ...sender }] });
    };
    const open = { conflicts: [], undetermined: [{ evidence: 'S', missing: 'partner' }], rejected: [] };
    expect(unknown('pump', '2026-03-01')).toMatchObject(open);
    expect(unknown('pump', '2026-03-01', { partner: null })).toMatchObject(open);
    expect(unknown('pump', null)).toMatchObject(open);
    expect(unknown('valve', '2026-03-01').undetermined).toEqual([]);
    expect(unknown('pump', '2026-07-01').undetermined).toEqual([]);
  });

  test('two shipments without a partner never meet at a customer', () => {
    const shipments = ['S1', 'S2'].map((id) => ({ id, product: 'pump', customer: 'C', on: '2026-03-01' }));
    const found = find(rulesOf({ code: 'sameCustomer' }), { partners: [{ id: 'P1', level: 1 }], shipments });
    expect(found.conflicts).toEqual([]);
    expect(found.undetermined.map(({ evidence, missing }) => `${evidence} ${missing}`)).toEqual([
      'S1 partner',
      'S2 partner',
    ]);
  });

  test('of nobody are reported when asked for', () => {
    const report = find({ ...rulesOf({ code: 'crossTerritory', unassigned: 'report' }), regions }, into('valve'));
    expect(report.conflicts).toMatchObject([{ parties: ['P1'], territory: 'Lyon' }]);
  });

  test('that are exclusive may not meet others in place, product and time', () => {
    const clash = (other: object) =>
      find(
        { ...rulesOf({ code: 'exclusiveOverlap' }), regions },
        {
          grants: [
            { ...south, exclusive: true },
            { id: 'H', partner: 'P1', territory: 'Lyon', from: '2026-06-30', ...other },
          ],
        },
      ).conflicts.map(({ on, evidence }) => [on, evidence.join()]);
    expect(clash({})).toEqual([['2026-06-30', 'G,H']]);
    expect(clash({ territory: 'south' })).toEqual([['2026-06-30', 'G,H']]);
    expect(clash({ from: '2026-07-01' })).toEqual([]);
    expect(clash({ products: ['valve'] })).toEqual([]);
    expect(clash({ products: [] })).toEqual([]);
    expect(clash({ partner: 'P2' })).toEqual([]);
    expect(clash({ territory: 'Paris' })).toEqual([]);
  });
});

test('the maker must not sell to a customer of a partner while it is one', () => {
  const data: ConflictData = {
    maker: 'Acme',
    customers: [{ id: 'H', customer: 'C', partner: 'P1', from: '2026-01-01', to: '2026-02-01' }],
    registrations: [{ id: 'R', customer: 'C', partner: 'P2', products: ['pump'], from: '2026-01-15' }],
    makerSales: [
      { id: 'M1', product: 'pump', customer: 'C', value: '10', on: '2026-01-20' },
      { id: 'M2', product: 'valve', customer: 'C', value: '20', on: '2026-02-01' },
      { id: 'M3', product: 'pump' },
      { id: 'M4', product: 'pump', customer: 'C' },
      { id: 'M5', product: 'pump', customer: 'other' },
    ],
  };
  const { conflicts, undetermined } = find(rulesOf({ code: 'makerBypass' }), data);
  expect(conflicts.map(({ parties, evidence, causes }) => [parties, evidence, causes])).toEqual([
    [
      ['Acme', 'P1'],
      ['M1', 'H'],
      ['goals', 'role'],
    ],
    [
      ['Acme', 'P2'],
      ['M1', 'R'],
      ['goals', 'role'],
    ],
  ]);
  expect(undetermined.map(({ evidence, missing }) => [evidence, missing])).toEqual([
    ['M3', 'customer'],
    ['M4', 'on'],
  ]);
});

test('a promotion price belongs to the days of the promotion', () => {
  const promotions = [{ code: 'spring', product: 'A', from: '2026-03-01', to: '2026-04-01' }];
  const prices = [
    { ...price('in', 'dealer', 'transaction', '80', '2026-03-31'), promotion: 'spring' },
    { ...price('late', 'dealer', 'transaction', '80', '2026-04-01'), promotion: 'spring' },
    { ...price('other', 'dealer', 'transaction', '80', '2026-03-31'), promotion: 'summer' },
    { ...price('undated', 'dealer', 'transaction', '80', '2026-03-31'), promotion: 'spring', on: null },
    price('plain', 'dealer', 'transaction', '80', '2026-03-31'),
  ];
  const { conflicts, undetermined } = find(rulesOf({ code: 'promotionBreach' }), { promotions, prices });
  expect(conflicts.map(({ evidence }) => evidence)).toEqual([['late']]);
  expect(undetermined.map(({ evidence, missing }) => `${evidence} ${missing}`)).toEqual([
    'other promotion',
    'undated on',
  ]);
});

test('prices of channels stay in a corridor, and goods do not move the wrong way', () => {
  const prices = [
    price('b', 'dealer', 'buy', '70', '2026-01-01'),
    price('d', 'dealer', 'transaction', '100', '2026-01-01'),
    price('w', 'web', 'transaction', '95', '2026-01-02'),
    price('x', 'web', 'transaction', '75', '2026-01-03'),
  ];
  const guards = [
    { code: 'near', kind: 'corridor', keys: { channel: 'web' }, reference: { channel: 'dealer', low: '0.9' } },
  ] as const;
  const report = find(rulesOf({ code: 'corridor', guards }, { code: 'arbitrage', moveCost: '10' }), { prices });
  expect(report.conflicts.map(({ code, parties, evidence }) => [code, parties.join(), evidence.join()])).toEqual([
    ['arbitrage', 'dealer,web', 'b,w'],
    ['corridor', 'shop,P1', 'x,d'],
  ]);
  const alone = find(rulesOf({ code: 'corridor', guards }), { prices: prices.slice(2) });
  expect(alone.undetermined.map(({ evidence, missing }) => [evidence, missing])).toEqual([
    ['w', 'reference'],
    ['x', 'reference'],
  ]);
});

describe('severity', () => {
  const bands = { bands: [{ id: 'major', min: '0.1' }, { id: 'minor' }] };
  const data: ConflictData = {
    grants: [{ id: 'G', partner: 'P2', territory: 'S', from: '2026-01-01' }],
    shipments: [{ id: 'S', partner: 'P1', product: 'A', territory: 'S', value: '50', on: '2026-01-01' }],
  };
  const graded = (turnover: ConflictData['turnover'], by: 'value' | 'turnoverShare') =>
    find(
      { ...rulesOf({ code: 'crossTerritory' }), severity: { by, bands } },
      turnover === undefined ? data : { ...data, turnover },
    ).conflicts[0]?.severity;
  test('is that of the value, or of its part in the least turnover of a party', () => {
    expect(graded(undefined, 'value')).toBe('major');
    expect(graded({ P1: '10000', P2: '500' }, 'turnoverShare')).toBe('major');
    expect(graded({ P1: '10000', P2: '500.01' }, 'turnoverShare')).toBe('minor');
    expect(graded(undefined, 'turnoverShare')).toBeNull();
  });
  test('of a rule goes before that of all', () => {
    const own = { by: 'value', bands: { bands: [{ id: 'critical', min: '50' }] } } as const;
    const rules = { ...rulesOf({ code: 'crossTerritory', severity: own }), severity: { by: 'value', bands } } as const;
    const [conflict] = find(rules, data).conflicts;
    expect(conflict?.severity).toBe('critical');
    expect(conflict?.explanation).toMatchObject({
      code: 'conflict.case',
      value: '50',
      params: { severity: 'critical' },
    });
  });
});

test('each by itself when asked for', () => {
  const shipments = ['2026-01-01', '2026-01-02'].map((on, at) => ({
    id: `S${at}`,
    partner: 'P1',
    product: 'A',
    territory: 'S',
    on,
  }));
  const grants = [{ id: 'G', partner: 'P2', territory: 'S', from: '2026-01-01' }];
  const rules = { ...rulesOf({ code: 'crossTerritory' }), group: 'event' } as const;
  expect(find(rules, { grants, shipments }).conflicts.map(({ on, count }) => [on, count])).toEqual([
    ['2026-01-01', 1],
    ['2026-01-02', 1],
  ]);
});

test('rows that cannot be read are rejected, the rest is judged', () => {
  const shipments = [
    { id: 'S1', partner: 'P1', product: 'A', territory: 'S', on: '2026-02-30' },
    { id: 'S2', partner: 'P1', product: 'A', territory: 'S', value: 'ten', on: '2026-02-03' },
    { id: 'S3', partner: 'P1', product: 'A', territory: 'S', value: NaN, on: '2026-02-03' },
    { id: 'S4', partner: 'P1', product: 'A', territory: 'S', value: 10n, on: '2026-02-03' },
  ];
  const grants = [{ id: 'G', partner: 'P2', territory: 'S', from: '2026-01-01' }];
  const { rejected, conflicts } = find(rulesOf({ code: 'crossTerritory' }), { grants, shipments });
  expect(rejected.map(({ id, code }) => `${id} ${code}`)).toEqual([
    'S1 date.invalid',
    'S2 decimal.invalid',
    'S3 decimal.invalid',
  ]);
  expect(conflicts.map(({ evidence, value }) => [evidence, value])).toEqual([[['S4'], '10']]);
  expect(() => find(rulesOf({ code: 'crossTerritory' }), { shipments: [shipments[3]!, shipments[3]!] })).toThrow('S4');
  expect(() => find(rulesOf({ code: 'crossTerritory' }), { grants: [grants[0]!, grants[0]!] })).toThrow('G');
});

test.each([
  { code: 'sameCustomer', windowDays: 1.5 },
  { code: 'sameCustomer', windowDays: -1 },
  { code: 'onlineUndercut', online: [] },
  { code: 'arbitrage', moveCost: '-1' },
  { code: 'corridor', guards: [] },
  { code: 'corridor', guards: [{ code: 'f', kind: 'floor', amount: '1' }] },
] as const)('refuses %j', (rule) => {
  expect(() => compileConflictRules(rulesOf(rule))).toThrow('definition.rules[0].');
});

test('refuses words and ids that it does not know or knows twice', () => {
  expect(() => compileConflictRules(rulesOf({ code: 'envy' as 'makerBypass' }))).toThrow('envy');
  expect(() => compileConflictRules(rulesOf({ code: 'makerBypass' }, { code: 'makerBypass' }))).toThrow('makerBypass');
  expect(() => compileConflictRules({ ...rulesOf(), group: 'all' as 'pair' })).toThrow('all');
  const regions = [
    { code: 'a', parent: 'b' },
    { code: 'a', parent: 'c' },
  ];
  expect(() => compileConflictRules({ ...rulesOf(), regions })).toThrow('regions');
});

test('regions in a circle end where they began', () => {
  const regions = [
    { code: 'a', parent: 'b' },
    { code: 'b', parent: 'a' },
  ];
  const grants = [{ id: 'G', partner: 'P2', territory: 'b', from: '2026-01-01' }];
  const shipments = [{ id: 'S', partner: 'P1', product: 'A', territory: 'a', on: '2026-02-03' }];
  expect(find({ ...rulesOf({ code: 'crossTerritory' }), regions }, { grants, shipments }).conflicts).toHaveLength(1);
});

test('the linter finds what is odd', () => {
  const codes = (...rules: ConflictRules['rules']) => lintConflictRules(rulesOf(...rules)).map(({ code }) => code);
  expect(codes()).toEqual(['noRules']);
  expect(codes({ code: 'belowFloor', bound: '0' })).toEqual(['neverFires']);
  expect(
    codes({ code: 'belowFloor', bound: '9', product: 'A' }, { code: 'aboveCeiling', bound: '8', product: 'B' }),
  ).toEqual([]);
  expect(codes({ code: 'belowFloor', bound: '8' }, { code: 'aboveCeiling', bound: '8', product: 'B' })).toEqual([]);
  expect(codes({ code: 'belowFloor', bound: '9' }, { code: 'aboveCeiling', bound: '8', product: 'B' })).toEqual([
    'floorAboveCeiling',
  ]);
  const guards = [{ code: 'w', kind: 'corridor', reference: { channel: 'web', low: '0' } }] as const;
  expect(codes({ code: 'corridor', guards })).toEqual(['neverFires']);
});

describe('a case', () => {
  test('goes up only, may pass over levels, and ends from any of them', () => {
    const { fold } = compileLifecycle(conflictLifecycle);
    const base = { entityId: 'c', type: 'transition' } as const;
    const events = [
      { entityId: 'c', type: 'create', at: '2026-01-01', seq: 0 },
      { ...base, at: '2026-01-02', seq: 1, to: 'mediation' },
      { ...base, at: '2026-01-03', seq: 2, to: 'negotiation' },
      { ...base, at: '2026-01-04', seq: 3, to: 'resolved' },
    ] as const;
    const { states, rejected } = fold([...events]);
    expect(states.map(({ state }) => state)).toEqual(['resolved']);
    expect(rejected.map(({ event }) => event.seq)).toEqual([2]);
  });
  test('begins where its severity says and climbs at once when a level fails', () => {
    const filed = { conflict: 'c', openedAt: '2026-01-05', severity: 'critical', events: [] };
    expect(nextResolution(filed, '2026-01-05').level).toBe('mediation');
    const failed = { ...filed, severity: 'minor', events: [{ type: 'failed', at: '2026-01-06' }] } as const;
    expect(nextResolution(failed, '2026-01-06').level).toBe('negotiation');
    expect(nextResolution(failed, '2026-01-05').level).toBe('silence');
    expect(() => nextResolution({ ...filed, severity: 'mild' }, '2026-01-05')).toThrow('mild');
  });
  test('has presets that linters have nothing to say about', () => {
    expect(lintEscalation(conflictEscalation)).toEqual([]);
    expect(lintLifecycle(conflictLifecycle).filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(lintTable(conflictCauses).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

test('what is stored parses', () => {
  const { conflicts } = find(rulesOf({ code: 'exclusiveOverlap' }), {
    grants: ['P1', 'P2'].map((partner) => ({
      id: partner,
      partner,
      territory: 'S',
      exclusive: true,
      from: '2026-01-01',
    })),
  });
  const [conflict] = conflicts;
  expect(ChannelConflict.safeParse(JSON.parse(JSON.stringify(conflict))).error).toBeUndefined();
  expect(ChannelConflict.safeParse({ ...conflict, kind: 'vertical' }).success).toBe(false);
  const filed = {
    conflict: 'c',
    openedAt: '2026-01-05',
    severity: 'minor',
    events: [{ type: 'failed', at: '2026-01-06' }],
  };
  expect(ConflictCase.safeParse(filed).success).toBe(true);
  expect(ConflictCase.safeParse({ ...filed, severity: '' }).success).toBe(false);
});
