import fc from 'fast-check';
import { emptySummary, ratio } from 'salesmodel/core';
import {
  compileKpis,
  type Kpi,
  type KpiColumns,
  type KpiGrouping,
  type KpiMeasure,
  type KpiPart,
  type KpiTable,
} from 'salesmodel/kpi';
import { expect, test } from 'vitest';
import { scaledDecimal } from '../../src/core/fixed/decimalColumn.js';
import { toText } from '../../src/core/decimal.js';
import { unitRatio } from '../../src/kpi/unitRatio.js';
import type { Expr } from '../../src/mechanisms/rules/expr.js';

const measure = (
  id: string,
  overTime: KpiMeasure['overTime'],
  overMembers: KpiMeasure['overMembers'] = 'sum',
): KpiMeasure => ({ id, unit: 'money', overTime, overMembers });
/** Every rule over time and over members. */
const measures: Record<string, KpiMeasure> = Object.fromEntries(
  [
    measure('flow', 'sum'),
    measure('other', 'sum'),
    measure('opening', 'first'),
    measure('closing', 'last'),
    measure('stock', 'mean'),
    measure('days', 'max', 'mean'),
    measure('rate', 'last', 'none'),
  ].map((each) => [each.id, each]),
);
const FIELDS = Object.keys(measures);
const figure = (id: string, numerator: Expr, denominator: Expr | null): Kpi => ({
  id,
  label: { en: id, 'zh-CN': id },
  numerator,
  denominator,
  unit: 'money',
  direction: null,
});

const MEMBERS = ['b', 'a', 'c', 'd'];
const PERIODS = ['2026-02', '2026-01'];
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -500, max: 5000 }) },
  fc.constant(NaN),
  fc.constant(Number.MAX_SAFE_INTEGER),
);
/** Rows that have a member and a period as a rule, and twice the same now and then. */
const columns = fc
  .record({
    rows: fc.array(
      fc.tuple(
        fc.integer({ min: -1, max: 4 }),
        fc.integer({ min: 0, max: 2 }),
        fc.array(cell, { minLength: 7, maxLength: 7 }),
      ),
      { maxLength: 12 },
    ),
    /** Names that no row has, so many that no table of all pairs is made. */
    idle: fc.constantFrom(0, 0, 600),
  })
  .map(({ rows, idle }): KpiColumns => ({
    n: rows.length,
    member: {
      dictionary: [...MEMBERS, ...Array.from({ length: idle }, (_, at) => `x${at}`)],
      codes: Int32Array.from(rows, ([member]) => (member === 4 ? 9999 : member)),
    },
    period: { dictionary: PERIODS, codes: Int32Array.from(rows, ([, period]) => period) },
    measures: Object.fromEntries(
      FIELDS.map((id, at) => [id, { scale: at % 3, values: Float64Array.from(rows, ([, , cells]) => cells[at]!) }]),
    ),
  }));
const grouping: fc.Arbitrary<KpiGrouping> = fc
  .subarray(['member', 'period', 'group'] as const)
  .map((by) => ({ by, groups: { a: 'x', b: 'y', c: 'x' } }));

const json = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

const all = compileKpis(
  FIELDS.map((id) => figure(id, { field: id }, { field: 'flow' })),
  measures,
);

function batched(rows: KpiColumns, by: number, order: number, options: KpiGrouping): KpiTable {
  const summaries = all.partition(rows, by, options).map((part) => json(all.compute(json(part))));
  const turned = [...summaries.slice(order % by), ...summaries.slice(0, order % by), ...summaries.toReversed()];
  return all.finish(turned.reduce((sum, each) => all.merge(each, sum), emptySummary<KpiPart>()));
}

test('columns put together in partitions, in any order, some twice, give the figures of one call', () => {
  fc.assert(
    fc.property(columns, grouping, fc.integer({ min: 1, max: 4 }), fc.nat(), (rows, options, by, order) => {
      expect(batched(rows, by, order, options)).toEqual(all.columns(rows, options));
    }),
  );
});

test('the order of rows changes no figure, and nobody who was rejected counts', () => {
  fc.assert(
    fc.property(columns, grouping, (rows, options) => {
      const { rows: figures, rejected } = all.columns(rows, options);
      const isRejected = new Set(rejected.map(({ index }) => index));
      const kept = [...rows.member.codes.keys()].filter((row) => !isRejected.has(row)).toReversed();
      const some: KpiColumns = {
        n: kept.length,
        member: { ...rows.member, codes: Int32Array.from(kept, (row) => rows.member.codes[row]!) },
        period: { ...rows.period, codes: Int32Array.from(kept, (row) => rows.period.codes[row]!) },
        measures: Object.fromEntries(
          Object.entries(rows.measures).map(([id, { values, scale }]) => [
            id,
            { scale, values: Float64Array.from(kept, (row) => Number(values[row]!)) },
          ]),
        ),
      };
      expect(all.columns(some, options)).toEqual({ rows: figures, rejected: [] });
    }),
  );
});

const leaf: fc.Arbitrary<Expr> = fc.oneof(
  fc.constantFrom(...FIELDS).map((field) => ({ field })),
  fc.constantFrom('2', '-0.05', 100, '0'),
);
const expr: fc.Arbitrary<Expr> = fc.letrec<{ expr: Expr; node: Expr }>((tie) => ({
  expr: fc.oneof({ maxDepth: 3 }, leaf, tie('node')),
  node: fc.oneof(
    fc.record({
      op: fc.constantFrom('add' as const, 'mul' as const),
      args: fc.array(tie('expr'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ op: fc.constant('sub' as const), args: fc.tuple(tie('expr'), tie('expr')) }),
  ),
})).expr;
/** The same value, but not to be had in whole numbers. */
const plain = (each: Expr): Expr => ({ op: 'min', args: [each] });

test('a figure in whole numbers has the bytes of that in decimals', () => {
  fc.assert(
    fc.property(columns, expr, fc.option(expr), (rows, over, by) => {
      const figures = compileKpis(
        [figure('f', over, by), figure('plain', plain(over), by === null ? null : plain(by))],
        measures,
      );
      for (const {
        kpis: [fast, slow],
      } of figures.columns(rows, { by: ['member'] }).rows) {
        expect({ ...fast, kpi: 'plain' }).toEqual(slow);
      }
    }),
  );
});

test('a quotient of whole numbers is that of their decimals', () => {
  const units = fc.oneof(
    fc.maxSafeInteger(),
    fc.integer({ min: -99, max: 99 }),
    fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
    fc.constantFrom(999_999_999_999, 1_000_000_000_000, 9_007_199_254, 9_007_199_255),
  );
  const scale = fc.constantFrom(0, 0, 2, 5);
  const decimal = (value: number | bigint, places: number): string =>
    toText(scaledDecimal(Object.is(value, -0) ? 0 : value, places));
  fc.assert(
    fc.property(units, scale, units, scale, (n, nScale, d, dScale) => {
      expect(unitRatio(n, nScale, d, dScale)).toEqual(ratio(decimal(n, nScale), decimal(d, dScale)));
    }),
    { numRuns: 1000 },
  );
});
