import { compareText } from '../../core/compareText.js';
import type { Rejected } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import type { Kpi, KpiMeasure } from '../catalogue/kpi.js';
import { kpiOf } from '../catalogue/kpiOf.js';
import { kpiMeasures } from '../catalogue/measures.js';
import { fail } from '../fail.js';
import { aggregate, groupingOf, type Totals } from './aggregate.js';
import { compileFormula, type Formula } from './compileFormula.js';
import { columnFacts, type FactTable, type KpiColumns } from './factTable.js';
import { type KpiFact, objectFacts } from './objectFacts.js';
import type { KpiResult } from './kpiResult.js';

/** How facts are grouped. */
export interface KpiGrouping {
  /** What makes a group. Default: nothing, so all facts are one group. */
  readonly by?: readonly KpiKey[];
  /** The group of each member, such as the region of a person, for `by: ['group']`. A member without one has the key `null`. */
  readonly groups?: Readonly<Record<string, string>>;
}

/** What facts are grouped by. */
export type KpiKey = 'member' | 'period' | 'group';

/** The figures of one group, by id. */
export interface KpiRow {
  readonly keys: Readonly<Partial<Record<KpiKey, string | null>>>;
  readonly kpis: readonly ({ readonly kpi: string } & KpiResult)[];
}

/** The figures by group, sorted by the keys in the order of `by` (without a key last), and the facts that could not be read, by row. */
export interface KpiTable {
  readonly rows: readonly KpiRow[];
  readonly rejected: readonly Rejected[];
}

/** Figures that were checked once, for any facts. */
export interface KpiEvaluator {
  /**
   * Evaluates facts one by one.
   *
   * @param options groups; `currency`: that of money, else all facts have to have the same
   */
  readonly objects: (facts: readonly KpiFact[], options?: KpiGrouping & { readonly currency?: string }) => KpiTable;
  /**
   * Evaluates columns: a row is one member in one period.
   *
   * @param options groups
   */
  readonly columns: (columns: KpiColumns, options?: KpiGrouping) => readonly KpiRow[];
}

/**
 * Checks KPIs and returns what evaluates them: every measure is put together over periods and members by its own rules,
 * then the formula is calculated, and divided once. The figure of a group is therefore the ratio of its sums, never a
 * mean of ratios.
 *
 * @param kpis ids of the catalogue, or formulas of your own
 * @param measures by id; default those of the catalogue
 * @throws SalesModelError `kpi.unknownKpi`, `kpi.unknownMeasure`, `kpi.duplicateKpi`, `option.unknown`, those of `compileExpr` and
 *   `compileRule`; the evaluator `kpi.mixedCurrency`, `kpi.duplicateFact`, `kpi.columnLength`, `kpi.columnCode`,
 *   `option.unknown`
 * @example
 * import { compileKpis } from 'salesmodel/kpi';
 *
 * const margins = compileKpis(['grossMargin']);
 * const fact = (member: string, measure: string, value: string) => ({ measure, member, period: '2026-01', value });
 * const facts = [
 *   fact('Ana', 'revenue', '1000'), fact('Ana', 'cogs', '900'),
 *   fact('Bo', 'revenue', '100'), fact('Bo', 'cogs', '10'),
 * ];
 * const each = margins.objects(facts, { by: ['member'] }).rows;
 * each.map(({ keys, kpis: [margin] }) => [keys.member, margin?.ok && margin.value]); // => [['Ana', '0.1'], ['Bo', '0.9']]
 * margins.objects(facts).rows[0]?.kpis[0]; // => { kpi: 'grossMargin', ok: true, numerator: '190', denominator: '1100', value: '0.172727272727' }
 */
export function compileKpis(
  kpis: readonly (Kpi | string)[],
  measures: Readonly<Record<string, KpiMeasure>> = kpiMeasures,
): KpiEvaluator {
  const formulas = kpis
    .map((kpi, index) => compileFormula(kpiOf(kpi, ['kpis', index]), measures, ['kpis', index]))
    .toSorted((a, b) => compareText(a.kpi.id, b.kpi.id));
  formulas.forEach(({ kpi }, place) => {
    if (place > 0 && formulas[place - 1]!.kpi.id === kpi.id) fail('kpi.duplicateKpi', ['kpis'], { kpi: kpi.id });
  });
  const used = [...new Set(formulas.flatMap((formula) => formula.measures))].map((id) => measures[id]!);
  const sources = new Set(Object.values(measures).map(({ id, source }) => source ?? id));
  const money = new Set(used.filter(({ unit }) => unit === 'money').map(({ id, source }) => source ?? id));
  return {
    objects(facts, options = {}) {
      const { currency } = options;
      if (currency === undefined) checkCurrency(facts, money);
      const { table, rejected } = objectFacts(facts, (measure) => sources.has(measure), currency);
      return { rows: evaluateTable(table, formulas, used, options), rejected };
    },
    columns: (columns, options = {}) => evaluateTable(columnFacts(columns), formulas, used, options),
  };
}

function checkCurrency(facts: readonly KpiFact[], money: ReadonlySet<string>): void {
  const found = new Set(facts.flatMap(({ measure, currency }) => (money.has(measure) ? (currency ?? []) : [])));
  if (found.size > 1) fail('kpi.mixedCurrency', ['facts'], { currencies: [...found].toSorted(compareText) });
}

function evaluateTable(
  table: FactTable,
  formulas: readonly Formula[],
  used: readonly KpiMeasure[],
  options: KpiGrouping,
): KpiRow[] {
  const { keys, groupOf } = groupsOf(table, options);
  const grouping = groupingOf(table, groupOf, keys.length);
  const totals = new Map<string, Totals>(used.map((measure) => [measure.id, aggregate(table, grouping, measure)]));
  return keys.map((key, group) => ({
    keys: key,
    kpis: formulas.map(({ kpi, evaluate }) => ({ kpi: kpi.id, ...evaluate({ totals, group }) })),
  }));
}

/** The groups in the order of their keys, and the group of each row. */
function groupsOf(
  { n, members, periods, member, period }: FactTable,
  { by = [], groups = {} }: KpiGrouping,
): { readonly keys: readonly KpiRow['keys'][]; readonly groupOf: Int32Array } {
  const names = [...new Set(members.map((each) => groupName(groups, each)))].toSorted(nullLast);
  const places = new Map(names.map((name, place) => [name, place]));
  const placeOfMember = members.map((each) => places.get(groupName(groups, each))!);
  const axes = by.map((key, index) => {
    switch (oneOf(key, ['member', 'period', 'group'], ['by', index])) {
      case 'member':
        return { key, labels: members, at: (row: number) => member[row]! };
      case 'period':
        return { key, labels: periods, at: (row: number) => period[row]! };
      case 'group':
        return { key, labels: names, at: (row: number) => placeOfMember[member[row]!]! };
    }
  });
  const codes = new Float64Array(n);
  for (const { labels, at } of axes)
    for (let row = 0; row < n; row++) codes[row] = codes[row]! * labels.length + at(row);
  const found = by.length === 0 ? [0] : [...new Set(codes)].sort((a, b) => a - b);
  const groupOfCode = new Map(found.map((code, group) => [code, group]));
  const keys = found.map((code) => {
    let rest = code;
    const parts: [KpiKey, string | null][] = [];
    for (const { key, labels } of axes.toReversed()) {
      parts.unshift([key, labels[rest % labels.length]!]);
      rest = Math.floor(rest / labels.length);
    }
    return Object.fromEntries(parts);
  });
  return { keys, groupOf: Int32Array.from(codes, (code) => groupOfCode.get(code)!) };
}

function groupName(groups: Readonly<Record<string, string>>, member: string): string | null {
  return Object.hasOwn(groups, member) ? groups[member]! : null;
}

function nullLast(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return compareText(a, b);
}
