import {
  catalogue,
  compileKpis,
  explainKpi,
  evaluateKpi,
  type KpiColumns,
  kpiMeasures,
  type KpiFact,
  lintKpi,
  Kpi,
  KpiMeasure,
} from 'salesmodel/kpi';
import { renderExplanation } from 'salesmodel/core';
import { describe, expect, test } from 'vitest';

const fact = (measure: string, member: string, period: string, value: string | number): KpiFact => ({
  measure,
  member,
  period,
  value,
});
const facts = [
  fact('revenue', 'Ana', '2026-01', '1000'),
  fact('revenue', 'Bo', '2026-01', '100'),
  fact('revenue', 'Bo', '2026-02', '300'),
  fact('cogs', 'Ana', '2026-01', '900'),
  fact('cogs', 'Bo', '2026-01', '10'),
  fact('cogs', 'Bo', '2026-02', '240'),
];

describe('the catalogue', () => {
  test.each(Object.entries(catalogue))('%s parses, names its own id and lints clean', (id, kpi) => {
    expect(Kpi.parse(kpi)).toEqual(kpi);
    expect(kpi.id).toBe(id);
    expect(lintKpi(kpi)).toEqual([]);
  });
  test.each(Object.values(kpiMeasures))('measure $id parses', (measure) => {
    expect(KpiMeasure.parse(measure)).toEqual(measure);
  });
  test('compiles as a whole, and uses every measure', () => {
    expect(() => compileKpis(Object.keys(catalogue))).not.toThrow();
    const used = JSON.stringify(catalogue);
    const unused = Object.keys(kpiMeasures).filter((id) => !used.includes(`"field":"${id}"`));
    // Read by rates of a year only.
    expect(unused).toEqual(['months']);
    const ofYear = explainKpi({ ...catalogue['arpa']!, per: 'annual', yearBasis: 'months12' }, []);
    expect(JSON.stringify(ofYear)).toContain('"measure":"months"');
  });
});

describe('compileKpis', () => {
  const margins = compileKpis(['grossMargin', 'markUp']);

  test('groups by members, periods and groups of members', () => {
    const { rows } = margins.objects(facts, { by: ['group', 'period'], groups: { Bo: 'north' } });
    expect(rows.map(({ keys, kpis: [margin] }) => [keys, margin?.ok === true && margin.value])).toEqual([
      [{ group: 'north', period: '2026-01' }, '0.9'],
      [{ group: 'north', period: '2026-02' }, '0.2'],
      [{ group: null, period: '2026-01' }, '0.1'],
    ]);
  });

  test('takes columns as it takes facts', () => {
    const { rows } = margins.columns(
      {
        n: 3,
        member: { dictionary: ['Bo', 'Ana'], codes: Int32Array.of(1, 0, 0) },
        period: { dictionary: ['2026-01', '2026-02'], codes: Int32Array.of(0, 0, 1) },
        measures: {
          revenue: { values: Float64Array.of(10_000, 1000, 3000), scale: 1 },
          cogs: { values: BigInt64Array.of(900n, 10n, 240n), scale: 0 },
        },
      },
      { by: ['member'] },
    );
    expect(rows).toEqual(margins.objects(facts, { by: ['member'] }).rows);
  });

  test('a cell without a value is missing, not 0', () => {
    const {
      rows: [row],
    } = margins.columns({
      n: 1,
      member: { dictionary: ['Ana'], codes: Int32Array.of(0) },
      period: { dictionary: ['2026-01'], codes: Int32Array.of(0) },
      measures: {
        revenue: { values: Float64Array.of(5), scale: 0 },
        cogs: { values: Float64Array.of(NaN), scale: 0 },
      },
    });
    expect(row?.kpis[0]).toMatchObject({ ok: false, reasons: [{ code: 'missingMeasure' }] });
  });

  const column = { dictionary: ['a'], codes: Int32Array.of(0, 0) };
  test.each([
    ['kpi.columnLength', { n: 3, member: column, period: column, measures: {} }],
    [
      'kpi.column',
      {
        n: 2,
        member: column,
        period: column,
        measures: { revenue: { values: Float64Array.of(1, 0.5), scale: 0 } },
      },
    ],
    [
      'kpi.columnLength',
      {
        n: 1,
        member: { dictionary: ['a'], codes: Int32Array.of(0) },
        period: { dictionary: ['a'], codes: Int32Array.of(0) },
        measures: { revenue: { values: new Float64Array(2), scale: 0 } },
      },
    ],
  ])('refuses columns: %s', (code, columns) => {
    expect(() => margins.columns(columns)).toThrow(expect.objectContaining({ code }) as Error);
  });

  test('rejects faulty rows of columns with all their reasons, and computes the rest', () => {
    const columns = (member: readonly number[], period: readonly number[]): KpiColumns => ({
      n: member.length,
      member: { dictionary: ['Bo', 'Ana', ''], codes: Int32Array.from(member) },
      period: { dictionary: ['2026-01', '2026-02'], codes: Int32Array.from(period) },
      measures: {
        revenue: { values: Float64Array.from([1000, 100, 300, 5, 5, 5, 5, 5].slice(0, member.length)), scale: 0 },
        cogs: { values: Float64Array.from([900, 10, 240, 4, 4, 4, 4, 4].slice(0, member.length)), scale: 0 },
      },
    });
    const { rows, rejected } = margins.columns(columns([1, 0, 0, 1, 1, 9, 2, -1], [0, 0, 1, 1, 1, 7, 0, 0]), {
      by: ['member'],
    });
    expect(rejected.map(({ index, code, path, params }) => [index, code, path, params])).toEqual([
      [3, 'kpi.duplicateFact', ['columns', 3], { measure: '*', member: 'Ana', period: '2026-02' }],
      [4, 'kpi.duplicateFact', ['columns', 4], { measure: '*', member: 'Ana', period: '2026-02' }],
      [5, 'kpi.columnCode', ['columns', 'member', 5], { value: 9 }],
      [5, 'kpi.columnCode', ['columns', 'period', 5], { value: 7 }],
      [6, 'kpi.key', ['columns', 'member', 6], { value: '' }],
      [7, 'kpi.key', ['columns', 'member', 7], { value: null }],
    ]);
    expect(rows).toEqual(margins.columns(columns([1, 0, 0], [0, 0, 1]), { by: ['member'] }).rows);
    const lost = margins.columns(columns([9], [0]));
    expect(lost.rows[0]?.kpis[0]).toMatchObject({ ok: false, reasons: { length: 2 } });
  });

  test('a faulty fact has all its reasons', () => {
    const fault = { measure: 'width', member: '', period: '', value: 'x', currency: 'EUR' };
    expect(margins.objects([fault], { currency: 'USD' }).rejected.map(({ code }) => code)).toEqual([
      'kpi.key',
      'kpi.key',
      'kpi.unknownMeasure',
      'kpi.mixedCurrency',
      'decimal.invalid',
    ]);
  });

  test('rejects faulty facts with their reasons, and computes the rest', () => {
    const faulty: KpiFact[] = [
      ...facts,
      fact('revenue', 'Cy', '2026-01', 'many'),
      fact('width', 'Cy', '2026-01', 1),
      fact('cogs', 'Di', '2026-01', 1),
      fact('cogs', 'Di', '2026-01', 1),
      fact('cogs', '', '2026-01', 1),
      { ...fact('cogs', 'Cy', '2026-01', 1), currency: 'EUR' },
    ];
    const { rows, rejected } = margins.objects(faulty, { currency: 'USD' });
    expect(rejected.map(({ index, code }) => [index, code])).toEqual([
      [6, 'decimal.invalid'],
      [7, 'kpi.unknownMeasure'],
      [8, 'kpi.duplicateFact'],
      [9, 'kpi.duplicateFact'],
      [10, 'kpi.key'],
      [11, 'kpi.mixedCurrency'],
    ]);
    expect(rows).toEqual(margins.objects(facts).rows);
  });

  test('of no fact every measure is missing, and by members there is no row', () => {
    expect(margins.objects([]).rows[0]?.kpis[0]).toMatchObject({ ok: false, reasons: { length: 2 } });
    expect(margins.objects([], { by: ['member'] }).rows).toEqual([]);
  });

  test('refuses a figure twice, an axis nobody knows, and money of two currencies', () => {
    expect(() => compileKpis(['gap', 'gap'])).toThrow(expect.objectContaining({ code: 'kpi.duplicateKpi' }) as Error);
    expect(() => margins.objects(facts, { by: ['year' as 'period'] })).toThrow(
      expect.objectContaining({ code: 'option.unknown' }) as Error,
    );
    const mixed = facts.map((each, at) => ({ ...each, currency: at === 0 ? 'EUR' : 'USD' }));
    expect(() => margins.objects(mixed)).toThrow(expect.objectContaining({ code: 'kpi.mixedCurrency' }) as Error);
  });
});

describe('measures of one source', () => {
  const measures: Record<string, KpiMeasure> = Object.fromEntries(
    (['first', 'last', 'max', 'mean', 'sum'] as const).map((overTime) => [
      overTime,
      { id: overTime, source: 'stock', unit: 'count', overTime, overMembers: 'sum' },
    ]),
  );
  const stock = [3, 9, 4].map((value, at) => fact('stock', 'A', `2026-0${at + 1}`, value));
  const other = [1, 2].map((value, at) => fact('stock', 'B', `2026-0${at + 2}`, value));
  const value = (field: string, list: readonly KpiFact[]): string | null => {
    const label = { en: field, 'zh-CN': field };
    const kpi: Kpi = { id: field, label, numerator: { field }, denominator: null, unit: 'count', direction: null };
    const result = evaluateKpi(kpi, list, measures);
    return result.ok ? result.value : null;
  };
  test.each([
    ['first', '3', '4'],
    ['last', '4', '6'],
    ['max', '9', '11'],
    ['sum', '16', '19'],
    ['mean', '5.333333333333', '6.833333333333'],
  ])('%s over time', (field, alone, together) => {
    expect(value(field, stock.toReversed())).toBe(alone);
    expect(value(field, [...other, ...stock])).toBe(together);
  });
});

describe('explainKpi', () => {
  test('shows measures and facts, and its root is the figure', () => {
    const explained = explainKpi('grossMargin', facts);
    expect(explained.value).toBe('0.178571428571');
    expect(renderExplanation(explained, 'en', { depth: 2 })).toContain(
      'revenue: sum over time, sum over members = 1400',
    );
    expect(renderExplanation(explained, 'zh-CN', { depth: 1 })).toContain('分子');
  });
  test('shows what there is where there is no figure', () => {
    expect(explainKpi('grossMargin', facts.slice(0, 3))).toMatchObject({ code: 'kpi.none', value: null });
    expect(explainKpi('growth', [fact('current', 'a', 'b', 1), fact('previous', 'a', 'b', 0)]).value).toBeNull();
  });
});
