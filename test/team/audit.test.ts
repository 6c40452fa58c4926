import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AuditFinding,
  auditLoop,
  auditorConflict,
  AuditPlan,
  auditSample,
  auditSampleSize,
  auditScore,
  compileHierarchy,
} from '../../src/team/index.js';
import { checkExplanation } from '../core/checkExplanation.js';
import { thrown } from '../core/thrown.js';

const items = (n: number, more: (at: number) => object = () => ({})) =>
  Array.from({ length: n }, (_, at) => ({ id: `i${String(at).padStart(3, '0')}`, ...more(at) }));
const ids = (sample: ReturnType<typeof auditSample>): string[] => sample.items.map(({ id }) => id);

describe('auditSample', () => {
  test('no smaller than the population it is all of it', () => {
    expect(auditSample(items(3), { seed: 1, size: 3 })).toMatchObject({ isAll: true, items: [{}, {}, {}] });
    expect(auditSample(items(3), { seed: 1, size: 2 })).toMatchObject({ isAll: false, interval: null });
    expect(auditSample([], { seed: 1, size: 0 }).items).toEqual([]);
  });

  test('each stratum is covered when asked for, as far as the size allows', () => {
    const strata = items(20, (at) => ({ stratum: at < 18 ? 'big' : `small${at}` }));
    const count = (options: object): number =>
      ids(auditSample(strata, { seed: 3, size: 4, method: 'stratified', ...options })).filter((id) => id >= 'i018')
        .length;
    expect(count({})).toBe(0);
    expect(count({ coverAll: true })).toBe(2);
    expect(count({ coverAll: true, size: 2 })).toBe(0);
  });

  test('money: nothing is never hit, and the seed gives the start', () => {
    const rows = items(4, (at) => ({ amount: at % 2 === 0 ? 0 : 50 }));
    const sample = auditSample(rows, { seed: 7, size: 10, method: 'monetaryUnit' });
    expect(ids(sample)).toEqual(['i001', 'i003']);
    expect(sample.items.reduce((sum, { hits }) => sum + hits, 0)).toBe(10);
    expect(
      auditSample(
        items(2, () => ({ amount: 0 })),
        { seed: 7, size: 1, method: 'monetaryUnit' },
      ).items,
    ).toEqual([]);
    expect(auditSample(rows, { seed: 7, size: 0, method: 'monetaryUnit' })).toMatchObject({
      items: [],
      interval: { value: null },
    });
  });

  test.each([
    [{ seed: 1, size: -1 }, 'sample.count'],
    [{ seed: -1, size: 1 }, 'seed.invalid'],
    [{ seed: 1, size: 1, method: 'stratified' }, 'sample.missing'],
    [{ seed: 1, size: 1, method: 'monetaryUnit' }, 'sample.missing'],
    [{ seed: 1, size: 1, method: 'monetaryUnit', start: 1 }, 'sample.start'],
    [{ seed: 1, size: 1, method: 'other' as 'simple' }, 'option.unknown'],
  ] as const)('refuses %o', (options, code) => {
    expect(thrown(() => auditSample(items(3), options)).code).toBe(code);
  });

  test('a larger sample contains the smaller, and parts merge to the whole', () => {
    fc.assert(
      fc.property(fc.nat({ max: 30 }), fc.nat({ max: 12 }), fc.nat(), fc.nat({ max: 12 }), (n, size, seed, more) => {
        const all = items(n);
        const small = ids(auditSample(all, { seed, size }));
        const large = ids(auditSample(all.toReversed(), { seed, size: size + more }));
        expect(large).toEqual(expect.arrayContaining(small));
        const parts = [all.filter((_, at) => at % 2 === 0), all.filter((_, at) => at % 2 === 1)];
        const merged = parts.flatMap((part) => auditSample(part, { seed, size }).items);
        expect(ids(auditSample(merged, { seed, size }))).toEqual(small);
      }),
    );
  });

  test('money: an item has the hits of its amount, one more or less', () => {
    const amounts = fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 9 }), fc.nat({ max: 99 }), (values, size, start) => {
        const total = values.reduce((sum, value) => sum + value, 0);
        fc.pre(total > 0);
        const rows = items(values.length, (at) => ({ amount: values[at]! }));
        const sample = auditSample(rows, { seed: 1, size, method: 'monetaryUnit', start: start / 100 });
        const hits = new Map(sample.items.map((item) => [item.id, item.hits]));
        expect([...hits.values()].reduce((sum, each) => sum + each, 0)).toBe(size);
        rows.forEach(({ id }, at) => {
          expect(Math.abs((hits.get(id) ?? 0) - (values[at]! * size) / total)).toBeLessThan(1 + 1e-9);
        });
      }),
    );
  });
});

test('the sample size is the least that is enough', () => {
  /** P(Bin(n, p) ≤ e) in doubles. */
  const seen = (n: number, p: number, e: number): number => {
    let term = (1 - p) ** n;
    let sum = term;
    for (let k = 1; k <= e; k++) sum += term *= ((n - k + 1) / k) * (p / (1 - p));
    return sum;
  };
  for (const [rate, errors] of [
    [0.1, 0],
    [0.1, 3],
    [0.02, 1],
    [0.5, 2],
  ] as const) {
    const n = auditSampleSize({ confidence: 0.9, tolerableRate: rate, expectedErrors: errors });
    expect(seen(n, rate, errors)).toBeLessThanOrEqual(0.1);
    expect(seen(n - 1, rate, errors)).toBeGreaterThan(0.1);
  }
  // A half of two, exactly at the confidence.
  expect(auditSampleSize({ confidence: '0.75', tolerableRate: '0.5', expectedErrors: 0 })).toBe(2);
  const facts = { confidence: 0.95, tolerableRate: 0.05, expectedErrors: 0 };
  expect(thrown(() => auditSampleSize({ ...facts, confidence: 1 })).code).toBe('sample.probability');
  expect(thrown(() => auditSampleSize({ ...facts, tolerableRate: 0 })).code).toBe('sample.probability');
  expect(thrown(() => auditSampleSize({ ...facts, expectedErrors: -1 })).code).toBe('sample.size');
  expect(thrown(() => auditSampleSize({ ...facts, tolerableRate: 0.00001 })).code).toBe('sample.size');
});

test('a score does not fall below 0, and a critical finding caps it', () => {
  const of = (...severities: readonly ('critical' | 'major' | 'minor')[]) =>
    auditScore(severities.map((severity) => ({ severity })));
  expect(of().score).toBe('100');
  expect(of('critical')).toMatchObject({ score: '60', isCapped: true });
  expect(of('critical', 'critical')).toMatchObject({ score: '50', isCapped: false });
  expect(of('critical', 'critical', 'critical', 'critical', 'critical').score).toBe('0');
  expect(checkExplanation(of('critical', 'minor').explanation)).toEqual([]);
  expect(thrown(() => of('grave' as 'minor')).code).toBe('option.unknown');
});

test('what became of findings', () => {
  const finding: AuditFinding = {
    id: 'F1',
    severity: 'minor',
    unit: 'east',
    text: 'late',
    owner: 'Ana',
    due: '2026-05-31',
  };
  const previous = [
    finding,
    { ...finding, id: 'F2', text: 'brief', closedOn: '2026-05-02' },
    { ...finding, id: 'F3', unit: 'west', closedOn: '2026-05-02' },
  ];
  const current = [
    { ...finding, id: 'G3', unit: 'north', text: 'other', repeatOf: 'F2' },
    { ...finding, id: 'G2', text: 'new' },
    { ...finding, id: 'G1', unit: 'west', repeatOf: 'X' },
  ];
  expect(auditLoop(previous, current)).toEqual({
    closed: [],
    stillOpen: ['F1'],
    repeated: [
      { before: 'F2', now: 'G3' },
      { before: 'F3', now: 'G1' },
    ],
    fresh: ['G2'],
  });
  expect(auditLoop(previous, [])).toMatchObject({ closed: ['F2', 'F3'], stillOpen: ['F1'] });
  expect(AuditFinding.parse(finding)).toEqual(finding);
});

test('nobody audits the own line', () => {
  const hierarchy = compileHierarchy([
    { child: 'Ana', parent: 'east', from: '2026-01-01', to: '2026-04-01' },
    { child: 'Ana', parent: 'west', from: '2026-04-01' },
    { child: 'east', parent: 'head', from: '2026-01-01' },
  ]);
  const plan: AuditPlan = {
    period: { kind: 'quarter', start: '2026-01-01', end: '2026-04-01' },
    units: ['east'],
    auditors: ['head', 'east', 'Ana', 'Bo'],
    content: ['attainment'],
    means: ['fileReview'],
  };
  expect(auditorConflict(plan, hierarchy, '2026-03-31').map(({ auditor }) => auditor)).toEqual(['Ana', 'east', 'head']);
  expect(auditorConflict(plan, hierarchy, '2026-04-01').map(({ auditor }) => auditor)).toEqual(['east', 'head']);
  expect(AuditPlan.parse(plan)).toEqual(plan);
});
