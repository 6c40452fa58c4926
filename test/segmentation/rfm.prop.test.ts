import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantiles, type QuantileType } from '../../src/mechanisms/scoring/index.js';
import { addDays, fromDayNumber } from '../../src/core/index.js';
import {
  applyRfm,
  checkGrid,
  compileGrid,
  compileRfm,
  type CustomerSummary,
  fitRfm,
  presets,
  rfm,
  type RfmPolicy,
  type SegmentGrid,
} from '../../src/segmentation/index.js';
import { countRanks } from '../../src/segmentation/quantile/countRanks.js';
import { selectRanks } from '../../src/segmentation/quantile/selectRanks.js';
import { scoreColumn } from '../../src/segmentation/rfm/scoreColumn.js';
import { summaryColumnsOf } from '../../src/segmentation/summary/summaryColumnsOf.js';
import { fromScaled, toScaled } from '../core/decimalText.arb.js';

const AS_OF = '2026-03-31';

const money = fc
  .oneof(
    { weight: 5, arbitrary: fc.integer({ min: -20_000, max: 90_000 }).map(BigInt) },
    { weight: 1, arbitrary: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }) },
  )
  .map((units) => (units === 0n ? '0' : fromScaled(units, 2)));

/** Customers with ids of their own: most have ordered, some have no profit, some no order. */
const bases: fc.Arbitrary<CustomerSummary[]> = fc
  .array(
    fc.record({
      ago: fc.option(fc.integer({ min: 0, max: 400 }), { freq: 8 }),
      orders: fc.integer({ min: 0, max: 12 }),
      spend: money,
      profit: fc.option(money, { freq: 5 }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((list) =>
    list.map(({ ago, orders, spend, profit }, at) => {
      const day = ago === null ? null : addDays(AS_OF, -ago);
      const counts = day === null ? 0 : orders;
      return {
        customer: `c${at}`,
        firstOrder: day,
        lastOrder: day,
        previousOrder: null,
        orders: counts,
        purchaseDays: Math.min(counts, 1),
        spend,
        ...(profit === null ? {} : { profit }),
        asOf: AS_OF,
      };
    }),
  );

const policies: fc.Arbitrary<RfmPolicy> = fc.record({
  id: fc.constant('p'),
  version: fc.constant('1'),
  cuts: fc.integer({ min: 1, max: 9 }).map((type) => ({ kind: 'quantile' as const, type: type as QuantileType })),
  cutOffset: fc.constantFrom('0', '1', '-0.5'),
  boundary: fc.constantFrom('lower', 'upper'),
  monetary: fc.constantFrom('sum', 'meanPerOrder', 'profit'),
  direction: fc.constantFrom('higher', 'lower'),
  grid: fc.constantFrom('rfm-2d-10', 'r-rfm-test', 'r-rfm-vignette'),
  moneyIncrement: fc.constantFrom('0.01', '0.5', '7'),
});

/** A base in which something is known of each input. */
const cases = fc
  .tuple(bases, policies)
  .filter(([base, { monetary }]) =>
    base.some(
      ({ lastOrder, orders, profit }) =>
        lastOrder !== null && (monetary === 'sum' || (monetary === 'profit' ? profit !== undefined : orders > 0)),
    ),
  );

test('the order of the customers changes no byte', () => {
  fc.assert(
    fc.property(cases, fc.infiniteStream(fc.nat()), ([base, policy], keys) => {
      const shuffled = base
        .map((summary) => ({ summary, key: keys.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ summary }) => summary);
      expect(JSON.stringify(rfm(shuffled, policy))).toBe(JSON.stringify(rfm(base, policy)));
    }),
  );
});

test('fitting and applying apart, the batch and the explanation say the same', () => {
  fc.assert(
    fc.property(cases, ([base, policy]) => {
      const { thresholds, assignments } = rfm(base, policy);
      expect(fitRfm(base, policy)).toEqual(thresholds);
      const stored = JSON.parse(JSON.stringify(thresholds)) as typeof thresholds;
      expect(applyRfm(base, stored, policy)).toEqual(assignments);
      const run = compileRfm(policy).run(summaryColumnsOf(base)!);
      expect(run.thresholds).toEqual(thresholds);
      assignments.forEach(({ customer, segment, scores }, at) => {
        expect([run.customers[at], run.codes[run.segment[at]!]]).toEqual([customer, segment]);
        expect([run.r[at], run.f[at], run.m[at]]).toEqual([scores.r ?? 0, scores.f ?? 0, scores.m ?? 0]);
      });
      expect(assignments.map((_, at) => run.explainAt(at))).toEqual(assignments);
    }),
  );
});

test('cuts are the quantiles of those who ordered, and scores count the cuts passed', () => {
  fc.assert(
    fc.property(cases, ([base, policy]) => {
      const { thresholds, assignments } = rfm(base, { ...policy, cutOffset: '0', monetary: 'sum' });
      const buyers = base.filter(({ lastOrder }) => lastOrder !== null);
      const type = policy.cuts?.kind === 'quantile' ? policy.cuts.type : undefined;
      const fifths = ['0.2', '0.4', '0.6', '0.8'];
      expect(thresholds.monetary).toEqual(
        quantiles(
          buyers.map(({ spend }) => spend),
          fifths,
          type,
        ),
      );
      expect(thresholds.orders).toEqual(
        quantiles(
          buyers.map(({ orders }) => orders),
          fifths,
          type,
        ),
      );
      const score = (value: string, cuts: readonly string[]): number =>
        1 +
        cuts.filter((cut) => {
          const difference = toScaled(value, 12) - toScaled(cut, 12);
          return policy.boundary === 'lower' ? difference > 0n : difference >= 0n;
        }).length;
      for (const { inputs, scores } of assignments) {
        if (inputs['recencyDays'] === null) continue;
        const up = [
          score(String(inputs['orders']), thresholds.orders),
          score(String(inputs['monetary']), thresholds.monetary),
        ];
        const r = 6 - score(String(inputs['recencyDays']), thresholds.recencyDays);
        const best = policy.direction === 'higher' ? [r, ...up] : [r, ...up].map((each) => 6 - each);
        expect([scores.r, scores.f, scores.m]).toEqual(best);
      }
    }),
  );
});

test('a distance reaches its segment, one increment less does not, and without one no change does', () => {
  fc.assert(
    fc.property(cases, ([base, policy]) => {
      const sum: RfmPolicy = { ...policy, monetary: 'sum' };
      const { thresholds, assignments } = rfm(base, sum);
      const grid = presets[policy.grid as 'r-rfm-test'];
      const place = (segment: string | null | undefined): number => grid.order.indexOf(segment ?? '');
      const increment = toScaled(policy.moneyIncrement ?? '0.01', 2);
      const moved = (summary: CustomerSummary, input: string, delta: bigint): string | null => {
        const changed =
          input === 'recencyDays'
            ? { ...summary, lastOrder: addDays(summary.lastOrder!, -Number(delta)) }
            : input === 'orders'
              ? { ...summary, orders: summary.orders + Number(delta) }
              : { ...summary, spend: plain(toScaled(summary.spend, 2) + delta) };
        return applyRfm([changed], thresholds, sum)[0]!.segment;
      };
      for (const { customer, segment, distanceToNext } of assignments.filter(({ rule }) => rule !== 'noOrders')) {
        const summary = base.find((each) => each.customer === customer)!;
        for (const step of distanceToNext) {
          const [scale, unit] = step.input === 'monetary' ? [2, increment] : [0, 1n];
          const delta = toScaled(step.delta, scale);
          expect(place(step.segment)).toBeLessThan(place(segment));
          expect(moved(summary, step.input, delta)).toBe(step.segment);
          const less = delta - (delta > 0n ? unit : -unit);
          expect(place(moved(summary, step.input, less))).toBeGreaterThanOrEqual(place(segment));
        }
        const reached = distanceToNext.map(({ input }) => input);
        if (!reached.includes('orders')) {
          for (let orders = 0; orders <= 14; orders++) {
            expect(place(moved(summary, 'orders', BigInt(orders - summary.orders)))).toBeGreaterThanOrEqual(
              place(segment),
            );
          }
        }
      }
    }),
    { numRuns: 40 },
  );
});

const plain = (units: bigint): string => (units === 0n ? '0' : fromScaled(units, 2));

test('more orders or spend at the same dates lower no score, and equals score alike', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: 500 }), fc.nat({ max: 24 }), ([base, policy], more, which) => {
      const sum: RfmPolicy = { ...policy, monetary: 'sum', direction: 'higher' };
      const before = rfm(base, sum).assignments;
      const at = which % base.length;
      const chosen = base[at]!;
      if (chosen.lastOrder === null) return;
      const richer = {
        ...chosen,
        orders: chosen.orders + more,
        spend: plain(toScaled(chosen.spend, 2) + BigInt(more)),
      };
      const after = rfm(base.with(at, richer), sum).assignments;
      const of = (list: typeof before): (typeof before)[number]['scores'] =>
        list.find(({ customer }) => customer === chosen.customer)!.scores;
      expect(of(after).f).toBeGreaterThanOrEqual(of(before).f!);
      expect(of(after).m).toBeGreaterThanOrEqual(of(before).m!);
      const twin = rfm([...base, { ...chosen, customer: 'twin' }], sum).assignments;
      expect(of(twin)).toEqual(twin.find(({ customer }) => customer === 'twin')!.scores);
    }),
  );
});

const range = (scores: number): fc.Arbitrary<readonly [number, number]> =>
  fc
    .tuple(fc.integer({ min: 1, max: scores }), fc.integer({ min: 1, max: scores }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

const grids: fc.Arbitrary<SegmentGrid> = fc.integer({ min: 2, max: 4 }).chain((scores) =>
  fc.record({
    id: fc.constant('g'),
    version: fc.constant('1'),
    axes: fc.constant(['r', 'fm'] as const),
    scores: fc.constant(scores),
    cells: fc.array(
      fc.record(
        { segment: fc.constantFrom('a', 'b', 'c'), r: range(scores), fm: range(scores) },
        { requiredKeys: ['segment'] },
      ),
      { maxLength: 6 },
    ),
    order: fc.constant(['a', 'b', 'c', 'rest']),
    policy: fc.constant('first' as const),
    fallback: fc.constant('rest'),
  }),
);

test('a grid gives each cell the segment of the first rule that holds, and the report counts the same', () => {
  fc.assert(
    fc.property(grids, (grid) => {
      const report = checkGrid(grid);
      const compiled = compileGrid(grid);
      const scores = grid.scores as number;
      const used = new Set<number>();
      let gaps = 0;
      for (let r = 1; r <= scores; r++) {
        for (let fm = 1; fm <= scores; fm++) {
          const holding = [...grid.cells.keys()].filter((index) => {
            const { r: days = [1, 9], fm: mean = [1, 9] } = grid.cells[index]!;
            return days[0] <= r && r <= days[1] && mean[0] <= fm && fm <= mean[1];
          });
          if (holding[0] === undefined) gaps++;
          else used.add(holding[0]);
          expect(compiled.segmentAt(r, fm, fm)).toBe(grid.cells[holding[0] ?? -1]?.segment ?? 'rest');
          if (fm > 1) expect(compiled.segmentAt(r, fm, fm - 1)).toBe(compiled.segmentAt(r, fm, fm));
          expect(report.overlaps.find(({ cell }) => cell === `${r}${fm}`)?.rules).toEqual(
            holding.length > 1 ? holding : undefined,
          );
        }
      }
      expect([report.gaps.length, report.covered]).toEqual([gaps, scores * scores - gaps]);
      expect(report.deadRules).toEqual([...grid.cells.keys()].filter((index) => !used.has(index)));
    }),
  );
});

test('values are selected as a sort finds them', () => {
  const spread = fc.constantFrom(3, 70_000, 2 ** 40, Number.MAX_SAFE_INTEGER);
  fc.assert(
    fc.property(
      spread,
      fc.integer(),
      fc.array(fc.integer({ min: 0, max: 9_999 }), { maxLength: 9 }),
      (most, seed, places) => {
        let state = seed >>> 0;
        const values = Float64Array.from({ length: 10_000 }, () => {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
          return Math.floor((state / 2 ** 32) * most) * (state & 4096 ? 1 : -1);
        });
        const ranks = [...new Set(places)].sort((a, b) => a - b);
        // A zero has no sign in a column.
        const sorted = values.map((value) => value + 0).toSorted();
        expect(selectRanks(values, ranks)).toEqual(ranks.map((rank) => sorted[rank]));
      },
    ),
    { numRuns: 30 },
  );
});

test('thirds cut a base of three into three, with no decimal for a third', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 3, maxLength: 3 }), (spends) => {
      const base = spends.map((spend, at) => ({
        customer: `c${at}`,
        firstOrder: null,
        lastOrder: fromDayNumber(20_500),
        previousOrder: null,
        orders: 1,
        purchaseDays: 1,
        spend: String(spend),
        asOf: AS_OF,
      }));
      const grid: SegmentGrid = { ...presets['r-rfm-test'], scores: 3, cells: [] };
      const { monetary } = fitRfm(base, {
        id: 'p',
        version: '1',
        scores: 3,
        grid,
        cuts: { kind: 'quantile', type: 4 },
      });
      // Type 4 is at np, which is the first and the second value.
      expect(monetary).toEqual(
        spends
          .sort((a, b) => a - b)
          .slice(0, 2)
          .map(String),
      );
    }),
  );
});

test('integers are counted as a sort finds them', () => {
  const columns = fc.tuple(fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 1 }), fc.constantFrom(0, -20_000));
  fc.assert(
    fc.property(columns, ([list, offset]) => {
      const values = Int32Array.from(list, (value) => value + offset);
      const sorted = values.toSorted();
      const ranks = Array.from(values.keys());
      expect(countRanks(values, ranks)).toEqual(Array.from(sorted));
    }),
  );
});

test('the score of a value is 1 and the number of bounds that it reaches, in every kind of column', () => {
  const near = fc.bigInt({ min: -20n, max: 20n });
  const bound = fc.oneof(
    { weight: 4, arbitrary: near },
    { weight: 1, arbitrary: fc.bigInt(-(10n ** 24n), 10n ** 24n) },
  );
  fc.assert(
    fc.property(fc.array(near), fc.array(bound, { maxLength: 8 }), (values, bounds) => {
      const expected = values.map((value) => 1 + bounds.filter((limit) => value >= limit).length);
      for (const column of [values, Float64Array.from(values, Number), Int32Array.from(values, Number)]) {
        expect(Array.from(scoreColumn(column, bounds))).toEqual(expected);
      }
    }),
  );
});
