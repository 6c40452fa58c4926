import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addRatios } from '../../src/core/index.js';
import {
  associate,
  cohortRetention,
  gini,
  hhi,
  kMeans,
  mergeSummaries,
  migration,
  nps,
  projectMigration,
  summariseOrders,
} from '../../src/segmentation/index.js';
import { seededRandom } from '../../src/core/random.js';
import { lloyd } from '../../src/segmentation/populations/lloyd.js';
import { seedCentres } from '../../src/segmentation/populations/seedCentres.js';
import { plainLloyd } from './plainLloyd.js';
import { valueOrder } from '../../src/segmentation/populations/valueOrder.js';

const START = '2025-11-20';
const orders = fc
  .array(
    fc.record({
      customer: fc.constantFrom('a', 'b', 'c'),
      day: fc.integer({ min: 0, max: 160 }),
      amount: fc.integer({ min: -2, max: 9 }),
    }),
    {
      maxLength: 12,
    },
  )
  .map((list) =>
    list.map(({ customer, day, amount }) => ({ customer, date: addDays(START, day), amount: String(amount) })),
  );

test('whoever buys in a period buys in it or later, and that falls', () => {
  fc.assert(
    fc.property(orders, fc.integer({ min: 60, max: 170 }), (list, ahead) => {
      const asOf = addDays(START, ahead);
      const of = (mode: 'classic' | 'rolling', rows = list) => cohortRetention(rows, { asOf, mode }).cohorts;
      const [classic, rolling] = [of('classic'), of('rolling')];
      expect(of('classic', list.toReversed())).toEqual(classic);
      classic.forEach((cohort, at) => {
        cohort.counts.forEach((count, k) => {
          const later = rolling[at]!.counts[k]!;
          expect(later === null).toBe(count === null);
          if (count === null || later === null) return;
          expect(later).toBeGreaterThanOrEqual(count);
          if (k > 0) expect(later).toBeLessThanOrEqual(rolling[at]!.counts[k - 1]!);
        });
        if (cohort.counts[0] !== null) expect(cohort.counts[0]).toBe(cohort.customers);
      });
    }),
  );
});

const members = fc
  .array(fc.tuple(fc.nat(9), fc.constantFrom('x', 'y', 'z', null)), { maxLength: 10 })
  .map((list) => [...new Map(list)].map(([customer, segment]) => ({ customer: `c${customer}`, segment })));

test('rows of a migration sum to 1 and its counts to the union; a projection keeps everybody', () => {
  fc.assert(
    fc.property(members, members, (before, after) => {
      const matrix = migration(before, after, { order: ['x', 'y'] });
      expect(migration(before.toReversed(), after.toReversed(), { order: ['x', 'y'] })).toEqual(matrix);
      const union = new Set([...before, ...after].map(({ customer }) => customer)).size;
      expect(matrix.rows.reduce((sum, row) => sum + row.counts.reduce((a, b) => a + b, 0), 0)).toBe(union);
      for (const { shares } of matrix.rows) if (shares) expect(shares.reduce(addRatios).value).toBe('1');
      const projection = projectMigration(matrix, 3);
      if (!projection.ok) return;
      for (const step of projection.steps) expect(step.reduce((a, b) => a + b, 0)).toBeCloseTo(union, 9);
    }),
  );
});

test('concentration lies within its bounds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 12 }), (list) => {
      const [g, h] = [gini(list).value, hhi(list).index.value];
      if (list.every((value) => value === 0)) {
        expect([g, h]).toEqual([null, null]);
        return;
      }
      expect(Number(g)).toBeGreaterThanOrEqual(0);
      expect(Number(g)).toBeLessThan(1);
      expect(Number(h)).toBeGreaterThanOrEqual(1 / list.length - 1e-12);
      expect(Number(h)).toBeLessThanOrEqual(1);
    }),
  );
});

test('the adjusted interval is finite at any split and holds its own centre', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.nat(30), fc.nat(30), (promoters, passives, detractors) => {
      const result = nps({ promoters, passives, detractors });
      if (!result.ok) {
        expect(promoters + passives + detractors).toBe(0);
        return;
      }
      const { lower, upper } = result;
      expect(Number.isFinite(lower.raw) && Number.isFinite(upper.raw) && lower.raw < upper.raw).toBe(true);
      const centre = (100 * (promoters - detractors)) / (promoters + passives + detractors + 3);
      expect((lower.raw + upper.raw) / 2).toBeCloseTo(centre, 9);
      expect([lower.clipped >= -100, upper.clipped <= 100]).toEqual([true, true]);
    }),
  );
});

const points = fc
  .array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 3, maxLength: 12 })
  .filter((list) => new Set(list.map(String)).size >= 3);

test('groups do not depend on the order of rows, and each row is in its nearest', () => {
  fc.assert(
    fc.property(
      points,
      fc.nat(1000),
      fc.constantFrom('none' as const, 'zScore' as const, 'minMax' as const),
      (rows, seed, scale) => {
        const options = { k: 3, seed, scale, restarts: 3, silhouette: false };
        const result = kMeans(rows, options);
        const turned = kMeans(rows.toReversed(), options);
        expect(turned.labels.toReversed()).toEqual(result.labels);
        expect([turned.inertia, turned.centroids]).toEqual([result.inertia, result.centroids]);
        expect(result.sizes.reduce((a, b) => a + b, 0)).toBe(rows.length);
        if (scale !== 'none') return;
        const gap = (row: readonly number[], at: number) =>
          row.reduce((sum, value, column) => sum + (value - result.centroids[at]![column]!) ** 2, 0);
        rows.forEach((row, at) => {
          const own = gap(row, result.labels[at]!);
          for (let other = 0; other < 3; other++) expect(own).toBeLessThanOrEqual(gap(row, other) + 1e-9);
        });
      },
    ),
    { numRuns: 300 },
  );
});

test('each of the iterations of Lloyd lowers the inertia', () => {
  fc.assert(
    fc.property(points, fc.integer({ min: 0, max: 99 }), (rows, seed) => {
      const values = Float64Array.from(rows.flat());
      let before = Infinity;
      for (let maxIterations = 1; maxIterations < 6; maxIterations++) {
        const seeds = seedCentres(values, rows.length, 2, 2, seededRandom(seed));
        const { inertia } = lloyd(values, rows.length, 2, seeds, { maxIterations, drops: false });
        expect(inertia).toBeLessThanOrEqual(before + 1e-9);
        before = inertia;
      }
    }),
  );
});

test('groups are to the bit those of all distances, also where rows are as near to two centres', () => {
  const coordinate = fc.oneof(
    fc.integer({ min: -3, max: 3 }),
    fc.integer({ min: 8, max: 10 }),
    fc.double({ min: -1e3, max: 1e3, noNaN: true }),
    fc.constantFrom(1e-130, -1e-130, 3e-130, 1e130, 0.1, 0.2, 0.3),
  );
  const table = fc
    .integer({ min: 1, max: 3 })
    .chain((width) =>
      fc.array(fc.array(coordinate, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }),
    );
  fc.assert(
    fc.property(
      table,
      fc.integer({ min: 1, max: 5 }),
      fc.nat(99),
      fc.boolean(),
      fc.nat(8),
      (rows, k, seed, drops, more) => {
        const values = Float64Array.from(rows.flat());
        const [n, width] = [rows.length, rows[0]!.length];
        const options = { maxIterations: 1 + more, drops };
        const seeds = seedCentres(values, n, width, Math.min(k, n), seededRandom(seed));
        const plain = plainLloyd(values, n, width, seeds.centres, options);
        expect(lloyd(values, n, width, seeds, options)).toEqual(plain);
      },
    ),
  );
});

test('lift is the same from both sides, and counts are those of the baskets', () => {
  const baskets = fc.array(fc.subarray(['a', 'b', 'c', 'd']), { maxLength: 8 });
  fc.assert(
    fc.property(baskets, fc.constantFrom('0.1', '0.5', '1'), (list, minSupport) => {
      const { itemSets, rules } = associate(list, { minSupport, minConfidence: 0 });
      for (const { items, baskets: count } of itemSets) {
        expect(list.filter((basket) => items.every((item) => basket.includes(item as 'a'))).length).toBe(count);
        expect(count).toBeGreaterThanOrEqual(Number(minSupport) * list.length);
      }
      for (const rule of rules) {
        const back = rules.find(
          (other) => other.if.join() === rule.then.join() && other.then.join() === rule.if.join(),
        )!;
        expect([back.lift, back.leverage.value]).toEqual([rule.lift, rule.leverage.value]);
      }
      const reversed = associate(list.map((basket) => basket.toReversed()).toReversed(), {
        minSupport,
        minConfidence: 0,
      });
      expect(reversed).toEqual({ itemSets, rules, baskets: list.length });
    }),
  );
});

test('parts of a log by customer or by day merge into the whole', () => {
  fc.assert(
    fc.property(orders, fc.integer({ min: 0, max: 160 }), fc.boolean(), (list, middle, byDay) => {
      const policy = { asOf: addDays(START, 170), negativeAmount: 'drop' as const };
      const first = (row: (typeof list)[number]) => (byDay ? row.date < addDays(START, middle) : row.customer < 'b');
      const part = (keep: boolean) =>
        summariseOrders(
          list.filter((row) => first(row) === keep),
          policy,
        ).summaries;
      const whole = summariseOrders(list, policy).summaries;
      expect(mergeSummaries(part(true), part(false))).toEqual(whole);
      expect(mergeSummaries(part(false), part(true))).toEqual(whole);
      expect(mergeSummaries(whole, [])).toEqual(whole);
    }),
  );
});

test('rows are put in the order of their values as comparing them does', () => {
  const value = fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: -2, max: 2 }) },
    { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map((given) => given + 0) },
  );
  const tables = fc.array(fc.tuple(value, value, value), { minLength: 20, maxLength: 60 });
  fc.assert(
    fc.property(tables, (rows) => {
      const order = Array.from(rows.keys()).sort((a, b) => {
        const column = rows[a]!.findIndex((own, at) => own !== rows[b]![at]);
        return column < 0 ? a - b : rows[a]![column]! - rows[b]![column]!;
      });
      expect(Array.from(valueOrder(Float64Array.from(rows.flat()), rows.length, 3))).toEqual(order);
    }),
  );
});
