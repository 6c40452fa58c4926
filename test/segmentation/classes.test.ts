import { expect, test } from 'vitest';
import {
  abc,
  abcXyz,
  behaviourFacts,
  classifyNeed,
  classifyValue,
  cleanReport,
  type KeyAccountFacts,
  isKeyAccount,
  lintCuts,
  lintLeadScore,
  lintSegments,
  lintTierLadder,
  overdueVisits,
  presets,
  retentionRate,
  scoreSegment,
  type SegmentSet,
  summariseOrders,
  xyz,
} from '../../src/segmentation/index.js';

const asOf = '2026-03-31';

test('needs: an own policy, evidence that is denied, evidence of nothing that counts', () => {
  const policy = { id: 'p', version: '2', segments: [{ code: 'green', evidence: 'ecology' }], fallback: 'other' };
  const of = (value: boolean) =>
    classifyNeed({ id: 'c', needs: [{ code: 'ecology', source: 'visit', on: asOf, value }] }, { asOf, policy });
  expect([of(true).segment, of(false).segment, of(true).policyVersion]).toEqual(['green', 'other', 'p@2']);
});

test('key accounts: all rules that hold are named, and own rules read own facts', () => {
  const facts: KeyAccountFacts = { customer: 'c', value: 'high', need: 'industryLeader', behaviour: 'frequent' };
  expect(isKeyAccount(facts, { asOf }).fired).toEqual(['highValue', 'industryLeader', 'frequent']);
  const wallet = { code: 'wallet', when: { field: 'shareOfWallet', op: 'ge', value: '0.5' } } as const;
  const policy = { ...presets['key-account'], rules: [wallet] };
  expect(isKeyAccount({ customer: 'c', shareOfWallet: '0.5' }, { asOf, policy }).segment).toBe('key');
  expect(isKeyAccount({ customer: 'c' }, { asOf, policy }).missing).toEqual(['shareOfWallet']);
});

test('markets: without a part there is no score, and what is missing is named', () => {
  const { attractiveness, fit, score, missing } = scoreSegment({
    size: 80,
    growth: 60,
    need: 70,
    competition: 30,
    ability: 90,
  });
  expect([attractiveness, fit, score, missing]).toEqual(['60.00', null, null, ['channel', 'margin']]);
});

test('values by one metric: by share, and by quantiles', () => {
  const facts = ['a', 'b', 'c', 'd', 'e'].map((customer, at) => ({ customer, metrics: { volume: (at + 1) * 10 } }));
  const open = { customer: 'x', metrics: {} };
  const of = (policy: Parameters<typeof classifyValue>[1]['policy']) =>
    classifyValue([...facts, open], { asOf, policy: policy! }).map(({ segment }) => segment);
  expect(of({ id: 'p', version: '1', by: 'abc', metric: 'volume' })).toEqual([
    'mid',
    'mid',
    'high',
    'high',
    'high',
    null,
  ]);
  expect(of({ id: 'p', version: '1', by: 'quantile', metric: 'volume' })).toEqual([
    'low',
    'low',
    'low',
    'mid',
    'high',
    null,
  ]);
});

test('shares and variation as one class, open where one is', () => {
  const options = { asOf };
  const shares = abc(
    [
      { id: 'a', value: '9' },
      { id: 'b', value: '1' },
    ],
    options,
  ).assignments;
  const series = xyz(
    [
      { id: 'a', values: ['3', '3'] },
      { id: 'c', values: ['1', '2'] },
    ],
    options,
  );
  const found = abcXyz(shares, series).map(({ customer, segment, missing }) => [customer, segment, missing.join()]);
  expect(found).toEqual([
    ['a', 'AX', ''],
    ['b', null, 'xyz'],
    ['c', null, 'abc'],
  ]);
});

test('sets of segments that overlap or cannot be proved are found', () => {
  const set = (segments: SegmentSet['segments'], hit: SegmentSet['hit']): SegmentSet => ({
    id: 's',
    version: '1',
    segments,
    hit,
    fallback: 'x',
  });
  const old = { code: 'old', when: { field: 'age', op: 'ge', value: 40 } } as const;
  const middle = { code: 'middle', when: { field: 'age', op: 'between', value: [30, 50] } } as const;
  expect(
    lintSegments(set([old, middle], 'unique')).map(({ code, params }) => [code, params['segment'], params['other']]),
  ).toEqual([['overlappingSegments', 'middle', 'old']]);
  expect(lintSegments(set([old, middle], 'first'))).toEqual([]);
  const not = { code: 'young', when: { not: old.when } } as const;
  expect(lintSegments(set([not], 'first')).map(({ code }) => code)).toEqual(['notLinted']);
});

test('ladders and models that cannot work as they say are found', () => {
  const ladder = presets['silver-gold-platinum'];
  const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code);
  const flat = ladder.levels.map(({ code, enter }) => ({ code, enter }));
  expect(codes(lintTierLadder({ ...ladder, levels: flat, downgrade: 'oneDown' }))).toEqual([
    'noHysteresis',
    'noHysteresis',
    'noHysteresis',
  ]);
  expect(codes(lintTierLadder({ ...ladder, validity: 'lifetime', graceDays: 5, minTenureDays: 900 }))).toEqual([
    'graceNeverUsed',
  ]);
  expect(codes(lintTierLadder({ ...ladder, minTenureDays: 900 }))).toEqual(['tenureOutlastsValidity']);
  const rule = {
    code: 'r',
    group: 'g',
    kind: 'property',
    when: { field: 'a', op: 'isTrue' },
    points: '5',
    cap: '0',
  } as const;
  expect(codes(lintLeadScore({ id: 'm', version: '1', groups: [{ code: 'g' }], rules: [rule] }))).toEqual([
    'uselessLeadRule',
  ]);
});

test('cuts without members between them are found', () => {
  const { summaries } = summariseOrders([{ customer: 'a', date: '2026-03-01', amount: '5' }], { asOf });
  const thresholds = {
    recencyDays: ['10', '20', '20', '40'],
    orders: ['1', '2', '3', '4'],
    monetary: ['1', '2', '3', '4'],
    baseSize: 1,
    asOf,
    policyVersion: 'rfm@1',
  };
  const found = lintCuts(thresholds, summaries).filter(({ path }) => path[0] === 'recencyDays');
  expect(found.map(({ code, path }) => `${code} ${path[1]}`)).toEqual([
    'duplicateCut 2',
    'emptyScore 1',
    'emptyScore 3',
    'emptyScore 4',
    'emptyScore 5',
  ]);
});

test('an order log is looked through before it is used', () => {
  const row = (customer: string, date: string, amount: string) => ({ customer, date, amount });
  const report = cleanReport([
    row('b', '2026-01-05', '10'),
    row('b', '2026-01-05', '12'),
    row('a', '2026-04-01', '11'),
    row('a', '2026-04-02', '12'),
    row('a', '2026-04-03', '9000'),
    row('a', '2026-04-04', '-3'),
    row('', '2026-04-04', '3'),
  ]);
  expect(report.sameDay).toEqual([{ customer: 'b', date: '2026-01-05', rows: [0, 1] }]);
  expect(report.gaps).toEqual(['2026-02-01', '2026-03-01']);
  expect(report.suspicious).toEqual([
    { row: 4, reason: 'outlier' },
    { row: 5, reason: 'negativeAmount' },
  ]);
  expect([report.rows, report.duplicates, report.rejected.length]).toEqual([7, [], 1]);
});

test('how often customers ordered, in their lives and lately, and the rows that tell nothing', () => {
  const on = (customer: string, date: string): { customer: string; date: string; amount: string } => ({
    customer,
    date,
    amount: '1',
  });
  const orders = [on('b', '2025-03-31'), on('a', '2025-04-01'), on('b', '2026-03-31'), on('', '2026-03-01')];
  const { facts, rejected } = behaviourFacts(orders, { asOf });
  expect(facts).toEqual([
    { customer: 'a', lifetimeOrders: 1, windowOrders: 1 },
    { customer: 'b', lifetimeOrders: 2, windowOrders: 1 },
  ]);
  expect(rejected.map(({ index }) => index)).toEqual([3]);
});

test('who stays, and who waits for a visit', () => {
  expect(retentionRate([], ['a']).value).toBeNull();
  expect(retentionRate(['a', 'a', 'b'], ['a']).value).toBe('0.5');
  const visited = { grade: 'A', lastVisit: '2026-03-01', maxGap: 30 };
  expect(overdueVisits([{ customer: 'a', ...visited }], { asOf })).toEqual([]);
  expect(overdueVisits([{ customer: 'a', ...visited, maxGap: 29 }], { asOf })[0]?.daysOver).toBe(1);
});
